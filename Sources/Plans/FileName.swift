import Text

/// The conditions for the name of a figure's file. A valid name is that of a visible file directly in the output directory,
/// on every common file system.
package enum FileName {
  /// What is expected of a file name and not true of this text, to complete "expected …"; nil for a valid name.
  ///
  /// A backslash separates folders on Windows, where a repository must not leave its directory either. A leading dot hides a
  /// file and is reserved for temporary files.
  package static func expectation(missedBy text: String) -> String? {
    if text.isEmpty { return "at least one character" }
    let isPrintable = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
    if !isPrintable, text.unicodeScalars.contains(where: \.isControl) { return "a name without control characters" }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      return "a name without / and \\, inside of the output directory"
    }
    if text.utf8.first == UInt8(ascii: ".") { return "a name that does not begin with a dot" }
    if text.utf8.count > Limits.fileNameBytes {
      return "a file name of at most \(Limits.fileNameBytes) bytes"
    }
    return nil
  }

  /// A key that is equal for names which a file system may take for the same file: those of Windows and macOS ignore case,
  /// and those of macOS ignore canonical equivalence too, as the comparison of strings does.
  package static func folded(_ text: String) -> String { text.uppercased().lowercased() }
}

// MARK: - Portability

// Output directories are kept in repositories and uploaded by continuous integration. So every checkout and every upload must
// accept the name of a figure's file, whatever the file system of this machine allows.

extension FileName {
  /// What is expected of the file name of a figure and not true of this name, to complete "expected …"; nil for a name that
  /// every common file system, a checkout on Windows and an upload of build artifacts accept.
  package static func expectation(missedByFileOfFigure name: String) -> String? {
    expectation(missedBy: name) ?? expectationOfCharacters(in: name) ?? expectationOfEnd(of: name)
      ?? expectationOfDevice(in: name)
  }

  /// The same for the name of a figure and the file name that is made from it.
  ///
  /// The name must not end in a dot or a blank even if more follows in the file name, because templates and variants may put
  /// it last.
  package static func expectation(missedByFigure name: String, file: String) -> String? {
    expectation(missedBy: name) ?? expectation(missedBy: file) ?? expectationOfCharacters(in: name)
      ?? expectationOfEnd(of: name) ?? expectation(missedByFileOfFigure: file)
  }

  /// The characters, in addition to / and \, that Windows allows in no file name (Microsoft, "Naming Files, Paths, and
  /// Namespaces") and that GitHub's `upload-artifact` refuses.
  package static let unportableCharacters = "<>:\"|?*"
  private static let unportableBytes = Array(unportableCharacters.utf8)

  private static func expectationOfCharacters(in text: String) -> String? {
    guard text.utf8.contains(where: unportableBytes.contains) else { return nil }
    let list = unportableCharacters.map { String($0) }.joined(separator: " ")
    return "a name without \(list), which no checkout on Windows and no upload of artifacts takes"
  }

  private static func expectationOfEnd(of text: String) -> String? {
    guard let last = text.unicodeScalars.last, last == "." || last.properties.isWhitespace else { return nil }
    return "a name that does not end in a dot or a blank, which Windows cuts off"
  }

  /// The names that Windows reserves for devices, whatever file extension follows and in any case.
  private static let devices: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
      + ["COM", "LPT"].flatMap { device in "0123456789¹²³".map { device + String($0) } })

  private static func expectationOfDevice(in file: String) -> String? {
    let stem = file.prefix { $0 != "." }
    let end = stem.lastIndex { $0 != " " }.map { stem.index(after: $0) } ?? stem.startIndex
    let name = stem[..<end].uppercased()
    return devices.contains(name) ? "another name than \(name), which Windows keeps for a device" : nil
  }
}
