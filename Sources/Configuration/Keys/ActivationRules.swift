import Activations
import Expressions
import JSON

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
    let formula = nearest == nil ? Catalogue.formula(named: name) : nil
    let expectation =
      nearest.map { "\"\($0)\"" } ?? formula.map { "an object with \"name\" and \"expression\": \"\($0)\"" }
      ?? "a function of the catalogue, which actfig list shows"
    let found = faults.source.excerpt(of: json.span)
    faults.report(at: json.span.lowerBound, "found the unknown function \(found), expected \(expectation)")
    return nil
  }
}

/// The entries of `activations`.
struct ActivationList: ValueRule {
  let element = ActivationRule()

  var expectation: String { "an array of 1 to \(Limits.figures) functions" }
  var schema: JSON {
    ["type": "array", "items": element.schema, "minItems": 1, "maxItems": JSON(Limits.figures)]
  }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> [ActivationConfiguration]? {
    guard case .array(let values) = json.content, 1...Limits.figures ~= values.count else {
      faults.report(json, expected: expectation)
      return nil
    }
    let entries = values.filter { !$0.isFaulty }.compactMap { element.read($0, reporting: &faults) }
    let count = entries.reduce(0) { $0 + $1.figureCount }
    guard count <= Limits.figures else {
      let found = "found \(count) figures with those of sweeps"
      faults.report(at: json.span.lowerBound, "\(found), expected at most \(Limits.figures)")
      return nil
    }
    return entries
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
      let function = members.first { $0.key == "function" }
      let formula = members.first { $0.key == "expression" }
      checkSource(among: members, at: offset, reporting: &faults)
      let parameters =
        function == nil && formula != nil
        ? ParameterKeys(ofFormulaAmong: members) : ParameterKeys(of: function.flatMap { Self.entry(named: $0.value) })
      let sweep = ActivationConfiguration.sweep(
        over: parameters.swept, beside: members.filter { $0.key != "parameters" })
      return ObjectRule(
        keys: ActivationConfiguration.keys + parameters.own + [sweep], empty: ActivationConfiguration(offset: offset)
      ).read(json, reporting: &faults)
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

  private static func entry(named name: JSONValue) -> CatalogueEntry? {
    guard case .string(let name) = name.content else { return nil }
    return Catalogue.entry(named: name)
  }
}
