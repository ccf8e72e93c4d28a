import Activations
import Expressions
import JSON
import Tables

extension JSONValue {
  /// Where a function comes from: its name in the catalogue, its formula or its table.
  init(sourceOf function: ActivationFunction) {
    if let table = function.table {
      self = ["table": JSONValue(table)]
    } else if let expression = function.expression {
      self = ["expression": .string(expression)]
    } else {
      self = ["function": .string(function.entry.name)]
    }
  }

  /// What a table is, without its points.
  init(_ table: TabulatedActivation) {
    let points = table.table
    self = [
      "points": JSONValue(points.count),
      "range": [.number(points.x[0]), .number(points.x[points.count - 1])],
      "hasDerivatives": .boolean(points.derivatives != nil),
      "interpolation": .string(table.interpolation.rawValue),
      "outside": .string(table.beyond.rawValue),
      "checksum": .string(points.checksum),
    ]
  }
}
