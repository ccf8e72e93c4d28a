import Foundation
import FoundationXML
import SeededNumbers
import Testing

@testable import Embedding
@testable import Pipeline

/// What a browser reads is what the manifest says, whatever characters it has.
@Suite
struct MarkupTests {
  /// The attributes of each element, and the texts of captions, as a parser reads them.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var captions: [String] = []
    private var isInCaption = false

    init(_ html: String) throws {
      super.init()
      // Elements without an end are closed, as XML asks for it. No other ">" is left in a tag.
      let text = html.replacing(/<((?:img|source|br)(?: [^>]*)?)>/) { "<\($0.1)/>" }
      let parser = XMLParser(data: Data("<root>\(text)</root>".utf8))
      parser.delegate = self
      if !parser.parse() { throw parser.parserError ?? CocoaError(.featureUnsupported) }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append((name, attributes))
      isInCaption = name == "figcaption"
      if isInCaption { captions.append("") }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      isInCaption = false
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if isInCaption { captions[captions.count - 1] += text }
    }
  }

  private static let pieces = [
    "a", "Z", "0", " ", "\n", "\t", "<", ">", "&", "\"", "'", "`", "{", "}", "{{", "{%", "#", "##[", ":", "::", "*",
    "_", "$",
    "|", "[", "]", "(", ")", "\\", "~", "^", "@", "!", "-", "--", ".", "...", "1.", "é", "ש", "مرحبا", "🙂", "👩‍👩‍👧",
    "\u{202E}",
    "\u{0}", "\u{1B}", "\u{2028}", "\u{A0}", "&amp;", "</figure>", "-->", "]]>", "<script>",
  ]

  private static func text(seed: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
      .joined()
  }

  private static func name(seed: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", " ", "%", "#", "(", ")", "é", "🙂", "&", "'", ",", "=", "+", "20", ";", "[", "]", "{", "}", "~", "@", "$",
    ]
    return "f" + (0..<8).map { _ in pieces.randomElement(using: &generator)! }.joined()
  }

  @Test("HTML is read back as the texts and file names of the manifest.", arguments: 0..<300)
  func html(seed: Int) throws {
    let (title, text, name) = (Self.text(seed: 3 * seed), Self.text(seed: 3 * seed + 1), Self.name(seed: 3 * seed + 2))
    let figure = GalleryFixture.completeFigure(name, title: title, text: text)
    var request = EmbedRequest(
      of: FigureGallery(figures: [figure]), addressed: FigureAddresses(base: "https://example.org/a/"))
    for form in [EmbedForm.html, .htmlToggle, .mkdocs, .rst] {
      var html = form.output(for: request).text
      if form == .rst {
        html = String(html.split(separator: ".. only:: not html")[0]).replacing(".. raw:: html", with: "")
      }
      let reader = try Reader(html)
      for image in reader.elements where image.name == "img" {
        #expect(image.attributes["alt"] == text.onOneLine)
      }
      #expect(reader.captions == (title.onOneLine.isEmpty ? [] : [title.onOneLine]))
      let addresses = reader.elements.flatMap { element in
        (element.attributes["srcset"] ?? "").split(separator: ", ").map { $0.split(separator: " ") }
      }
      #expect(addresses.count == 8)
      #expect(addresses.allSatisfy { $0.count == 2 })
      let paths = Set(addresses.map { URL(string: String($0[0]))!.path(percentEncoded: false) })
      #expect(paths == Set(figure.files.map { "/a/" + $0.fileName }))
    }
    request.showsDescriptions = true
    _ = try Reader(EmbedForm.html.output(for: request).text)
  }

  @Test("JSON is read back as the texts and file names of the manifest.", arguments: 0..<100)
  func json(seed: Int) throws {
    let (title, text, name) = (Self.text(seed: seed), Self.text(seed: seed + 1000), Self.name(seed: seed))
    let figure = GalleryFixture.completeFigure(name, title: title, text: text)
    let request = EmbedRequest(of: FigureGallery(figures: [figure]), addressed: FigureAddresses(base: ""))
    let json = try JSONSerialization.jsonObject(with: Data(EmbedForm.json.output(for: request).text.utf8))
    let facts = try #require(((json as? [String: Any])?["figures"] as? [[String: Any]])?.first)
    #expect(facts["title"] as? String == title && facts["name"] as? String == name)
    let files = try #require(facts["files"] as? [[String: Any]])
    #expect(files.map { $0["file"] as? String } == figure.files.map(\.fileName))
    #expect(files.allSatisfy { $0["shortAlternativeText"] as? String == text })
    for form in [EmbedForm.hugo, .jekyll] {
      guard case .files(let files) = form.output(for: request) else {
        Issue.record("no files")
        continue
      }
      let data = try JSONSerialization.jsonObject(with: Data(files[0].text.utf8)) as? [String: Any]
      #expect((data?["figures"] as? [[String: Any]])?.first?["title"] as? String == title.onOneLine)
    }
  }

  @Test("Texts with backslashes are the texts without them, and nothing in them begins a list.", arguments: 0..<300)
  func backslashes(seed: Int) {
    let text = Self.text(seed: seed)
    for escaped in [text.escapedForMarkdown, text.escapedForReStructuredText] {
      var (plain, isEscaped) = ("", false)
      for scalar in escaped.unicodeScalars {
        if scalar == "\\", !isEscaped {
          isEscaped = true
        } else {
          // Within a word the marks of emphasis and links have no other meaning than that of their backslash.
          if !isEscaped { #expect(!"`*_[]<>{}#|$~^@&\"'!+".unicodeScalars.contains(scalar), "\(escaped)") }
          plain.unicodeScalars.append(scalar)
          isEscaped = false
        }
      }
      #expect(plain == text.onOneLine)
      #expect(escaped.firstMatch(of: #/^(?:\d+[.)]|[-+*.:]) /#) == nil, "\(escaped)")
    }
  }

  @Test("Common punctuation keeps its looks.")
  func punctuation() {
    #expect("Swish (β = 0.5): a, b. c-d".escapedForMarkdown == "Swish (β = 0.5): a, b. c-d")
    #expect("1. x".escapedForMarkdown == "1\\. x")
    #expect("a :: b".escapedForReStructuredText == "a \\:\\: b")
    #expect("a: \"b\" ##".quotedForYAML == "\"a: \\\"b\\\" # #\"")
    #expect("a  b/c.png".escapedForDirective == "a\\ \\ b/c.png")
  }
}
