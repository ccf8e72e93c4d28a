/// An order that two parameters of one function must keep: `minVal < maxVal`.
public struct ParameterOrder: Sendable, Equatable, CustomStringConvertible {
  /// The name of the parameter that must be below the other.
  public let lesser: String
  /// The name of the parameter that must be above the other.
  public let greater: String
  /// Whether both may be the same.
  public let allowsEqual: Bool

  /// `lesser` stays below `greater`, or at most reaches it.
  public init(_ lesser: String, below greater: String, allowsEqual: Bool = false) {
    self.lesser = lesser
    self.greater = greater
    self.allowsEqual = allowsEqual
  }

  /// `minVal < maxVal`.
  public var description: String { "\(lesser) \(allowsEqual ? "≤" : "<") \(greater)" }
}

/// Why parameter values do not make a function.
public enum ParameterFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Outside of the parameter's range, excluded from it, or not a number.
  case inadmissible(Parameter, value: Double)
  /// Each admissible, but not in the order they must keep.
  case disordered(ParameterOrder, lesser: Double, greater: Double)

  /// One sentence: `minVal is 2 and maxVal is 1, but minVal < maxVal must hold.`
  public var description: String {
    switch self {
    case .inadmissible(let parameter, let value):
      return "\(parameter.name) is \(text(value)), but must be \(range(of: parameter))."
    case .disordered(let order, let lesser, let greater):
      return "\(order.lesser) is \(text(lesser)) and \(order.greater) is \(text(greater)), but \(order) must hold."
    }
  }

  /// What was found and what was expected: `minVal 2 and maxVal 1`, `minVal < maxVal`.
  package var words: (found: String, expected: String) {
    switch self {
    case .inadmissible(let parameter, let value):
      ("\(parameter.name) \(text(value))", range(of: parameter))
    case .disordered(let order, let lesser, let greater):
      ("\(order.lesser) \(text(lesser)) and \(order.greater) \(text(greater))", "\(order)")
    }
  }

  private func range(of parameter: Parameter) -> String {
    let but = parameter.excluded.isEmpty ? "" : " other than \(parameter.excluded.map(text).joined(separator: ", "))"
    return "a number from \(text(parameter.range.lowerBound)) to \(text(parameter.range.upperBound))\(but)"
  }

  /// Whole numbers without `.0`.
  private func text(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
