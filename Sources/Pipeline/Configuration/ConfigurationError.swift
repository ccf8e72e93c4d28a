/// What is wrong with a configuration: everything that was found, in the order of the file.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// Never empty.
  public let issues: [ConfigurationIssue]
  /// How many more there are than a message can hold.
  public let omittedCount: Int

  /// One issue after the other, each with its line of the file.
  public var description: String {
    let rest = omittedCount == 0 ? [] : ["\(omittedCount) more faults are not shown."]
    return (issues.map(\.description) + rest).joined(separator: "\n")
  }
}

/// One fault of a configuration, at its place.
///
/// It prints as a compiler's message does, with the line and a caret below the place:
///
/// ```
/// config.json:3:14: /samples: found "many", expected a whole number from 1 to 1000000000
///   "samples": "many",
///              ^
/// ```
public struct ConfigurationIssue: Sendable, Equatable, CustomStringConvertible {
  /// The name of the file as it was given.
  public let fileName: String
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars; a byte order mark does not count.
  public let column: Int
  /// The RFC 6901 pointer to the value at fault, or to the value around it where there is none.
  public let pointer: String
  /// What was found and what was expected, without a full stop.
  public let message: String
  /// The line, cut where it is long, without anything that would move the cursor.
  public let excerpt: String
  /// How many scalars of the excerpt stand before the place.
  public let indentation: Int

  /// Every issue as it is printed, in the order of their places.
  public var description: String {
    let pointer = pointer.isEmpty ? "" : pointer.printable + ": "
    let caret = String(repeating: " ", count: indentation) + "^"
    return "\(fileName.printable):\(line):\(column): \(pointer)\(message)\n\(excerpt)\n\(caret)"
  }
}

extension ConfigurationError {
  /// Nil where there are no faults.
  init?(_ faults: Faults, in root: JSONValue) {
    guard !faults.isEmpty else { return nil }
    let source = faults.source
    // One pass over the text finds all places that any message speaks of.
    let offsets = Set(faults.list.flatMap { [$0.offset] + ($0.earlier.map { [$0] } ?? []) }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(offsets, source.places(ofAscending: offsets)))
    // Sorting is stable, so that faults of one place stay in the order they were found.
    issues = faults.list.sorted { $0.offset < $1.offset }.map { fault in
      let place = places[fault.offset]!
      let (excerpt, indentation) = source.line(around: fault.offset)
      let ending = fault.earlier.map { " " + places[$0]!.description } ?? ""
      return ConfigurationIssue(
        fileName: source.name, line: place.line, column: place.column, pointer: root.pointer(to: fault.offset),
        message: fault.message + ending, excerpt: excerpt, indentation: indentation)
    }
    omittedCount = faults.omittedCount
  }
}
