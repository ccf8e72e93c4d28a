import JSON
import Plans
import Tables

extension TabulatedActivation {
  /// The members of an entry that define the table: its points, or their number and checksum if they are too many for a recipe.
  var recipeMembers: [JSONValue.Member] {
    var content: JSONValue = ["points": JSONValue(table.count), "checksum": .string(table.checksum)]
    if table.count <= Limits.recordedPoints {
      content = ["x": Self.list(table.x), "value": Self.list(table.values)]
      if let derivatives = table.derivatives { content = content + ["derivative": Self.list(derivatives)] }
    }
    let members = [
      JSONValue.Member(key: "table", value: content),
      JSONValue.Member(key: "interpolation", value: .string(interpolation.rawValue)),
    ]
    return interpolation == .none
      ? members : members + [JSONValue.Member(key: "outside", value: .string(beyond.rawValue))]
  }

  /// The numbers, with the words that stand for those that JSON cannot write.
  private static func list(_ numbers: [Double]) -> JSONValue {
    .array(
      numbers.map { number in
        if number.isNaN { return .null }
        return number.isFinite ? .number(number) : .string(number > 0 ? "inf" : "-inf")
      })
  }
}
