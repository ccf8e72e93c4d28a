import Activations
import JSON
import Plans

/// The rule for the entries of `activations`.
struct ActivationListRule: ValueRule {
  private let element = ActivationRule()

  var expectation: String { "an array of 1 to \(Limits.figures) functions" }
  var schema: JSONValue {
    ["type": "array", "items": element.schema, "minItems": 1, "maxItems": JSONValue(Limits.figures)]
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> [ActivationConfiguration]? {
    guard let elements = json.elements, 1...Limits.figures ~= elements.count else {
      faults.report(json, expected: expectation)
      return nil
    }
    let entries = elements.filter { !$0.isFaulty }.compactMap { element.read($0, reporting: &faults) }
    let count = entries.reduce(0) { $0 + $1.figureCount }
    guard count <= Limits.figures else {
      let found = "found \(count) figures with those of sweeps"
      faults.report(at: json.span.lowerBound, "\(found), expected at most \(Limits.figures)")
      return nil
    }
    return entries
  }
}

/// The rule for an entry: the name of a function, or an object that names one in `function`, holds a formula in
/// `expression`, points in `table` or a gated pair in `gate`, with parameters and settings of the figure.
struct ActivationRule: ValueRule {
  var expectation: String { "the name of a function or an object with \"function\"" }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> ActivationConfiguration? {
    let offset = json.span.lowerBound
    if json.string != nil {
      guard let entry = FunctionNameRule().read(json, reporting: &faults) else { return nil }
      return ActivationConfiguration(offset: offset, function: Located(value: entry, offset: offset))
    }
    guard let members = json.members else {
      faults.report(json, expected: expectation)
      return nil
    }
    checkSource(among: members, at: offset, reporting: &faults)
    let function = members.first { $0.key == "function" }?.value
    let isFormula = function == nil && members.contains { $0.key == "expression" }
    let isTable = function == nil && !isFormula && members.contains { $0.key == "table" }
    let isGate = function == nil && !isFormula && !isTable && members.contains { $0.key == "gate" }
    let parameters =
      isFormula
      ? ParameterKeys(ofFormulaAmong: members)
      : isTable
        ? .ofTable : isGate ? .ofGate : ParameterKeys(of: function?.string.flatMap { Catalogue.entry(named: $0) })
    let sweep = ActivationConfiguration.sweep(
      over: parameters.swept, beside: members.filter { $0.key != "parameters" })
    return ObjectRule(
      keys: ActivationConfiguration.keys + parameters.own + [sweep], empty: ActivationConfiguration(offset: offset)
    ).read(json, reporting: &faults)
  }

  /// Reports an entry that has not exactly one of function, formula, table and gated pair, or keys that do not belong to the one it has.
  private func checkSource(among members: [JSONMember], at offset: Int, reporting faults: inout Faults) {
    func member(_ key: String) -> JSONMember? { members.first { $0.key == key } }
    let sources = ["function", "expression", "table", "gate"].compactMap(member)
    guard let source = sources.first else {
      let choice = "the name of a function of the catalogue, or an \"expression\", \"table\" or \"gate\""
      faults.report(at: offset, "found no \"function\", expected \(choice)")
      return
    }
    guard sources.count == 1 else {
      let later = sources.map(\.keySpan.lowerBound).max() ?? offset
      let names = sources.map { "\"\($0.key)\"" }.joined(separator: " and ")
      faults.report(at: later, "found \(names), expected one of them")
      return
    }
    let gateHasName = source.key == "gate" && !(source.value.string.map(GateRule.isFormula) ?? false)
    if source.key != "function", !gateHasName, member("name") == nil {
      let article = source.key == "expression" ? "an" : "a"
      faults.report(at: offset, "found \(article) \(source.key) without \"name\", expected one")
    }
    if source.key != "expression", let parameters = member("parameters") {
      let expectation =
        source.key == "table"
        ? "none, as a table has no parameters"
        : source.key == "gate" ? "none, as a gated pair has no parameters" : "each parameter beside \"function\""
      faults.report(at: parameters.keySpan.lowerBound, "found \"parameters\", expected \(expectation)")
    }
    if source.key != "table" {
      for key in ["interpolation", "outside"].compactMap(member) {
        let expectation = "it beside \"table\", as no other function is given by points"
        faults.report(
          at: key.keySpan.lowerBound, "found \"\(key.key)\" beside \"\(source.key)\", expected \(expectation)")
      }
    } else if member("interpolation")?.value.string == "none", let outside = member("outside") {
      let expectation = "none, as the table is defined at its points only with \"interpolation\": \"none\""
      faults.report(at: outside.keySpan.lowerBound, "found \"outside\", expected \(expectation)")
    }
  }
}

/// The rule for the name of a function of the catalogue, or one of its aliases.
struct FunctionNameRule: ValueRule {
  var expectation: String { "the name of a function, e.g. \"sigmoid\"" }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> CatalogueEntry? {
    guard let name = json.string else {
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

// MARK: - Schema

extension JSONValue {
  /// A reference to one of the schema's definitions.
  static func reference(to definition: String) -> JSONValue { ["$ref": .string("#/$defs/" + definition)] }
}

extension ActivationRule {
  var schema: JSONValue { .reference(to: "entry") }

  /// The schema's definition of an entry: the name of a function, or an object whose parameters are those of its function.
  static var definition: JSONValue {
    let isFunction: JSONValue = ["required": ["function"]]
    let isFormula: JSONValue = ["required": ["expression"]]
    let formula: JSONValue = ["if": isFormula, "then": ["properties": ["sweep": SweepRule.formulaSchema]]]
    let isTable: JSONValue = ["required": ["table"]]
    let sweep = ActivationConfiguration.sweep(over: [])
    let table: JSONValue = ["if": isTable, "then": ["properties": .object([sweep].compactMap(\.property))]]
    let isGate: JSONValue = ["required": ["gate"]]
    let gate: JSONValue = ["if": isGate, "then": ["properties": .object([sweep].compactMap(\.property))]]
    let object: JSONValue = [
      "type": "object",
      "properties": .object(ActivationConfiguration.keys.compactMap(\.property)),
      "oneOf": [isFunction, isFormula, isTable, isGate],
      "dependentRequired": [
        "expression": ["name"], "parameters": ["expression"], "table": ["name"], "interpolation": ["table"],
        "outside": ["table"],
      ],
      "allOf": .array(conditions + [formula, table, gate]),
      "unevaluatedProperties": false,
    ]
    return ["description": "The name of a function, or an object.", "anyOf": [FunctionNameRule().schema, object]]
  }

  /// The additional keys of an entry: a condition for each function with parameters, and one for all others together.
  private static var conditions: [JSONValue] {
    let others = Catalogue.entries.filter(\.parameters.isEmpty)
    return Catalogue.entries.filter { !$0.parameters.isEmpty }.map { entry in
      condition(
        for: .reference(to: FunctionNameRule.definitionName(of: entry)), adding: ParameterKeys.declared(by: entry))
    } + [condition(for: FunctionNameRule.schema(of: others), adding: [])]
  }

  private static func condition(
    for name: JSONValue, adding parameters: [ConfigurationKey<ActivationConfiguration>]
  ) -> JSONValue {
    let keys = parameters + [ActivationConfiguration.sweep(over: parameters)]
    return [
      "if": ["required": ["function"], "properties": ["function": name]],
      "then": ["properties": .object(keys.compactMap(\.property))],
    ]
  }
}

extension FunctionNameRule {
  var schema: JSONValue { .reference(to: "function") }

  /// The schema of the name of one of these functions.
  static func schema(of entries: [CatalogueEntry]) -> JSONValue {
    ["anyOf": .array(entries.map { .reference(to: definitionName(of: $0)) })]
  }

  /// The name of the schema's definition for the names of a function.
  static func definitionName(of entry: CatalogueEntry) -> String { "function-" + entry.name }

  /// The schema's definition for the names of a function: the names that an editor offers, and every other spelling that
  /// `Catalogue.entry(named:)` accepts for one of them.
  static func definition(of entry: CatalogueEntry) -> JSONValue {
    let names = [entry.name] + entry.aliases
    var spellings: [String] = []
    for spelling in names.map(spelling) where !spellings.contains(spelling) { spellings.append(spelling) }
    let pattern = "^[-_ ]*(?:" + spellings.joined(separator: "|") + ")[-_ ]*$"
    return [
      "description": .string("\(entry.title): \(entry.formula)."),
      "type": "string",
      "anyOf": [["enum": .array(names.map(JSONValue.string))], ["pattern": .string(pattern)]],
    ]
  }

  /// A regular expression for a name in upper and lower case, its words joined by separators or nothing.
  private static func spelling(of name: String) -> String {
    name.lowercased().filter { !"-_ ".contains($0) }.map { letter in
      letter.isLetter ? "[\(letter)\(letter.uppercased())]" : String(letter)
    }.joined(separator: "[-_ ]*")
  }
}
