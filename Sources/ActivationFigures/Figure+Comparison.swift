import Activations
import Plotting

/// One function of a comparison, with its values over a grid.
public struct ComparedResponse: Sendable {
  /// The name in the legend.
  public var title: String
  /// The function that is compared.
  public var function: ActivationFunction
  /// The values and derivatives of the function.
  public var response: ResponseCurve

  /// Creates one function of a comparison.
  public init(title: String, function: ActivationFunction, response: ResponseCurve) {
    self.title = title
    self.function = function
    self.response = response
  }
}

extension Figure {
  /// Creates a figure of several functions, with their values on the left and their derivatives on the right.
  ///
  /// The first function has the first colour of the palette, and so on. One legend names them all; it is outside of the
  /// frame if it would cover a curve inside.
  ///
  /// - Parameters:
  ///   - width: The width in inches.
  ///   - height: The height in inches.
  ///   - dpi: The number of pixels in an inch.
  ///   - marks: The annotations, of which only `breaks` has an effect.
  public init(
    comparing functions: [ComparedResponse], title: String, width: Double, height: Double, dpi: Double,
    style: Style = .matplotlib, marks: StudyMarks = .none
  ) {
    var values: [Mark] = []
    var derivatives: [Mark] = []
    for (place, compared) in functions.enumerated() {
      let broken = BrokenResponse(compared.response, of: compared.function, breaks: marks.breaks)
      // Dots on the ends of many curves would hide them.
      var (value, derivative) = (broken.value, broken.derivative)
      (value.endPoints, derivative.endPoints) = ([], [])
      (value.color, derivative.color) = (.palette(place), .palette(place))
      derivative.label = compared.title
      values.append(.curve(value))
      derivatives.append(.curve(derivative))
    }
    self.init(
      title: title,
      panels: [
        Panel(title: "Value", marks: values),
        Panel(title: "Derivative", marks: derivatives, legendPlace: .insideIfClear),
      ],
      width: width, height: height, resolution: Resolution(dotsPerInch: dpi), style: style)
  }
}
