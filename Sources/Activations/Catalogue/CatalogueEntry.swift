/// The declaration of an activation function, without values for its parameters.
///
/// It is what people read about a function and what values are checked against. An expression has an entry of its own,
/// which is not in the catalogue.
public struct CatalogueEntry: Sendable {
  /// The name in lower case with hyphens, e.g. `leaky-relu`.
  public let name: String
  /// The title above a figure, e.g. `Leaky ReLU`.
  public let title: String
  /// Other names of the function.
  public let aliases: [String]
  /// The formula for people to read, in `x` and the names of the parameters, e.g. `x · σ(beta · x)`.
  public let formula: String
  /// The parameters, in the order in which values are given; most functions have none.
  public let parameters: [Parameter]
  /// The orders that the parameters must keep.
  public let orders: [ParameterOrder]
  /// The works that proposed or define the function, one per string.
  public let references: [String]

  /// Makes the function from parameter values in the order of `parameters`.
  package let bind: @Sendable ([Double]) -> any RealFunction

  package init(
    name: String,
    title: String,
    aliases: [String] = [],
    formula: String,
    parameters: [Parameter] = [],
    orders: [ParameterOrder] = [],
    references: [String],
    bind: @escaping @Sendable ([Double]) -> any RealFunction
  ) {
    self.name = name
    self.title = title
    self.aliases = aliases
    self.formula = formula
    self.parameters = parameters
    self.orders = orders
    self.references = references
    self.bind = bind
  }

  /// The faults of parameter values, which are given in the order of `parameters`; empty if they make a function.
  ///
  /// - Precondition: There is one value for each parameter.
  public func faults(in parameterValues: [Double]) -> [ParameterFault] {
    precondition(parameterValues.count == parameters.count, "\(name) takes \(parameters.count) parameter values.")
    let inadmissible: [ParameterFault] = zip(parameters, parameterValues).compactMap { parameter, value in
      parameter.admits(value) ? nil : .inadmissible(parameter, value: value)
    }
    let values = Dictionary(uniqueKeysWithValues: zip(parameters.map(\.name), parameterValues))
    let disordered: [ParameterFault] = orders.compactMap { order in
      guard let lesser = values[order.lesser], let greater = values[order.greater] else { return nil }
      let isDisordered = order.allowsEqual ? lesser > greater : lesser >= greater
      return isDisordered ? .disordered(order, lesser: lesser, greater: greater) : nil
    }
    return inadmissible + disordered
  }
}

/// A named number that shapes an activation function.
public struct Parameter: Sendable, Equatable {
  /// PyTorch's name for the parameter in camel case, e.g. `negativeSlope`.
  public let name: String
  /// The default value, which is PyTorch's.
  public let defaultValue: Double
  /// The range of admissible values, ends included.
  public let range: ClosedRange<Double>
  /// The values within the range that are not admissible, such as a zero to divide by.
  public let excluded: [Double]

  /// Declares a parameter. The `excluded` values lie within the range.
  public init(name: String, defaultValue: Double, range: ClosedRange<Double>, excluded: [Double] = []) {
    self.name = name
    self.defaultValue = defaultValue
    self.range = range
    self.excluded = excluded
  }

  /// Whether the value lies in the range and is not excluded. NaN is never admitted.
  public func admits(_ value: Double) -> Bool {
    range.contains(value) && !excluded.contains(value)
  }
}

extension Parameter {
  /// The range of most parameters, for which PyTorch takes any number. A million on either side is more than a figure
  /// can show, and no intermediate result overflows.
  static let customaryRange = -1e6...1e6
}

/// An order that two parameters of one function must keep, e.g. `minVal < maxVal`.
public struct ParameterOrder: Sendable, Equatable, CustomStringConvertible {
  /// The name of the parameter that must be below the other.
  public let lesser: String
  /// The name of the parameter that must be above the other.
  public let greater: String
  /// Whether the two may be equal.
  public let allowsEqual: Bool

  /// Declares that one parameter is less than another, or at most equal to it.
  public init(_ lesser: String, below greater: String, allowsEqual: Bool = false) {
    self.lesser = lesser
    self.greater = greater
    self.allowsEqual = allowsEqual
  }

  /// The order as an inequality, e.g. `minVal < maxVal`.
  public var description: String { "\(lesser) \(allowsEqual ? "≤" : "<") \(greater)" }
}

/// A reason why parameter values do not make a function.
public enum ParameterFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The value lies outside the parameter's range, is excluded from it, or is NaN.
  case inadmissible(Parameter, value: Double)
  /// Both values are admissible, but they are not in the order that they must keep.
  case disordered(ParameterOrder, lesser: Double, greater: Double)

  /// The fault in one sentence, e.g. `minVal is 2 and maxVal is 1, but minVal < maxVal must hold.`
  public var description: String {
    switch self {
    case .inadmissible(let parameter, let value):
      return "\(parameter.name) is \(text(value)), but must be \(range(of: parameter))."
    case .disordered(let order, let lesser, let greater):
      return "\(order.lesser) is \(text(lesser)) and \(order.greater) is \(text(greater)), but \(order) must hold."
    }
  }

  /// What was found and what was expected, e.g. `minVal 2 and maxVal 1` and `minVal < maxVal`.
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

  /// The number as text; whole numbers without `.0`.
  private func text(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
