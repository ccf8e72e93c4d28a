import Activations
import JSON

extension ActivationRule {
  var schema: JSON { .reference(to: "entry") }

  /// A function by its name, or an object whose parameters are those of its function.
  static var definition: JSON {
    let isFunction: JSON = ["required": ["function"]]
    let isFormula: JSON = ["required": ["expression"]]
    let formula: JSON = ["if": isFormula, "then": ["properties": ["sweep": SweepRule.formulaSchema]]]
    let object: JSON = [
      "type": "object",
      "properties": .object(ActivationConfiguration.keys.compactMap(\.property)),
      "oneOf": [isFunction, isFormula],
      "dependentRequired": ["expression": ["name"], "parameters": ["expression"]],
      "allOf": .array(conditions + [formula]),
      "unevaluatedProperties": false,
    ]
    return ["description": "The name of a function, or an object.", "anyOf": [FunctionName().schema, object]]
  }

  /// What an entry may hold beside the common keys: for each function with parameters, and for all others together.
  private static var conditions: [JSON] {
    let others = Catalogue.entries.filter(\.parameters.isEmpty)
    return Catalogue.entries.filter { !$0.parameters.isEmpty }.map { entry in
      condition(for: .reference(to: FunctionName.definitionName(of: entry)), adding: ParameterKeys.declared(by: entry))
    } + [condition(for: FunctionName.schema(of: others), adding: [])]
  }

  private static func condition(
    for name: JSON, adding parameters: [ConfigurationKey<ActivationConfiguration>]
  ) -> JSON {
    let keys = parameters + [ActivationConfiguration.sweep(over: parameters)]
    return [
      "if": ["required": ["function"], "properties": ["function": name]],
      "then": ["properties": .object(keys.compactMap(\.property))],
    ]
  }
}

extension FunctionName {
  var schema: JSON { .reference(to: "function") }

  /// The name of one of these functions.
  static func schema(of entries: [CatalogueEntry]) -> JSON {
    ["anyOf": .array(entries.map { .reference(to: definitionName(of: $0)) })]
  }

  /// Under which the names of a function stand among the definitions.
  static func definitionName(of entry: CatalogueEntry) -> String { "function-" + entry.name }

  /// The names of one function: those that an editor offers, and every other spelling that `Catalogue.entry(named:)` takes
  /// for one of them.
  static func definition(of entry: CatalogueEntry) -> JSON {
    let names = [entry.name] + entry.aliases
    var spellings: [String] = []
    for spelling in names.map(spelling) where !spellings.contains(spelling) { spellings.append(spelling) }
    let pattern = "^[-_ ]*(?:" + spellings.joined(separator: "|") + ")[-_ ]*$"
    return [
      "description": .string("\(entry.title): \(entry.formula)."),
      "type": "string",
      "anyOf": [["enum": .array(names.map(JSON.string))], ["pattern": .string(pattern)]],
    ]
  }

  /// A regular expression for a name in upper and lower case, its words joined by anything or nothing.
  private static func spelling(of name: String) -> String {
    name.lowercased().filter { !"-_ ".contains($0) }.map { letter in
      letter.isLetter ? "[\(letter)\(letter.uppercased())]" : String(letter)
    }.joined(separator: "[-_ ]*")
  }
}
