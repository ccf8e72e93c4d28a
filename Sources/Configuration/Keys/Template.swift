import JSON

/// A text with places to fill in: `{name}` is one, `{{` and `}}` stand for braces.
///
/// ```swift
/// Template("swish-{beta}")?.text { _ in "0.5" }     // "swish-0.5"
/// ```
package struct Template: Sendable, Equatable {
  enum Piece: Sendable, Equatable {
    case text(String)
    case placeholder(String)
  }

  let pieces: [Piece]
  /// As it was written.
  package let source: String

  /// Nil where a brace has no partner or a placeholder no name.
  init?(_ source: String) {
    var pieces: [Piece] = []
    var text = ""
    var rest = source[...]
    while let character = rest.popFirst() {
      switch (character, rest.first) {
      case ("{", "{"), ("}", "}"):
        text.append(character)
        rest.removeFirst()
      case ("{", _):
        guard let end = rest.firstIndex(of: "}"), end > rest.startIndex else { return nil }
        let name = rest[..<end]
        guard !name.contains("{") else { return nil }
        if !text.isEmpty { pieces.append(.text(text)) }
        pieces.append(.placeholder(String(name)))
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

  /// A template that gives just this text.
  package static func source(of text: String) -> String {
    // By characters, as templates are read: a brace with a combining mark is none.
    String(text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] })
  }

  /// The source as it stands, but for doubled braces, of which each pair is one; whatever else is wrong with it.
  static func text(of source: String) -> String {
    var text = ""
    var isDoubled = false
    for character in source {
      isDoubled = !isDoubled && (character == "{" || character == "}") && character == text.last
      if !isDoubled { text.append(character) }
    }
    return text
  }

  /// The names between the braces, in the order they stand.
  var placeholders: [String] {
    pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The text with each placeholder replaced.
  func text(replacing placeholder: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let name): placeholder(name)
      }
    }.joined()
  }
}

/// A text with placeholders whose names are checked when they are known.
struct TemplateText: ValueRule {
  /// What holds before anything is filled in, a doubled brace being one.
  let text: Text

  var expectation: String { text.expectation }
  var schema: JSON {
    let letter = "[^{}\(text.excludedCharacters)]"
    let pattern = "^\(text.schemaConditions)(?:\(letter)|\\{\\{|\\}\\}|\\{\(letter)+\\})*$"
    return text.schema(pattern: pattern, spelling: 2)
  }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> Template? {
    guard case .string(let source) = json.content, text.admits(Template.text(of: source)) else {
      faults.report(json, expected: expectation)
      return nil
    }
    let template = Template(source)
    if template == nil { faults.report(json, expected: "each brace to be of a pair as in {beta}, or doubled as in {{") }
    return template
  }
}

/// The name of every file of a run, in which `{name}` stands for the figure's.
struct FileNameTemplate: ScalarRule {
  typealias Value = Template
  var expectation: String { "a file name without folders that holds {name}, no other placeholder, and ends in .png" }
  var schema: JSON {
    let text = Text(bytes: 0...Limits.fileNameBytes, isFileName: true)
    let piece = "(?:[^{}\(text.excludedCharacters)]|\\{\\{|\\}\\}|\\{name\\})*"
    return text.schema(pattern: "^\(text.schemaConditions)\(piece)\\{name\\}\(piece)\\.png$")
  }

  func value(of json: JSONValue) -> Template? {
    guard case .string(let text) = json.content, let template = Template(text),
      template.placeholders.contains("name"), template.placeholders.allSatisfy({ $0 == "name" }),
      case .text(let ending) = template.pieces.last, ending.utf8.suffix(4).elementsEqual(".png".utf8),
      FileName.expectation(missedBy: template.text { _ in "x" }) == nil
    else { return nil }
    return template
  }
  /// A template that is one, but no name of a file that everybody can check out, is told why.
  func read(_ json: JSONValue, reporting faults: inout Faults) -> Template? {
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
  func text(of value: Template) -> String { Text(bytes: 0...Limits.fileNameBytes).text(of: value.source) }
}
