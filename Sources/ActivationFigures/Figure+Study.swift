import Activations
import Numerals
import Plotting

extension Figure {
  /// Creates the figure of one study, of three panels: the input, the function with its derivative, and the output.
  ///
  /// - Parameters:
  ///   - width: The width in inches.
  ///   - height: The height in inches.
  ///   - dpi: The number of pixels in an inch.
  ///   - marks: The annotations that are shown.
  public init(
    presenting study: ActivationStudy, title: String, width: Double, height: Double, dpi: Double,
    style: Style = .matplotlib, marks: StudyMarks = .none
  ) {
    var input = Panel(
      showing: study.input, title: "Input distribution", bars: Bars(of: study.input, color: .muted),
      exact: marks.exactMoments ? (0, 1) : nil)
    if marks.density { input.marks.append(.curve(Curve(normalDensityOver: study.input))) }

    let response = BrokenResponse(study.response, of: study.function, breaks: marks.breaks)
    var (value, derivative) = (response.value, response.derivative)
    value.label = "Value"
    derivative.label = "Derivative"

    var bars = Bars(of: study.output, color: .palette(0))
    if marks.pointMasses { bars.mark(study.diagnostics.sampled.pointMasses, among: study.output.sampleCount) }
    let exact = study.diagnostics.exact
    let output = Panel(
      showing: study.output, title: "Output distribution", bars: bars,
      exact: marks.exactMoments ? (exact.mean.value, exact.standardDeviation.value) : nil)

    self.init(
      title: title, panels: [input, Panel(marks: [.curve(value), .curve(derivative)]), output],
      caption: marks.caption ? Self.caption(density: marks.density, response: response, bars: bars) : "",
      width: width, height: height, resolution: Resolution(dotsPerInch: dpi), style: style)
  }

  /// Returns a text that explains the annotations that occur.
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

extension Panel {
  /// Creates a histogram with the number of samples above it and their mean and standard deviation below.
  ///
  /// Samples that are not finite are in neither; if there are some, the title has their number.
  ///
  /// - Parameter exact: The moments beside those of the sample, as far as they exist, or nil for none.
  fileprivate init(
    showing distribution: Distribution, title: String, bars: Bars, exact: (mean: Double?, deviation: Double?)?
  ) {
    let excluded = distribution.excludedCount
    let note = excluded == 0 ? "" : ", \(excluded) not finite"
    func text(_ value: Double, exactly other: Double?) -> String {
      let number = String(value, significantDigits: 5)
      guard exact != nil else { return number }
      return (other.map { "\(number) (exact \(Self.exactText($0)))" } ?? number).withMinusSigns
    }
    self.init(
      title: "\(title)\n(samples: \(distribution.sampleCount)\(note))",
      xAxis: """
        mean: \(text(distribution.mean, exactly: exact?.mean))
        std: \(text(distribution.standardDeviation, exactly: exact?.deviation))
        """,
      marks: [.bars(bars)])
  }

  /// Returns a number in six digits, without the point and zero of a whole number.
  private static func exactText(_ value: Double) -> String {
    let text = String(value, significantDigits: 6)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Bars {
  /// Creates the histogram of a distribution.
  fileprivate init(of distribution: Distribution, color: MarkColor) {
    self.init(
      edges: distribution.histogram.edges.map(Double.init), heights: distribution.histogram.counts.map(Double.init),
      color: color)
  }
}
