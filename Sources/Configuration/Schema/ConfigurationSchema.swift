import Activations
import JSON

/// The JSON Schema of a configuration, as JSON Schema's draft 2020-12 defines it, for editors and other tools.
///
/// It is made from the declarations by which the file is read, so that no key, bound, default or meaning can be missing from
/// it. What only the whole can show stays for the reading: that two figures have one file, that a grid or a picture is too
/// large, that a formula has a fault.
///
/// ```swift
/// ConfigurationSchema().text     // {\n  "$schema": "https://json-schema.org/draft/2020-12/schema", …
/// ```
public struct ConfigurationSchema: Sendable {
  /// The name of the file in which an editor finds the schema, beside the configuration.
  public static let fileName = "config.schema.json"

  /// The schema of this version.
  public init() {}

  /// Ends with a line feed.
  public var text: String { json.text + "\n" }

  /// As a value.
  public var json: JSON {
    let head: JSON = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Configuration of actfig",
      "description": "The figures of activation functions that a run of actfig draws.",
    ]
    return head + ObjectRule(keys: Configuration.keys, empty: Configuration()).schema
      + ["required": ["activations"], "$defs": Self.definitions]
  }

  /// The keys of a configuration that hold one value each, as the command line sets them: `samples`, `figure.dpi`.
  public var settingPaths: [String] { Self.paths(in: json, under: "").filter { !$0.hasPrefix("$") } }

  private static func paths(in schema: JSON, under path: String) -> [String] {
    guard case .object(let properties)? = schema["properties"] else { return path.isEmpty ? [] : [path] }
    return properties.flatMap { paths(in: $0.value, under: path.isEmpty ? $0.key : path + "." + $0.key) }
  }

  /// What several keys refer to: entries, lists of sweeps, and the functions with every spelling of their names.
  private static var definitions: JSON {
    let common: JSON = [
      "entry": ActivationRule.definition, "sweep": SweepRule.definition, "spacing": SweepListRule.spacingDefinition,
      "style": StyleRule().definition, "function": FunctionName.schema(of: Catalogue.entries),
    ]
    let functions = Catalogue.entries.map { entry in
      JSON.Member(key: FunctionName.definitionName(of: entry), value: FunctionName.definition(of: entry))
    }
    return common + .object(functions)
  }
}

extension JSON {
  /// A reference to one of the schema's definitions.
  static func reference(to definition: String) -> JSON { ["$ref": .string("#/$defs/" + definition)] }
}
