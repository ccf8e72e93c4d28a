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

/// A function by its name, or an object that names it in `function` or holds a formula in `expression`, beside settings and
/// parameters of the figure.
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
      checkSource(among: members, at: offset, reporting: &faults)
      let isExpression = !members.contains { $0.key == "function" } && members.contains { $0.key == "expression" }
      let keys = ActivationConfiguration.keys + (isExpression ? Self.misplacedKeys : Self.parameterKeys(of: entry))
      return ObjectRule(keys: keys, empty: ActivationConfiguration(offset: offset)).read(json, reporting: &faults)
    default:
      faults.report(json, expected: expectation)
      return nil
    }
  }

  /// Says where the keys do not tell what is to be drawn: one of function and expression, and what belongs to either.
  private func checkSource(among members: [JSONMember], at offset: Int, reporting faults: inout Faults) {
    func member(_ key: String) -> JSONMember? { members.first { $0.key == key } }
    switch (member("function"), member("expression")) {
    case (nil, nil):
      let choice = "the name of a function of the catalogue, or an \"expression\""
      faults.report(at: offset, "found no \"function\", expected \(choice)")
    case (let function?, let expression?):
      let later = max(function.keySpan.lowerBound, expression.keySpan.lowerBound)
      faults.report(at: later, "found \"function\" and \"expression\", expected one of them")
    case (nil, _?):
      if member("name") == nil { faults.report(at: offset, "found an expression without \"name\", expected one") }
    case (_?, nil):
      guard let parameters = member("parameters") else { return }
      let expectation = "each parameter beside \"function\""
      faults.report(at: parameters.keySpan.lowerBound, "found \"parameters\", expected \(expectation)")
    }
  }

  /// The parameters of functions, which have no place beside an expression.
  private static let misplacedKeys = allParameterNames.map { name in
    ConfigurationKey<ActivationConfiguration>(
      refused: name, "found \"\(name)\" beside \"expression\", expected it in \"parameters\"")
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
