import JSON
import Text

/// The faults of a configuration, in the order of the file.
public struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The faults, at least one.
  public let issues: [ConfigurationIssue]
  /// The number of further faults that are not listed.
  public let omittedCount: Int

  /// The descriptions of all faults, one after the other.
  public var description: String {
    let rest = omittedCount == 0 ? [] : ["\(omittedCount) more faults are not shown."]
    return (issues.map(\.description) + rest).joined(separator: "\n")
  }
}

/// A fault of a configuration, with its place.
///
/// It is printed like the message of a compiler, with the line of the file and a caret below the place. The place of a value
/// that the command line sets is its option:
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
  /// The name of the file, or the option as it was written.
  public let fileName: String
  /// Whether the place is in an option of the command line.
  public let isInOption: Bool
  /// The number of the line, from 1.
  public let line: Int
  /// The number of the column, from 1, in Unicode scalars; a byte order mark does not count.
  public let column: Int
  /// The RFC 6901 pointer to the value at fault, or to the value around the place if there is none.
  public let pointer: String
  /// What was found and what was expected, as a sentence without full stop.
  public let message: String
  /// The line of the place, shortened if it is long, without control characters.
  public let excerpt: String
  /// The number of scalars of the excerpt before the place.
  public let indentation: Int

  /// The fault as it is printed, over three lines.
  public var description: String {
    let pointer = pointer.isEmpty ? "" : pointer.printable + ": "
    let caret = String(repeating: " ", count: indentation) + "^"
    return "\(place): \(pointer)\(message)\n\(excerpt)\n\(caret)"
  }

  /// The place before a message, such as `config.json:3:14` or `--set figure.dpi=high`.
  private var place: String {
    isInOption ? fileName.abbreviated(to: 80).printable : "\(fileName.printable):\(line):\(column)"
  }
}

extension ConfigurationError {
  /// Finds the lines, columns and pointers of faults.
  ///
  /// - Parameter roots: The value of each part of the source, from which the pointers come.
  init(_ faults: Faults, in roots: [JSONNode]) {
    let source = faults.source
    // One pass over the text finds the places of all messages.
    let offsets = Set(faults.list.flatMap { [$0.offset] + ($0.earlier.map { [$0] } ?? []) }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(offsets, source.places(ofAscending: offsets)))
    // Sorting is stable, so that faults of one place stay in the order in which they were found.
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
  /// A place in a message about a part of the source: `3:14` in the same file, `character 5` in the same option, and with the
  /// name of its part in another one.
  fileprivate func description(of place: SourcePlace, at offset: Int, from index: Int) -> String {
    let other = part(at: offset)
    let isOption = parts[other].isOption
    if other == index { return isOption ? "character \(place.column)" : place.description }
    let name = parts[other].name.abbreviated(to: 80).printable
    return isOption ? name : "\(name):\(place)"
  }
}
