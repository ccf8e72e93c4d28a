/// A format that somebody might write a configuration in, or take for one, and that is not JSON.
enum OtherFormat: String {
  case yaml = "YAML"
  case toml = "TOML"
  case png = "a PNG"
}

extension SourceText {
  /// The format of the file where it plainly is another than JSON, and the first byte that shows it.
  ///
  /// The first line decides that is neither empty nor a comment: `samples: 1000`, `- relu` and `---` are YAML, `samples =
  /// 1000` and `[figure]` TOML. What may be JSON with a fault is none of them.
  var otherFormat: (format: OtherFormat, offset: Int)? {
    let file = bytes[parts[0].range]
    if file.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return (.png, 0) }
    for line in file.prefix(1 << 16).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let start = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), !("#" ~= line[start]) else { continue }
      return Self.format(ofLine: line[start...]).map { ($0, start) }
    }
    return nil
  }

  private static func format(ofLine line: ArraySlice<UInt8>) -> OtherFormat? {
    if line.starts(with: "---".utf8) || line.starts(with: "%YAML".utf8) || line.starts(with: "- ".utf8) { return .yaml }
    let word = line.prefix { $0.isWordByte || "-" ~= $0 || "." ~= $0 }
    let rest = line[word.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    if "[" ~= line.first {
      let name = line.dropFirst().drop { "[" ~= $0 }.prefix { $0.isWordByte || "-" ~= $0 || "." ~= $0 }
      // `[null]` is an array of one JSON literal.
      let isLiteral = ["true", "false", "null"].contains { name.elementsEqual($0.utf8) }
      let beginsAsLetters = !isLiteral && name.first.map { !$0.beginsNumber } ?? false
      return beginsAsLetters && "]" ~= line[name.endIndex...].first ? .toml : nil
    }
    guard let first = word.first, !first.beginsNumber else { return nil }
    return ":" ~= rest.first ? .yaml : "=" ~= rest.first ? .toml : nil
  }
}
