import Activations
import Plotting

extension Figure {
  /// The notebook's figure of one study: what goes in, the function and its derivative, what comes out.
  ///
  /// - Parameters:
  ///   - width: inches.
  ///   - height: inches.
  ///   - dpi: pixels an inch.
  ///   - marks: What is shown beside.
  public init(
    presenting study: ActivationStudy, title: String, width: Double, height: Double, dpi: Double,
    style: Style = .matplotlib, marks: StudyMarks = .none
  ) {
    var input = Panel(
      showing: study.input, title: "Input distribution", bars: Bars(of: study.input, color: .muted),
      exact: marks.exactMoments ? (0, 1) : nil)
    if marks.density { input.marks.append(.curve(Curve(normalDensityOver: study.input))) }

    let response = BrokenResponse(study.response, of: study.function, breaks: marks.breaks)

    var bars = Bars(of: study.output, color: .palette(0))
    if marks.pointMasses { bars.mark(study.diagnostics.sampled.pointMasses, among: study.output.sampleCount) }
    let exact = study.diagnostics.exact
    let output = Panel(
      showing: study.output, title: "Output distribution", bars: bars,
      exact: marks.exactMoments ? (exact.mean.value, exact.standardDeviation.value) : nil)

    self.init(
      title: title, panels: [input, Panel(showing: response, title: ""), output],
      caption: marks.caption ? Self.caption(density: marks.density, response: response, bars: bars) : "",
      width: width, height: height, resolution: Resolution(dotsPerInch: dpi), style: style)
  }

  /// What the marks that occur mean.
  private static func caption(density: Bool, response: BrokenResponse, bars: Bars) -> String {
    var sentences: [String] = []
    if density { sentences.append("Thin line: normal density, scaled to counts.") }
    if !(response.value.endPoints + response.derivative.endPoints).isEmpty {
      sentences.append("Dots end the pieces of a curve, open ones where the value is not taken.")
    }
    if !bars.cutBars.isEmpty {
      sentences.append("A broken bar runs out of the axis; its value and its share of the samples stand beside it.")
    }
    return sentences.joined(separator: " ")
  }
}
