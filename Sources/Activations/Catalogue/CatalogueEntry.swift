/// One activation function of the catalogue, as declared.
public struct CatalogueEntry: Sendable {
  /// Lower case with hyphens: `leaky-relu`.
  public let name: String
  /// As it stands above a figure: `Leaky ReLU`.
  public let title: String
  /// Other names under which people know it.
  public let aliases: [String]
  /// In `x` and the names of the parameters, for people to read: `x · σ(beta · x)`.
  public let formula: String
  /// In the order in which values are bound; empty for most functions.
  public let parameters: [Parameter]
  /// What must hold between the parameters.
  public let orders: [ParameterOrder]
  /// Where the function was proposed or is defined, one work a string.
  public let references: [String]

  /// Makes the function from values in the order of `parameters`.
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

  /// What is wrong with these values, in the order of `parameters`; empty when they make a function.
  ///
  /// - Precondition: there is one value for each parameter.
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
