import Activations
import Expressions
import JSON
import Numerals

/// Where the functions of an entry's figures come from: parsed once, and held once, for all of them.
indirect enum FunctionSource: Sendable {
  case catalogue(CatalogueEntry)
  /// With the byte offset of the string that holds it.
  case formula(ParsedExpression, offset: Int)

  /// Nil where the function is at fault, after saying so of a formula.
  init?(of entry: ActivationConfiguration, reporting faults: inout Faults) {
    guard let located = entry.expression else {
      guard let function = entry.function?.value else { return nil }
      self = .catalogue(function)
      return
    }
    guard entry.function == nil, let text = located.value, entry.expressionParameters?.isFaulty != true else {
      return nil
    }
    let names = entry.expressionParameters?.value?.map(\.name) ?? []
    do throws(ExpressionError) {
      self = .formula(try ParsedExpression(text, parameterNames: names), offset: located.offset)
    } catch {
      faults.report(error, inStringAt: located.offset)
      return nil
    }
  }

  /// The values that an entry gives to the parameters, in their order, or nil where one of them is at fault, or what they
  /// make together.
  func parameterValues(of entry: ActivationConfiguration, reporting faults: inout Faults) -> [Double]? {
    guard case .catalogue(let function) = self else { return entry.expressionParameters?.value?.map(\.value) ?? [] }
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

  /// In their order.
  var parameterNames: [String] {
    switch self {
    case .catalogue(let entry): entry.parameters.map(\.name)
    case .formula(let expression, _): expression.parameterNames
    }
  }

  /// Whether a formula makes of the values nothing that it must not; says what it makes.
  func admits(_ values: [Double], reporting faults: inout Faults) -> Bool {
    guard case .formula(let expression, let offset) = self else { return true }
    do throws(ExpressionError) {
      _ = try ActivationFunction(expression: expression, parameterValues: values, name: "")
      return true
    } catch {
      faults.report(error, inStringAt: offset)
      return false
    }
  }
}

extension Faults {
  /// Notes what is wrong with a formula, at its character.
  fileprivate mutating func report(_ error: ExpressionError, inStringAt opening: Int) {
    report(at: source.offset(ofByte: error.offset, inStringAt: opening), error.message)
  }
}
