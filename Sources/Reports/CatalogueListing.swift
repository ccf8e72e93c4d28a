import Activations
import JSON
import Numerals
import Pipeline

/// The list of the functions that a configuration can name, for people and for programs.
public struct CatalogueListing: Sendable {
  private let entries = Catalogue.entries

  /// Creates the list of the whole catalogue, in its order.
  public init() {}

  /// A table with aligned columns: name, title, formula, parameters with their defaults. It ends with a line feed.
  public var table: String { table(width: nil) }

  /// The table, fitted into a terminal of `width` columns; nil for one line per function.
  public func table(width: Int?) -> String {
    TextTable(
      heads: ["NAME", "TITLE", "FORMULA", "PARAMETERS"], alignments: [.left, .left, .left, .left],
      rows: entries.map { [$0.name, $0.title, $0.formula, $0.parameterText] }, detail: 2
    ).plain(width: width)
  }

  /// All facts about each function. Kinks and jumps are those with every parameter at its default.
  public var json: JSONValue { .array(entries.map { JSONValue($0) }) }
}

extension CatalogueEntry {
  /// The parameters with their defaults: `minVal = -1, maxVal = 1`.
  fileprivate var parameterText: String {
    parameters.map { "\($0.name) = \(String(shortest: $0.defaultValue))" }.joined(separator: ", ")
  }
}

extension JSONValue {
  fileprivate init(_ entry: CatalogueEntry) {
    self = [
      "name": .string(entry.name),
      "title": .string(entry.title),
      "aliases": .array(entry.aliases.map(JSONValue.string)),
      "formula": .string(entry.formula),
      "parameters": .array(entry.parameters.map { JSONValue($0) }),
      "orders": .array(entry.orders.map { .string($0.description) }),
      "breakpoints": .array(ActivationFunction(entry).breakpoints.map { JSONValue($0) }),
      "references": .array(entry.references.map(JSONValue.string)),
    ]
  }

  private init(_ parameter: Parameter) {
    self = [
      "name": .string(parameter.name),
      "default": .number(parameter.defaultValue),
      "range": [.number(parameter.range.lowerBound), .number(parameter.range.upperBound)],
      "excluded": JSONValue(parameter.excluded),
    ]
  }
}
