import Text

/// Reads JSON as RFC 8259 defines it and nothing beyond: no comment, no trailing comma, no NaN, no key twice, no byte
/// order mark, no lone surrogate, no number that double precision cannot hold.
///
/// Where the meaning of a fault is plain (a trailing comma, a comment, a leading zero) the reader reports it and goes on,
/// so that one run tells all; where it is not (a bracket of the wrong kind, a string that does not end) it stops. Time is
/// linear in the length of the text. The grammar's productions are the methods of this file, its tokens those of
/// `JSONReader+Tokens.swift`.
package struct JSONReader {
  /// The greatest number of bytes that are read by default: room for ten thousand entries of a hundred bytes. The values take
  /// about fifty times as much memory.
  package static let maximumLength = 1 << 20
  /// The greatest depth of arrays and objects inside one another. The reader is recursive, and so many frames fit any stack.
  package static let maximumDepth = 64

  package let source: SourceText
  package var faults: Faults
  /// The bytes of the text.
  package let range: Range<Int>
  /// The next byte to read.
  var index: Int
  private var depth = 0
  /// Whether a fault was met after which the text has no certain meaning.
  package private(set) var isStopped = false

  /// - Parameter range: Where in the source the text stands; nil for the first part, the file.
  package init(_ source: SourceText, range: Range<Int>? = nil, faults: Faults) {
    self.source = source
    self.faults = faults
    self.range = range ?? source.parts[0].range
    index = self.range.lowerBound
  }

  /// The next byte, or nil at the end of the text and after stopping.
  var next: UInt8? { isStopped || index >= range.upperBound ? nil : source.bytes[index] }

  /// The whole text as one value; what stands before the fault where the reader had to stop.
  ///
  /// - Parameter limit: The most bytes that are read.
  package mutating func readText(limit: Int = JSONReader.maximumLength) -> JSONValue {
    if range.count > limit {
      stop(at: index, "found \(range.count) bytes, expected at most \(limit)")
    } else if range == source.parts[0].range, let (format, offset) = source.otherFormat {
      let advice = format == .png ? "actfig inspect shows what it carries" : "actfig init writes one to begin with"
      stop(
        at: offset,
        "found \(format.rawValue), expected a configuration in JSON, as {\"activations\": [\"relu\"]}; \(advice)")
    } else if source.looksLikeWideCharacters(in: range) {
      stop(at: 0, "found bytes that are no UTF-8 but look like UTF-16 or UTF-32, expected the file in UTF-8")
    } else if let offset = source.firstMalformedByte(in: range) {
      let byte = String(source.bytes[offset], radix: 16, uppercase: true)
      stop(at: offset, "found the byte 0x\(byte), which is not UTF-8 here, expected the file in UTF-8")
    }
    if next != nil, index == 0, source.beginsWithByteOrderMark {
      index = SourceText.byteOrderMark.count
      faults.report(at: index, "found a byte order mark before the text, expected UTF-8 without it")
    }
    skipBlanks()
    if index == range.upperBound { stop(at: index, "found nothing, expected an object in { }") }
    let value = readValue()
    skipBlanks()
    if next != nil { stop(at: index, "found \(nameOfNext) after the end of the value, expected nothing more") }
    return value
  }

  /// Reports a fault after which nothing further is read; after the first one nothing is reported.
  mutating func stop(at offset: Int, _ message: String, earlier: Int? = nil) {
    guard !isStopped else { return }
    isStopped = true
    // What stands where a value should is reported once, as the value that is missing.
    if faults.list.last?.offset != offset || faults.omittedCount > 0 {
      faults.report(at: offset, message, earlier: earlier)
    }
  }

  private mutating func readValue() -> JSONValue {
    let start = index
    let content: JSONValue.Content
    switch next {
    case "{": content = nested { reader in .object(reader.readMembers()) }
    case "[": content = nested { reader in .array(reader.readElements()) }
    case "\"", "'":
      let count = faults.count
      let text = readString()
      content = faults.count == count ? .string(text) : .faulty
    case let byte? where byte.beginsNumber: content = readNumber()
    case let byte? where byte.isWordByte: content = readWord()
    case ",", ":", "]", "}":
      faults.report(at: index, "found \(nameOfNext), expected a value")
      content = .faulty
    default:
      stop(at: index, "found \(nameOfNext), expected a value")
      content = .faulty
    }
    // A value that a fault cut short reaches past the end, so that it covers the fault.
    return JSONValue(content: content, span: start..<(isStopped ? range.upperBound + 1 : index))
  }

  private mutating func nested(_ read: (inout JSONReader) -> JSONValue.Content) -> JSONValue.Content {
    guard depth < JSONReader.maximumDepth else {
      stop(
        at: index, "found more than \(JSONReader.maximumDepth) arrays and objects inside one another, expected fewer")
      return .faulty
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func readElements() -> [JSONValue] {
    let opening = index
    index += 1
    skipBlanks()
    var elements: [JSONValue] = []
    guard !take("]") else { return elements }
    while !isStopped {
      elements.append(readValue())
      if !continues(until: "]", opening: opening) { break }
    }
    return elements
  }

  private mutating func readMembers() -> [JSONMember] {
    let opening = index
    index += 1
    skipBlanks()
    var members: [JSONMember] = []
    var firstPlaces: [KeyBytes: Int] = [:]
    guard !take("}") else { return members }
    while !isStopped {
      let start = index
      guard let key = readKey(opening: opening) else { break }
      let keySpan = start..<index
      let bytes = KeyBytes(key)
      let first = firstPlaces[bytes]
      if let first {
        let name = source.excerpt(of: keySpan)
        faults.report(at: start, "found the key \(name) again, expected it once; the first is at", earlier: first)
      } else {
        firstPlaces[bytes] = start
      }
      skipBlanks()
      guard take(":") else {
        stop(at: index, "found \(nameOfNext) after a key, expected a colon")
        break
      }
      skipBlanks()
      members.append(JSONMember(key: key, keySpan: keySpan, value: readValue(), isRepeated: first != nil))
      if !continues(until: "}", opening: opening) { break }
    }
    return members
  }

  private mutating func readKey(opening: Int) -> String? {
    switch next {
    case "\"", "'":
      return readString()
    case let byte? where byte.isWordByte:
      let start = index
      let word = takeWord()
      faults.report(at: start, "found the key \(word) without quotes, expected \"\(word)\"")
      return word
    case nil:
      stop(at: index, "found the end of the text, expected } for the { at", earlier: opening)
      return nil
    default:
      stop(at: index, "found \(nameOfNext), expected a key in double quotes")
      return nil
    }
  }

  /// Reads on after an element of an array or a member of an object: true where another one follows.
  private mutating func continues(until closing: Unicode.Scalar, opening: Int) -> Bool {
    skipBlanks()
    let comma = index
    if take(",") {
      skipBlanks()
      guard closing ~= next else { return !isStopped }
      faults.report(at: comma, "found a comma before \(nameOfNext), expected none after the last value")
    }
    if take(closing) { return false }
    let bracket = closing.quoted
    switch next {
    case nil:
      let opened = Unicode.Scalar(source.bytes[opening]).quoted
      stop(at: index, "found the end of the text, expected \(bracket) for the \(opened) at", earlier: opening)
      return false
    case let byte? where byte.beginsElement:
      faults.report(at: index, "found \(nameOfNext), expected a comma before it")
      return true
    default:
      stop(at: index, "found \(nameOfNext), expected a comma or \(bracket)")
      return false
    }
  }
}

/// A key, told apart from others by its bytes: a String would take canonically equivalent ones for the same.
private struct KeyBytes: Hashable {
  private let bytes: [UInt8]

  init(_ key: String) { bytes = Array(key.utf8) }
}
