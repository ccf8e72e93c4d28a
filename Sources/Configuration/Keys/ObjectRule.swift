import JSON
import Text

/// An object with these keys and no others.
struct ObjectRule<Record: Sendable>: ValueRule {
  private let makeKeys: @Sendable () -> [ConfigurationKey<Record>]
  /// The record of an object without any key.
  let empty: Record

  /// - Parameter keys: Made when such an object is met for the first time.
  init(keys: @escaping @autoclosure @Sendable () -> [ConfigurationKey<Record>], empty: Record) {
    (makeKeys, self.empty) = (keys, empty)
  }

  var keys: [ConfigurationKey<Record>] { makeKeys() }

  var expectation: String { "an object in { }" }
  var schema: JSON {
    ["type": "object", "properties": .object(keys.compactMap(\.property)), "additionalProperties": false]
  }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> Record? {
    guard case .object(let members) = json.content else {
      faults.report(json, expected: expectation)
      return nil
    }
    var record = empty
    let keys = keys
    for member in members where !member.isRepeated {
      if let key = keys.first(where: { $0.name == member.key }) {
        key.read(member, &record, &faults)
      } else {
        faults.report(unknown: member, among: keys.filter { $0.rule != nil }.map(\.name))
      }
    }
    return record
  }
}

extension Faults {
  /// Notes a key that means nothing where it stands.
  mutating func report(unknown member: JSONMember, among names: [String]) {
    let nearest = isFull ? nil : member.key.nearest(among: names)
    let expectation = nearest.map { "\"\($0)\"" } ?? "one of " + names.map { "\"\($0)\"" }.joined(separator: ", ")
    let found = source.excerpt(of: member.keySpan)
    report(at: member.keySpan.lowerBound, "found the unknown key \(found), expected \(expectation)")
  }
}
