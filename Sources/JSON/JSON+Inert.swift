extension JSON {
  /// A JSON text for the standard output, without anything that a CI engine would obey: `##[` can only stand in a string,
  /// and there it is the same string with an escape in it.
  public static func inert(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard let first = bytes.indices.first(where: { bytes[$0...].beginsPair }) else { return text }
    var result = Array(bytes[..<first])
    bytes.removeFirst(first)
    for index in bytes.indices {
      if index > 0, bytes[(index - 1)...].beginsPair, bytes[(index + 1)...].endsLogCommand {
        result += "\\u0023".utf8
      } else {
        result.append(bytes[index])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes begin as `##`.
  fileprivate var beginsPair: Bool {
    count > 1 && self[startIndex] == UInt8(ascii: "#") && self[startIndex + 1] == UInt8(ascii: "#")
  }

  /// Whether the bytes begin as what follows the number signs of `##[`, `##vso[` and `##teamcity[`.
  fileprivate var endsLogCommand: Bool {
    first { !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20) } == UInt8(ascii: "[")
  }
}
