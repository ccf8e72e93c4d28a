import Text

/// What makes the name of a file that lies directly in its directory, shown by it, on every common file system.
package enum FileName {
  /// What a file name must be and this text is not, completing "expected …".
  ///
  /// A backslash separates folders on Windows, where a checked out repository must not leave its directory either; a
  /// leading dot hides a file and is kept for temporary ones.
  package static func expectation(missedBy text: String) -> String? {
    if text.isEmpty { return "at least one character" }
    if text.unicodeScalars.contains(where: \.isControl) { return "a name without control characters" }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      return "a name without / and \\, inside of the output directory"
    }
    if text.utf8.first == UInt8(ascii: ".") { return "a name that does not begin with a dot" }
    if text.utf8.count > Limits.fileNameBytes {
      return "a file name of at most \(Limits.fileNameBytes) bytes"
    }
    return nil
  }

  /// Equal for names that a disk may take for one: file systems of Windows and macOS fold case, those of macOS canonically
  /// equivalent characters too, as the comparison of strings does.
  package static func folded(_ text: String) -> String { text.uppercased().lowercased() }
}
