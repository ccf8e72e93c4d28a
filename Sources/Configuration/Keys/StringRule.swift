import JSON
import Plans
import Text

/// The rule for a text of bounded length.
struct StringRule: ScalarRule {
  typealias Value = String
  /// The allowed lengths in bytes of UTF-8.
  let bytes: ClosedRange<Int>
  /// The only control characters that are allowed.
  var allowedControls: [Unicode.Scalar] = []
  /// Whether the text becomes the name of a file. The schema then refuses what such a name must not be; when the file is
  /// read, `FileName` gives the reason.
  var isFileName = false

  var expectation: String {
    let length = bytes.lowerBound == 0 ? "at most" : "\(bytes.lowerBound) to"
    let exceptions = allowedControls.map { " other than " + ($0 == "\n" ? "\\n" : $0.unicodeEscape) }.joined()
    return "a text of \(length) \(bytes.upperBound) bytes without control characters\(exceptions)"
  }
  var schema: JSONValue { schema(pattern: "^\(schemaConditions)[^\(excludedCharacters)]*$") }
  func value(of json: JSONNode) -> String? { json.string.flatMap { admits($0) ? $0 : nil } }
  func admits(_ text: String) -> Bool {
    bytes.contains(text.utf8.count)
      && !text.unicodeScalars.contains { $0.isControl && !allowedControls.contains($0) }
  }
  func json(of value: String) -> JSONValue { .string(value) }
}

extension StringRule {
  /// A schema with a pattern. It counts the length in characters, of which there are at most as many as bytes.
  ///
  /// - Parameter spelling: The greatest number of characters with which a byte of the text may be written.
  fileprivate func schema(pattern: String, spelling: Int = 1) -> JSONValue {
    [
      "type": "string", "minLength": JSONValue(bytes.lowerBound), "maxLength": JSONValue(spelling * bytes.upperBound),
      "pattern": .string(pattern),
    ]
  }

  /// The beginning of a regular expression for the text: a file name neither begins with a dot nor ends in a dot or a blank.
  fileprivate var schemaConditions: String { isFileName ? "(?!\\.)(?!.*[. ]$)" : "" }

  /// The characters that must not stand in the text, as a class of a regular expression without its brackets.
  fileprivate var excludedCharacters: String {
    (isFileName ? "/\\\\" + FileName.unportableCharacters : "") + excludedControls
  }

  private var excludedControls: String {
    var ranges: [ClosedRange<UInt32>] = []
    for value in UInt32(0)...0x2029 {
      guard let scalar = Unicode.Scalar(value), scalar.isControl, !allowedControls.contains(scalar) else { continue }
      if let last = ranges.last, last.upperBound + 1 == value {
        ranges[ranges.count - 1] = last.lowerBound...value
      } else {
        ranges.append(value...value)
      }
    }
    return ranges.map { range in
      let ends = range.count == 1 ? [range.lowerBound] : [range.lowerBound, range.upperBound]
      return ends.compactMap { Unicode.Scalar($0)?.unicodeEscape }.joined(separator: "-")
    }.joined()
  }
}

// MARK: - Templates

/// A text with placeholders: `{name}` is replaced, and `{{` and `}}` stand for single braces.
///
/// ```swift
/// Template("swish-{beta}")?.text { _ in "0.5" }     // "swish-0.5"
/// ```
struct Template: Sendable, Equatable {
  enum Piece: Sendable, Equatable {
    case text(String)
    case placeholder(String)
    /// A superscript or subscript in braces between dollar signs, as in `$10^{-3}$`. If its text is the name of a placeholder,
    /// the value of that stands in the braces.
    case script(String)
  }

  let pieces: [Piece]
  /// The text as it was written.
  let source: String

  /// Reads a template; nil if a brace has no partner or a placeholder has no name.
  init?(_ source: String) {
    var pieces: [Piece] = []
    var text = ""
    var rest = source[...]
    var isMathematics = false
    while let character = rest.popFirst() {
      if character == "$", text.last != "\\" { isMathematics.toggle() }
      switch (character, rest.first) {
      case ("{", "{"), ("}", "}"):
        text.append(character)
        rest.removeFirst()
      case ("{", _):
        guard let end = rest.firstIndex(of: "}"), end > rest.startIndex else { return nil }
        let name = rest[..<end]
        guard !name.contains("{") else { return nil }
        let isScript = isMathematics && (text.last == "^" || text.last == "_")
        if !text.isEmpty { pieces.append(.text(text)) }
        pieces.append(isScript ? .script(String(name)) : .placeholder(String(name)))
        text = ""
        rest = rest[rest.index(after: end)...]
      case ("}", _):
        return nil
      default:
        text.append(character)
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    self.pieces = pieces
    self.source = source
  }

  /// The source of a template without placeholders that gives a text.
  static func source(of text: String) -> String {
    // Character by character, as templates are read: a brace with a combining mark is not a brace.
    String(text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] })
  }

  /// A source with each pair of equal braces replaced by one brace, even if the source is not a valid template.
  static func text(of source: String) -> String {
    var text = ""
    var isDoubled = false
    for character in source {
      isDoubled = !isDoubled && (character == "{" || character == "}") && character == text.last
      if !isDoubled { text.append(character) }
    }
    return text
  }

  /// The names of the placeholders, in the order of the text.
  var placeholders: [String] {
    pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The text with each placeholder replaced.
  func text(replacing placeholder: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let name): placeholder(name)
      case .script(let name):
        switch placeholder(name) {
        case "": "{\(name)}"
        case let value: "{\(value)}"
        }
      }
    }.joined()
  }
}

/// The rule for a template. The names of its placeholders are checked later, when the parameters of the function are known.
struct TemplateRule: ValueRule {
  /// The rule for the template's text, in which a doubled brace counts once.
  let text: StringRule

  var expectation: String { text.expectation }
  var schema: JSONValue {
    let letter = "[^{}\(text.excludedCharacters)]"
    let pattern = "^\(text.schemaConditions)(?:\(letter)|\\{\\{|\\}\\}|\\{\(letter)+\\})*$"
    return text.schema(pattern: pattern, spelling: 2)
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> Template? {
    guard let source = json.string, text.admits(Template.text(of: source)) else {
      faults.report(json, expected: expectation)
      return nil
    }
    let template = Template(source)
    if template == nil { faults.report(json, expected: "each brace to be of a pair as in {beta}, or doubled as in {{") }
    return template
  }
}

/// The rule for the template of all file names, in which `{name}` stands for the name of the figure.
struct FileNameTemplateRule: ScalarRule {
  typealias Value = Template
  var expectation: String { "a file name without folders that holds {name}, no other placeholder, and ends in .png" }
  var schema: JSONValue {
    let text = StringRule(bytes: 0...Limits.fileNameBytes, isFileName: true)
    let piece = "(?:[^{}\(text.excludedCharacters)]|\\{\\{|\\}\\}|\\{name\\})*"
    return text.schema(pattern: "^\(text.schemaConditions)\(piece)\\{name\\}\(piece)\\.png$")
  }

  func value(of json: JSONNode) -> Template? {
    guard let text = json.string, let template = Template(text),
      template.placeholders.contains("name"), template.placeholders.allSatisfy({ $0 == "name" }),
      case .text(let ending) = template.pieces.last, ending.utf8.suffix(4).elementsEqual(".png".utf8),
      FileName.expectation(missedBy: template.text { _ in "x" }) == nil
    else { return nil }
    return template
  }

  /// Reads a template. The message about one that makes no portable file name gives the reason.
  func read(_ json: JSONNode, reporting faults: inout Faults) -> Template? {
    guard let template = value(of: json) else {
      faults.report(json, expected: expectation)
      return nil
    }
    if let expectation = FileName.expectation(missedByFileOfFigure: template.text { _ in "x" }) {
      faults.report(json, expected: expectation)
      return nil
    }
    return template
  }

  func json(of value: Template) -> JSONValue { .string(value.source) }
}
