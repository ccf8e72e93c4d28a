extension String {
  /// The text as one word of a POSIX shell: unchanged if no character in it has a meaning, otherwise in single quotes.
  /// Control characters are written by printf(1).
  public var quotedForShell: String {
    let plain =
      !isEmpty && utf8.first != UInt8(ascii: "=")
      && unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789-_./=+:@%,".unicodeScalars.contains($0) }
    if plain { return self }
    guard unicodeScalars.contains(where: { $0.isControl || $0.isDirectional }) else { return singlyQuoted }
    let format = unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%%"
      case "\\": "\\\\"
      case _ where scalar.isControl || scalar.isDirectional:
        String(scalar).utf8.map { byte in
          let digits = String(byte, radix: 8)
          return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }.joined()
      default: String(scalar)
      }
    }.joined()
    return "\"$(printf \(format.singlyQuoted))\""
  }

  /// The path as one word of a POSIX shell that no program takes for an option.
  public var pathForShell: String { (utf8.first == UInt8(ascii: "-") ? "./" + self : self).quotedForShell }

  private var singlyQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
