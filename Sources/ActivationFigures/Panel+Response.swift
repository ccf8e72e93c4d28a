import Activations
import Plotting

extension Panel {
  /// A function and its derivative over a grid, told apart by colour and legend.
  init(showing response: ResponseCurve) {
    self.init(marks: [
      .curve(Curve(x: response.x, y: response.value, label: "Value")),
      .curve(Curve(x: response.x, y: response.derivative, label: "Derivative")),
    ])
  }
}
