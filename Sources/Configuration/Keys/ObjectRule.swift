import JSON
import Text

/// A value of the file and the byte offset where it begins.
struct Located<Value: Sendable>: Sendable {
  /// The value; nil if it is at fault, so that nothing that depends on it can be checked.
  let value: Value?
  let offset: Int

  var isFaulty: Bool { value == nil }
}

/// The rule for an object with given keys and no others.
struct ObjectRule<Record: Sendable>: ValueRule {
  private let makeKeys: @Sendable () -> [ConfigurationKey<Record>]
  private let empty: Record

  /// - Parameters:
  ///   - keys: The keys, which are made when an object is read for the first time.
  ///   - empty: The record of an object without members.
  init(keys: @escaping @autoclosure @Sendable () -> [ConfigurationKey<Record>], empty: Record) {
    (makeKeys, self.empty) = (keys, empty)
  }

  var keys: [ConfigurationKey<Record>] { makeKeys() }

  var expectation: String { "an object in { }" }
  var schema: JSONValue {
    ["type": "object", "properties": .object(keys.compactMap(\.property)), "additionalProperties": false]
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> Record? {
    guard let members = json.members else {
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
  /// Reports a key that is none of the given names.
  mutating func report(unknown member: JSONMember, among names: [String]) {
    let nearest = isFull ? nil : member.key.nearest(among: names)
    let expectation = nearest.map { "\"\($0)\"" } ?? "one of " + names.map { "\"\($0)\"" }.joined(separator: ", ")
    let found = source.excerpt(of: member.keySpan)
    report(at: member.keySpan.lowerBound, "found the unknown key \(found), expected \(expectation)")
  }
}
