import Activations

/// The name of a function of the catalogue or one of its aliases.
struct FunctionName: ValueRule {
  var expectation: String { "the name of a function, as \"sigmoid\"" }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> CatalogueEntry? {
    guard case .string(let name) = json.content else {
      faults.report(json, expected: expectation)
      return nil
    }
    if let entry = Catalogue.entry(named: name) { return entry }
    let nearest = faults.isFull ? nil : Catalogue.nearest(to: name)
    let expectation = nearest.map { "\"\($0)\"" } ?? "a function of the catalogue, which actfig list shows"
    let found = faults.source.excerpt(of: json.span)
    faults.report(at: json.span.lowerBound, "found the unknown function \(found), expected \(expectation)")
    return nil
  }
}

/// The entries of `activations`.
struct ActivationList: ValueRule {
  let element = ActivationRule()

  var expectation: String { "an array of 1 to \(Limits.figures) functions" }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> [ActivationConfiguration]? {
    guard case .array(let values) = json.content, 1...Limits.figures ~= values.count else {
      faults.report(json, expected: expectation)
      return nil
    }
    return values.filter { !$0.isFaulty }.compactMap { element.read($0, reporting: &faults) }
  }
}

/// A function by its name, or an object that names it in `function`, beside settings and parameters of the figure.
struct ActivationRule: ValueRule {
  var expectation: String { "the name of a function or an object with \"function\"" }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> ActivationConfiguration? {
    let offset = json.span.lowerBound
    switch json.content {
    case .string:
      guard let entry = FunctionName().read(json, reporting: &faults) else { return nil }
      return ActivationConfiguration(offset: offset, function: Located(value: entry, offset: offset))
    case .object(let members):
      let entry = members.first { $0.key == "function" }.flatMap { member -> CatalogueEntry? in
        guard case .string(let name) = member.value.content else { return nil }
        return Catalogue.entry(named: name)
      }
      if !members.contains(where: { $0.key == "function" || $0.key == "expression" }) {
        faults.report(at: offset, "found no \"function\", expected the name of a function of the catalogue")
      }
      let keys = ActivationConfiguration.keys + Self.parameterKeys(of: entry)
      return ObjectRule(keys: keys, empty: ActivationConfiguration(offset: offset)).read(json, reporting: &faults)
    default:
      faults.report(json, expected: expectation)
      return nil
    }
  }

  /// The keys that a function adds to its entry: its own parameters, and those of others to be refused by a sentence of
  /// their own. Nothing is said about parameters where the function is at fault.
  private static func parameterKeys(of entry: CatalogueEntry?) -> [ConfigurationKey<ActivationConfiguration>] {
    guard let entry else { return allParameterNames.map { ConfigurationKey(ignored: $0) } }
    let own = entry.parameters.map { parameter in
      ConfigurationKey<ActivationConfiguration>(
        parameter.name, RealNumber(bounds: parameter.range, excluded: parameter.excluded),
        default: parameter.defaultValue, into: \.parameters[parameter.name],
        meaning: "Parameter of \(entry.name): \(entry.formula).")
    }
    let names = own.map { "\"\($0.name)\"" }
    let expectation = names.isEmpty ? "none" : names.joined(separator: " or ")
    let foreign = allParameterNames.filter { name in !entry.parameters.contains { $0.name == name } }.map { name in
      ConfigurationKey<ActivationConfiguration>(
        refused: name, "found \"\(name)\", which is no parameter of \(entry.name), expected \(expectation)")
    }
    return own + foreign
  }

  private static let allParameterNames = Set(Catalogue.entries.flatMap { $0.parameters.map(\.name) })
}
