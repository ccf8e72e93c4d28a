import ActivationFigures
import Expressions
import JSON
import Plans

extension FigureSettings {
  /// The panels that a figure of a gated pair can show.
  private static let panelsOfGate: [StudyPanel] = [.input, .response, .value, .output]

  /// Why a figure with these settings cannot show a gated pair, as a message; nil if it can.
  var faultOfGate: String? {
    if let panel = panels.first(where: { !Self.panelsOfGate.contains($0) }) {
      let words = Self.panelsOfGate.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      return "found the panel \"\(panel.rawValue)\" of a gated pair, expected only \(words)"
    }
    guard samples > Limits.heldSamples else { return nil }
    return "found \(samples) samples of a gated pair, expected at most \(Limits.heldSamples)"
  }
}

extension FunctionPlan {
  /// Makes the function of a gated pair; nil if it is at fault, which is reported for a formula.
  init?(of located: Located<GateChoice>, reporting faults: inout Faults) {
    guard let choice = located.value else { return nil }
    switch choice.function {
    case .catalogue(let entry): self.init(entry)
    case .formula(let text):
      do throws(ExpressionError) {
        self.init(try ParsedExpression(text, parameterNames: []), parameterValues: [])
      } catch {
        faults.report(error, inStringAt: located.offset)
        return nil
      }
    }
    gate = choice.gate
  }
}
