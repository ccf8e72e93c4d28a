import Activations
import Plotting

extension Panel {
  /// A function and its derivative, told apart by colour and legend.
  init(showing response: BrokenResponse, title: String) {
    var (value, derivative) = (response.value, response.derivative)
    value.label = "Value"
    derivative.label = "Derivative"
    self.init(title: title, marks: [.curve(value), .curve(derivative)])
  }
}
