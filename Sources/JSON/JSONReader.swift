import Text

/// Reads JSON as RFC 8259 defines it and nothing beyond: no comment, no trailing comma, no NaN, no key twice, no byte
/// order mark, no lone surrogate, no number that double precision cannot hold.
///
/// If the meaning of a fault is plain (a trailing comma, a comment, a leading zero), the reader reports it and continues, so
/// that one run reports all faults. Otherwise (a bracket of the wrong kind, a string that does not end) it stops. The time
/// is linear in the length of the text. The productions of the grammar are the methods of this file; `JSONReader+Tokens.swift`
/// has those for strings, numbers and words.
package struct JSONReader {
  /// The greatest number of bytes that are read by default, enough for ten thousand entries of a hundred bytes. The values
  /// take about fifty times as much memory.
  package static let maximumLength = 1 << 20
  /// The greatest depth of nested arrays and objects. The reader is recursive, and this many frames fit on any stack.
  package static let maximumDepth = 64

  let source: SourceText
  /// The faults of the text so far.
  package internal(set) var faults: Faults
  /// The offsets of the text in the source.
  let range: Range<Int>
  /// The next byte to read.
  var index: Int
  private var depth = 0
  /// Whether the reader stopped at a fault after which the meaning of the text is uncertain.
  package private(set) var isStopped = false

  /// - Parameter range: The offsets of the text in the source; nil for the first part, the file.
  package init(_ source: SourceText, range: Range<Int>? = nil) {
    self.source = source
    faults = Faults(in: source)
    self.range = range ?? source.parts[0].range
    index = self.range.lowerBound
  }

  /// The next byte; nil at the end of the text and after the reader has stopped.
  var next: UInt8? { isStopped || index >= range.upperBound ? nil : source.bytes[index] }

  /// Reads the whole text as one value, or as much of it as stands before the fault at which the reader stopped.
  ///
  /// - Parameter limit: The greatest number of bytes that are read.
  package mutating func readText(limit: Int = JSONReader.maximumLength) -> JSONNode {
    if range.count > limit {
      stop(at: index, "found \(range.count) bytes, expected at most \(limit)")
    } else if range == source.parts[0].range, let (format, offset) = source.otherFormat {
      let advice = format == .png ? "actfig inspect shows what it carries" : "actfig init writes one to begin with"
      stop(
        at: offset,
        "found \(format.rawValue), expected a configuration in JSON, e.g. {\"activations\": [\"relu\"]}; \(advice)")
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

  /// Reports a fault and stops the reader; a reader that has stopped already reports nothing.
  mutating func stop(at offset: Int, _ message: String, earlier: Int? = nil) {
    guard !isStopped else { return }
    isStopped = true
    // A place where a value is missing has been reported as such and gets no second message.
    if faults.list.last?.offset != offset || faults.omittedCount > 0 {
      faults.report(at: offset, message, earlier: earlier)
    }
  }

  private mutating func readValue() -> JSONNode {
    let start = index
    let content: JSONNode.Content
    switch next {
    case "{": content = nested { reader in .object(reader.readMembers()) }
    case "[": content = nested { reader in .array(reader.readElements()) }
    case "\"", "'":
      let count = faults.count
      let text = readString()
      content = faults.count == count ? .scalar(.string(text)) : .faulty
    case let byte? where byte.beginsNumber: content = readNumber()
    case let byte? where byte.isWordByte: content = readWord()
    case ",", ":", "]", "}":
      faults.report(at: index, "found \(nameOfNext), expected a value")
      content = .faulty
    default:
      stop(at: index, "found \(nameOfNext), expected a value")
      content = .faulty
    }
    // The span of a value in which the reader stopped extends past the end of the text, so that it covers the fault.
    return JSONNode(content: content, span: start..<(isStopped ? range.upperBound + 1 : index))
  }

  private mutating func nested(_ read: (inout JSONReader) -> JSONNode.Content) -> JSONNode.Content {
    guard depth < JSONReader.maximumDepth else {
      stop(
        at: index, "found more than \(JSONReader.maximumDepth) arrays and objects inside one another, expected fewer")
      return .faulty
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func readElements() -> [JSONNode] {
    let opening = index
    index += 1
    skipBlanks()
    var elements: [JSONNode] = []
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

  /// Reads what follows an element of an array or a member of an object: whether another one follows.
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

/// A key that is compared byte by byte. A String would equal canonically equivalent ones.
private struct KeyBytes: Hashable {
  private let bytes: [UInt8]

  init(_ key: String) { bytes = Array(key.utf8) }
}

/// A format other than JSON that a file may have been written in by mistake.
private enum OtherFormat: String {
  case yaml = "YAML"
  case toml = "TOML"
  case png = "a PNG"
}

extension SourceText {
  /// The format of the file if it plainly is not JSON, and the offset of the first byte that shows it.
  ///
  /// The first line that is neither empty nor a comment decides: `samples: 1000`, `- relu` and `---` are YAML, `samples =
  /// 1000` and `[figure]` are TOML. A file that may be JSON with a fault has none of these formats.
  fileprivate var otherFormat: (format: OtherFormat, offset: Int)? {
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
