import Activations
import Expressions
import JSON

/// The keys that a function or a formula adds to its entry.
struct ParameterKeys {
  /// Beside the keys that every entry has.
  let own: [ConfigurationKey<ActivationConfiguration>]
  /// Inside of its sweep.
  let swept: [ConfigurationKey<ActivationConfiguration>]
}

extension ParameterKeys {
  /// The parameters of a function, and those of others to be refused by a sentence of their own. Nothing is said about
  /// parameters where the function is at fault.
  init(of entry: CatalogueEntry?) {
    let keys = entry.map { Self.keys(of: $0) } ?? Self.allNames.map { ConfigurationKey(ignored: $0) }
    self.init(own: keys, swept: keys)
  }

  /// The parameters of a formula, which stand in an object of their own; those of functions have no place beside it.
  init(ofFormulaAmong members: [JSONMember]) {
    var names: [String] = []
    if case .object(let parameters)? = members.first(where: { $0.key == "parameters" })?.value.content {
      names = parameters.map(\.key)
    }
    self.init(own: Self.misplaced, swept: names.map(Self.key(ofFormulaParameter:)))
  }

  /// The keys of a function's own parameters.
  static func declared(by entry: CatalogueEntry) -> [ConfigurationKey<ActivationConfiguration>] {
    entry.parameters.map { parameter in
      ConfigurationKey(
        parameter.name, RealNumber(bounds: parameter.range, excluded: parameter.excluded),
        default: parameter.defaultValue, into: { $0.parameters[parameter.name] = $1 },
        meaning: "Parameter of \(entry.name): \(entry.formula).")
    }
  }

  /// The key by which a sweep sets a parameter of a formula.
  static func key(ofFormulaParameter name: String) -> ConfigurationKey<ActivationConfiguration> {
    ConfigurationKey(
      name, RealNumber(bounds: ParsedExpression.parameterRange), into: { $0[expressionParameter: name] = $1 },
      meaning: "Parameter of the formula.")
  }

  private static func keys(of entry: CatalogueEntry) -> [ConfigurationKey<ActivationConfiguration>] {
    let names = entry.parameters.map { "\"\($0.name)\"" }
    let expectation = names.isEmpty ? "none" : names.joined(separator: " or ")
    let foreign = allNames.filter { name in !entry.parameters.contains { $0.name == name } }.map { name in
      ConfigurationKey<ActivationConfiguration>(
        refused: name, "found \"\(name)\", which is no parameter of \(entry.name), expected \(expectation)")
    }
    return declared(by: entry) + foreign
  }

  private static let misplaced = allNames.map { name in
    ConfigurationKey<ActivationConfiguration>(
      refused: name, "found \"\(name)\" beside \"expression\", expected it in \"parameters\"")
  }

  private static let allNames = Set(Catalogue.entries.flatMap { $0.parameters.map(\.name) })
}
