import JSON
import Plans
import Tables

/// The table of an entry as it stands in the configuration.
enum TableContent: Sendable {
  /// The path of a file.
  case file(String)
  /// The points themselves, and the offset of each x.
  case points(TableRows, offsets: [Int])
}

/// The rule for a table: the path of a file, or an object of the lists of its columns.
///
/// The recipe of a large table holds the number of its points and their checksum only, from which it cannot be read.
struct TableRule: ValueRule {
  private let path = StringRule(bytes: 1...Limits.directoryBytes)
  private static let limit = PointTable.numberLimit

  var expectation: String { "the path of a table, or an object such as {\"x\": [-1, 0, 1], \"value\": [0, 0, 1]}" }
  var schema: JSONValue {
    let number: JSONValue = ["type": "number", "minimum": .number(-Self.limit), "maximum": .number(Self.limit)]
    let other: JSONValue = ["anyOf": [number, ["enum": [.null, "inf", "-inf"]]]]
    func list(_ element: JSONValue) -> JSONValue { ["type": "array", "items": element, "minItems": 1] }
    let object: JSONValue = [
      "type": "object",
      "properties": ["x": list(number), "value": list(other), "derivative": list(other)],
      "required": ["x", "value"], "additionalProperties": false,
    ]
    return ["anyOf": [path.schema, object]]
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> TableContent? {
    if json.string != nil { return path.read(json, reporting: &faults).map { .file($0) } }
    guard let members = json.members else {
      faults.report(json, expected: expectation)
      return nil
    }
    let names = ["x", "value", "derivative"]
    let count = faults.count
    if let points = members.first(where: { $0.key == "points" }), members.contains(where: { $0.key == "checksum" }) {
      let number = faults.source.excerpt(of: points.value.span)
      let expectation = "its points, which the recipe of so large a table does not hold"
      faults.report(
        at: json.span.lowerBound, "found a table of \(number) points by its checksum alone, expected \(expectation)")
      return nil
    }
    for member in members where !member.isRepeated && !names.contains(member.key) {
      faults.report(unknown: member, among: names)
    }
    let columns = names.map { name in members.first { $0.key == name && !$0.isRepeated } }
    for (name, column) in zip(names, columns).prefix(2) where column == nil {
      faults.report(at: json.span.lowerBound, "found a table without \"\(name)\", expected the list of it")
    }
    var lists: [[Double]?] = []
    for (index, column) in columns.enumerated() {
      lists.append(column.flatMap { list($0.value, allowsUndefined: index > 0, reporting: &faults) })
    }
    guard faults.count == count, let x = columns[0]?.value.elements, let places = lists[0], let values = lists[1],
      columns[2] == nil || lists[2] != nil
    else { return nil }
    for (name, list) in zip(names, lists) {
      guard let list, list.count != places.count, let column = members.first(where: { $0.key == name }) else {
        continue
      }
      let found = "found \(list.count) numbers in \"\(name)\""
      faults.report(at: column.value.span.lowerBound, "\(found), expected \(places.count), as many as in \"x\"")
      return nil
    }
    let rows = TableRows(x: places, values: values, derivatives: lists[2], places: .rows)
    return .points(rows, offsets: x.map(\.span.lowerBound))
  }

  /// The numbers of a list. Null stands for a value that is not a number.
  private func list(_ json: JSONNode, allowsUndefined: Bool, reporting faults: inout Faults) -> [Double]? {
    guard !json.isFaulty else { return nil }
    guard let elements = json.elements, 1...PointTable.pointLimit ~= elements.count else {
      faults.report(json, expected: "an array of 1 to \(PointTable.pointLimit) numbers")
      return nil
    }
    let count = faults.count
    let numbers = elements.map { element -> Double in
      if let number = element.number, number.magnitude <= Self.limit { return number }
      if allowsUndefined, let number = element.undefinedNumber { return number }
      if !element.isFaulty { faults.report(element, expected: "a number from -1e100 to 1e100") }
      return 0
    }
    return faults.count == count && !elements.contains(where: \.isFaulty) ? numbers : nil
  }
}

extension JSONNode {
  /// The number that null or a word stands for, which JSON cannot write; nil for any other value.
  fileprivate var undefinedNumber: Double? {
    switch content {
    case .scalar(.null): .nan
    case .scalar(.string("inf")): .infinity
    case .scalar(.string("-inf")): -.infinity
    default: nil
    }
  }
}
