import Text

/// A start tag of HTML with as few bytes as the standard allows: quotes stand only around values that need them.
///
/// ```swift
/// CompactTag("a", [("class", "picture"), ("href", "a b")]).text    // <a class=picture href="a b">
/// ```
struct CompactTag {
  /// The text of the tag.
  let text: String

  /// - Parameter attributes: The attributes in their order; those without a value are left out.
  init(_ name: String, _ attributes: [(name: String, value: String?)] = []) {
    text =
      "<" + name
      + attributes.compactMap { name, value in
        value.map { " \(name)=" + ($0.needsQuotes ? "\"\($0.escapedForHTML)\"" : $0) }
      }.joined() + ">"
  }
}

extension String {
  /// Whether a text must stand in quotes as the value of an attribute.
  fileprivate var needsQuotes: Bool {
    isEmpty
      || !utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~/@%:#,".utf8.contains(byte)
        }
      }
  }

  /// The value of the attribute `dir` that an element with this text needs: `auto` if the text may run from right to left.
  var direction: String? { utf8.allSatisfy { $0 < 0x80 } ? nil : "auto" }
}
