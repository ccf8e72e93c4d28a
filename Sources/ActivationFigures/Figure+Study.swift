import Activations
import Plotting

extension Figure {
  /// The notebook's figure of one study.
  /// - Parameters: width and height in inches, dpi in pixels an inch.
  public init(presenting study: ActivationStudy, title: String, width: Double, height: Double, dpi: Double) { self.init(panels: [], width: width, height: height, resolution: Resolution(dotsPerInch: dpi)) }
}
