import Activations
import Expressions
import JSON

/// The function of a figure, made whenever it is asked for: the program of a formula takes more memory than all else that a
/// plan says of its figure, and no two figures need theirs at one time.
public struct FunctionPlan: Sendable {
  /// Of the catalogue's function; a formula has the name of the figure.
  public let name: String
  private let source: FunctionSource
  private let parameterValues: [Double]

  /// Nil after saying what a formula makes of the values that it must not.
  ///
  /// - Parameter name: Of the figure.
  init?(of source: FunctionSource, parameterValues: [Double], figureName name: String, reporting faults: inout Faults) {
    guard source.admits(parameterValues, reporting: &faults) else { return nil }
    self.source = source
    self.parameterValues = parameterValues
    self.name = if case .catalogue(let entry) = source { entry.name } else { name }
  }

  /// As it stands above a figure, without its parameters.
  var title: String { if case .catalogue(let entry) = source { entry.title } else { name } }

  /// The formula; nil for a function of the catalogue.
  package var expression: String? { if case .formula(let expression, _) = source { expression.source } else { nil } }

  /// In their order.
  package var parameters: [(name: String, value: Double)] {
    Array(zip(source.parameterNames, parameterValues)).map { (name: $0, value: $1) }
  }

  /// With its parameters bound; a formula is compiled for it.
  public var function: ActivationFunction {
    switch source {
    case .catalogue(let entry):
      return ActivationFunction(entry, parameterValues: parameterValues)
    case .formula(let expression, _):
      do throws(ExpressionError) {
        return try ActivationFunction(expression: expression, parameterValues: parameterValues, name: name)
      } catch {
        preconditionFailure("A formula admits its values once and for all.")
      }
    }
  }
}
