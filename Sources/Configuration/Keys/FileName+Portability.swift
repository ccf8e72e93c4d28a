// Output directories are kept in repositories and handed on by continuous integration, so a file name must be one that every
// checkout and every upload takes, whatever this machine's own file system allows.

extension FileName {
  /// What the file of a figure must be called and this one is not, completing "expected …"; nil for a name that every common
  /// file system, a checkout on Windows and an upload of build artifacts take.
  package static func expectation(missedByFileOfFigure name: String) -> String? {
    expectation(missedBy: name) ?? expectationOfCharacters(in: name) ?? expectationOfEnd(of: name)
      ?? expectationOfDevice(in: name)
  }

  /// The same of a figure's name and of the file that is made of it.
  ///
  /// A name that ends in a dot or a blank is refused though an ending follows it: templates and variants may put it last.
  package static func expectation(missedByFigure name: String, file: String) -> String? {
    expectation(missedBy: name) ?? expectation(missedBy: file) ?? expectationOfCharacters(in: name)
      ?? expectationOfEnd(of: name) ?? expectation(missedByFileOfFigure: file)
  }

  /// Beside / and \, the characters that Windows has in no file name (Microsoft, "Naming Files, Paths, and Namespaces") and
  /// that GitHub's `upload-artifact` refuses.
  static let unportableCharacters = "<>:\"|?*"

  private static func expectationOfCharacters(in text: String) -> String? {
    guard text.unicodeScalars.contains(where: unportableCharacters.unicodeScalars.contains) else { return nil }
    let list = unportableCharacters.map { String($0) }.joined(separator: " ")
    return "a name without \(list), which no checkout on Windows and no upload of artifacts takes"
  }

  private static func expectationOfEnd(of text: String) -> String? {
    guard let last = text.unicodeScalars.last, last == "." || last.properties.isWhitespace else { return nil }
    return "a name that does not end in a dot or a blank, which Windows cuts off"
  }

  /// Names that Windows keeps for devices, whatever ending follows them and in capitals or not.
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
