import Activations
import Plotting

/// One function of a comparison.
public struct ComparedResponse: Sendable {
  /// What the legend calls it.
  public var title: String
  /// The function.
  public var function: ActivationFunction
  /// Of the function.
  public var response: ResponseCurve

  /// A function over a grid.
  public init(title: String, function: ActivationFunction, response: ResponseCurve) {
    self.title = title
    self.function = function
    self.response = response
  }
}

extension Figure {
  /// Several functions, one over the other: their values on the left, their derivatives on the right.
  ///
  /// The function at a place of the list has the palette's colour of that place, in every figure of the style. One legend
  /// names them all; it stands outside where it would cover a curve.
  ///
  /// - Parameters:
  ///   - width: inches.
  ///   - height: inches.
  ///   - dpi: pixels an inch.
  ///   - marks: Only `breaks` is looked at.
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
