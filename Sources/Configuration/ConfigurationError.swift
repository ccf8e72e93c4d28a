import JSON
import Text

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
/// It prints as a compiler's message does, with the line and a caret below the place; what the command line sets has the
/// option as its place:
///
/// ```
/// config.json:3:14: /samples: found "many", expected a whole number from 1 to 1000000000
///   "samples": "many",
///              ^
/// --set figure.dpi=high: /figure/dpi: found high, expected a number from 1 to 10000
/// --set figure.dpi=high
///                  ^
/// ```
public struct ConfigurationIssue: Sendable, Equatable, CustomStringConvertible {
  /// The name of the file as it was given, or the option as it was written.
  public let fileName: String
  /// Whether the place is in an option of the command line.
  public let isInOption: Bool
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
    return "\(place): \(pointer)\(message)\n\(excerpt)\n\(caret)"
  }

  /// `config.json:3:14` or `--set figure.dpi=high`.
  private var place: String {
    isInOption ? fileName.abbreviated(to: 80).printable : "\(fileName.printable):\(line):\(column)"
  }
}

extension ConfigurationError {
  /// Nil where there are no faults.
  ///
  /// - Parameter roots: The value of each part of the source, which tells the pointers of places in it.
  init?(_ faults: Faults, in roots: [JSONValue]) {
    guard !faults.isEmpty else { return nil }
    let source = faults.source
    // One pass over the text finds all places that any message speaks of.
    let offsets = Set(faults.list.flatMap { [$0.offset] + ($0.earlier.map { [$0] } ?? []) }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(offsets, source.places(ofAscending: offsets)))
    // Sorting is stable, so that faults of one place stay in the order they were found.
    issues = faults.list.sorted { $0.offset < $1.offset }.map { fault in
      let place = places[fault.offset]!
      let index = source.part(at: fault.offset)
      let part = source.parts[index]
      let (excerpt, indentation) = source.line(around: fault.offset)
      let prefix = part.isOption ? SourceText.optionPrefix : ""
      let ending = fault.earlier.map { " " + source.description(of: places[$0]!, at: $0, from: index) } ?? ""
      return ConfigurationIssue(
        fileName: part.name, isInOption: part.isOption, line: place.line, column: place.column,
        pointer: roots[index].pointer(to: fault.offset), message: fault.message + ending, excerpt: prefix + excerpt,
        indentation: prefix.utf8.count + indentation)
    }
    omittedCount = faults.omittedCount
  }
}

extension SourceText {
  /// A place as a message about a part speaks of it: `3:14` in the same file, `character 5` in the same option, with its
  /// name in another part.
  fileprivate func description(of place: SourcePlace, at offset: Int, from index: Int) -> String {
    let other = part(at: offset)
    let isOption = parts[other].isOption
    if other == index { return isOption ? "character \(place.column)" : place.description }
    let name = parts[other].name.abbreviated(to: 80).printable
    return isOption ? name : "\(name):\(place)"
  }
}
