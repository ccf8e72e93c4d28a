extension JSON {
  /// Reads a text as RFC 8259 defines it; nil where anything is wrong with it.
  ///
  /// - Parameter limit: The most bytes that are read.
  package init?(parsing bytes: [UInt8], limit: Int = JSONReader.maximumLength) {
    let source = SourceText(name: "", bytes: bytes)
    var reader = JSONReader(source, faults: Faults(in: source))
    let root = reader.readText(limit: limit)
    guard reader.faults.isEmpty else { return nil }
    self.init(root)
  }

  /// A value without faults.
  private init(_ value: JSONValue) {
    switch value.content {
    case .null, .faulty: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let number):
      // A whole number is kept to its last digit, a negative zero as the double it is.
      self =
        number.wholeValue.flatMap { $0 > 0 || ($0 == 0 && number.value.sign == .plus) ? .integer(UInt64($0)) : nil }
        ?? .number(number.value)
    case .string(let text): self = .string(text)
    case .array(let values): self = .array(values.map { JSON($0) })
    case .object(let members): self = .object(members.map { Member(key: $0.key, value: JSON($0.value)) })
    }
  }

  /// The text of a string.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The value of a number.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The value under a key of an object.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
