import Activations
import Plotting

extension Figure {
  /// The notebook's figure of one study: what goes in, the function and its derivative, what comes out.
  /// - Parameters:
  ///   - width: inches.
  ///   - height: inches.
  ///   - dpi: pixels an inch.
  public init(presenting study: ActivationStudy, title: String, width: Double, height: Double, dpi: Double) {
    self.init(
      title: title,
      panels: [
        Panel(showing: study.input, title: "Input distribution"),
        Panel(showing: study.response),
        Panel(showing: study.output, title: "Output distribution"),
      ],
      width: width, height: height, resolution: Resolution(dotsPerInch: dpi))
  }
}
