import Activations
import Expressions
import JSON
import Numerals

/// The function of a figure with values for its parameters, before it is bound.
///
/// A plan holds it in place of an `ActivationFunction`, because the compiled program of a formula takes more memory than
/// everything else in the plan of its figure, and is needed only while the figure is made.
public struct FunctionPlan: Sendable {
  /// The declaration of the function, which all figures of an entry share.
  private indirect enum Source: Sendable {
    case catalogue(CatalogueEntry)
    case formula(ParsedExpression)
  }

  /// The name of the catalogue's function; a formula has the name of its figure.
  public private(set) var name: String
  private let source: Source
  private var parameterValues: [Double]

  /// Makes the function of an entry of the configuration. A formula is parsed once for all figures of the entry.
  ///
  /// - Returns: Nil if the function is at fault, which is reported for a formula.
  init?(of entry: ActivationConfiguration, reporting faults: inout Faults) {
    guard let located = entry.expression else {
      guard let function = entry.function?.value else { return nil }
      (name, source) = (function.name, .catalogue(function))
      parameterValues = function.parameters.map(\.defaultValue)
      return
    }
    guard entry.function == nil, let text = located.value, entry.expressionParameters?.isFaulty != true else {
      return nil
    }
    let parameters = entry.expressionParameters?.value ?? []
    do throws(ExpressionError) {
      source = .formula(try ParsedExpression(text, parameterNames: parameters.map(\.name)))
      (name, parameterValues) = (text, parameters.map(\.value))
    } catch {
      faults.report(error, inStringAt: located.offset)
      return nil
    }
  }

  /// The parameter values of one figure of the entry, in the order of the parameters.
  ///
  /// - Returns: Nil if one of them is at fault, or if they are in the wrong order, which is reported.
  func parameterValues(of entry: ActivationConfiguration, reporting faults: inout Faults) -> [Double]? {
    guard case .catalogue(let function) = source else { return entry.expressionParameters?.value?.map(\.value) ?? [] }
    let given = entry.parameters
    guard !given.values.contains(where: \.isFaulty) else { return nil }
    let values = function.parameters.map { given[$0.name]?.value ?? $0.defaultValue }
    for case .disordered(let order, let lesser, let greater) in function.faults(in: values) {
      let place = (given[order.greater] ?? given[order.lesser])?.offset ?? entry.offset
      let found = "\(order.lesser) \(String(shortest: lesser)) and \(order.greater) \(String(shortest: greater))"
      faults.report(at: place, "found \(found), expected \(order)")
      return nil
    }
    return values
  }

  /// The function with the parameter values of one figure of the entry.
  ///
  /// - Returns: Nil if a formula passes inadmissible values to a function of the catalogue, which is reported.
  func setting(
    _ values: [Double], of entry: ActivationConfiguration, figureName: String, reporting faults: inout Faults
  ) -> FunctionPlan? {
    var plan = self
    plan.parameterValues = values
    guard case .formula(let expression) = source else { return plan }
    plan.name = figureName
    do throws(ExpressionError) {
      _ = try ActivationFunction(expression: expression, parameterValues: values, name: figureName)
      return plan
    } catch {
      faults.report(error, inStringAt: entry.expression?.offset ?? entry.offset)
      return nil
    }
  }

  /// The title of the catalogue's function, or the name of the figure of a formula.
  var title: String { if case .catalogue(let entry) = source { entry.title } else { name } }

  /// The formula; nil for a function of the catalogue.
  package var expression: String? { if case .formula(let expression) = source { expression.source } else { nil } }

  /// The names and values of the parameters, in their order.
  package var parameters: [(name: String, value: Double)] {
    let names =
      switch source {
      case .catalogue(let entry): entry.parameters.map(\.name)
      case .formula(let expression): expression.parameterNames
      }
    return zip(names, parameterValues).map { (name: $0, value: $1) }
  }

  /// The function with its parameters bound. A formula is compiled at each access.
  public var function: ActivationFunction {
    switch source {
    case .catalogue(let entry):
      return ActivationFunction(entry, parameterValues: parameterValues)
    case .formula(let expression):
      do throws(ExpressionError) {
        return try ActivationFunction(expression: expression, parameterValues: parameterValues, name: name)
      } catch {
        preconditionFailure("The values of a formula's parameters are checked when it is planned.")
      }
    }
  }
}

extension Faults {
  /// Reports an error in a formula at its place in the string of the source.
  fileprivate mutating func report(_ error: ExpressionError, inStringAt opening: Int) {
    report(at: source.offset(ofByte: error.offset, inStringAt: opening), error.message)
  }
}
