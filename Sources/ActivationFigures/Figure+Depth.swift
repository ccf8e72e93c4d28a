import Depth
import Plotting

/// One function of a figure of depth.
public struct ComparedDepth: Sendable {
  /// The name in the legend.
  public var title: String
  /// What is known of the function in deep networks.
  public var study: DepthStudy

  /// Names a study.
  public init(title: String, study: DepthStudy) { (self.title, self.study) = (title, study) }
}

extension Figure {
  /// Creates a figure of signals in deep networks, with a curve of the standard deviation by layer for each function.
  public init(
    presenting functions: [ComparedDepth], title: String, as presentation: StudyPresentation = StudyPresentation(),
    width: Double, height: Double, dpi: Double, style: Style = .matplotlib, marks: StudyMarks = .none
  ) {
    let curves = functions.enumerated().map { place, compared in
      let layers = compared.study.propagation?.layers ?? []
      let deviations = layers.map { $0.standardDeviation.value ?? .nan }
      return Mark.curve(
        Curve(
          x: deviations.indices.map { Double($0 + 1) }, y: deviations, label: compared.title, color: .palette(place)))
    }
    var panel = Panel(title: "Signal", yAxis: Axis(scale: .logarithmic), marks: curves)
    panel.present(.signal, as: presentation)
    self.init(
      title: title, panels: [panel], width: width, height: height, resolution: Resolution(dotsPerInch: dpi),
      style: style)
  }
}
