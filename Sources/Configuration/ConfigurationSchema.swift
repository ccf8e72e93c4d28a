import Activations
import JSON

/// The JSON Schema of a configuration, by draft 2020-12, for editors and other tools.
///
/// It is made from the declarations by which the file is read, so that it contains every key, bound, default and meaning. The
/// schema cannot express what depends on several values: that two figures have the same file, that a grid or a picture is too
/// large, or that a formula has a fault.
///
/// ```swift
/// ConfigurationSchema().text     // {\n  "$schema": "https://json-schema.org/draft/2020-12/schema", …
/// ```
public struct ConfigurationSchema: Sendable {
  /// The name of the file beside the configuration in which an editor finds the schema.
  public static let fileName = "config.schema.json"

  /// Makes the schema of this version.
  public init() {}

  /// The schema as a file, which ends with a line feed.
  public var text: String { json.text + "\n" }

  /// The schema as a JSON value.
  public var json: JSONValue {
    let head: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Configuration of actfig",
      "description": "The figures of activation functions that a run of actfig draws.",
    ]
    let properties = JSONValue.object(ConfigurationFile.keys.compactMap(\.property))
    return head + ["type": "object", "properties": properties, "additionalProperties": false]
      + ["required": ["activations"], "$defs": Self.definitions]
  }

  /// The paths of all keys that hold one value each, as the command line sets them: `samples`, `figure.dpi`.
  public var settingPaths: [String] { Self.paths(in: json, under: "").filter { !$0.hasPrefix("$") } }

  private static func paths(in schema: JSONValue, under path: String) -> [String] {
    guard case .object(let properties)? = schema["properties"] else { return path.isEmpty ? [] : [path] }
    return properties.flatMap { paths(in: $0.value, under: path.isEmpty ? $0.key : path + "." + $0.key) }
  }

  /// The definitions to which several keys refer: entries, sweeps, styles, and the functions with all spellings of their
  /// names.
  private static var definitions: JSONValue {
    let common: JSONValue = [
      "entry": ActivationRule.definition, "sweep": SweepRule.definition, "spacing": SweepListRule.spacingDefinition,
      "style": StyleRule().definition, "function": FunctionNameRule.schema(of: Catalogue.entries),
    ]
    let functions = Catalogue.entries.map { entry in
      JSONValue.Member(key: FunctionNameRule.definitionName(of: entry), value: FunctionNameRule.definition(of: entry))
    }
    return common + .object(functions)
  }
}
