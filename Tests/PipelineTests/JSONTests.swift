import Foundation
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Reports

@Suite
struct JSONTests {
  @Test(
    "Scalars are written as RFC 8259 defines them.",
    arguments: [
      (nil, "null"), (true, "true"), (false, "false"), (0, "0"), (-7, "-7"), (.integer(.max), "18446744073709551615"),
      (0.1, "0.1"), (5.0, "5"), (-0.0, "-0"), (1e-7, "1e-07"), (1e22, "1e+22"),
      (.number(.leastNonzeroMagnitude), "5e-324"),
      (.number(.nan), "null"), (.number(.infinity), "null"), (.number(-.infinity), "null"),
      ("", #""""#), ("mish", #""mish""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t", #""\n\r\t""#),
      ("\0\u{7}\u{1B}[31m\u{7F}", #""\u0000\u0007\u001b[31m\u007f""#), ("−β𝛽", #""−β𝛽""#), ("e\u{301}", "\"e\u{301}\""),
      ("\u{202E}\u{2028}", #""\u202e\u2028""#), ("\r\n", #""\r\n""#),
    ] as [(JSONValue, String)])
  func scalars(json: JSONValue, text: String) {
    #expect(json.text == text)
  }

  @Test("Values that hold only scalars take one line, others are indented, and keys keep their order.")
  func layout() {
    let json: JSONValue = [
      "z": 1, "a": [1, 2.5, nil], "object": ["b": "x", "a": []], "array": [[1, 2], [:]], "deep": ["list": [["k": []]]],
    ]
    #expect(
      json.text == """
        {
          "z": 1,
          "a": [1, 2.5, null],
          "object": {
            "b": "x",
            "a": []
          },
          "array": [
            [1, 2],
            {}
          ],
          "deep": {
            "list": [
              {
                "k": []
              }
            ]
          }
        }
        """)
    #expect((["a": 1, "b": [:]] as JSONValue).text == "{\n  \"a\": 1,\n  \"b\": {}\n}")
  }

  @Test("A written value reads back the same.", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let json = JSONValue.random(depth: 4, using: &generator)
    #expect(JSONValue.text(ofLine: json.line, indentedBy: Int(seed % 5)) == json.text(indentedBy: Int(seed % 5)))
    let reading = JSONReading(json.text)
    #expect(reading.messages.isEmpty)
    #expect(JSONValue(reading.root) == json, "\(json.text)")
    #expect(JSONValue(parsing: Array(json.line.utf8)) == json, "\(json.line)")
    #expect(JSONCorpus.isAcceptedByFoundation(Array(json.text.utf8)))
  }

  @Test("The catalogue lists every function in aligned columns.")
  func catalogue() throws {
    let listing = CatalogueListing()
    let lines = listing.table.split(separator: "\n")
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(listing.json.text.utf8)) as? [[String: Any]])
    #expect(lines.count == entries.count + 1)
    #expect(lines.allSatisfy { $0.last != " " })
    for (line, entry) in zip(lines.dropFirst(), entries) {
      let name = try #require(entry["name"] as? String)
      #expect(line.hasPrefix(name + " "))
      for column in ["TITLE", "FORMULA"] {
        let offset = try #require(lines[0].range(of: column)).lowerBound.utf16Offset(in: lines[0])
        let text = try #require(entry[column.lowercased()] as? String)
        #expect(line.dropFirst(offset).hasPrefix(text), "\(name)")
        #expect(line.dropFirst(offset - 1).first == " ", "\(name)")
      }
      for parameter in try #require(entry["parameters"] as? [[String: Any]]) {
        #expect(line.contains("\(try #require(parameter["name"] as? String)) = "))
      }
    }
    let leaky = try #require(entries.first { $0["name"] as? String == "leaky-relu" })
    #expect((leaky["breakpoints"] as? [[String: Any]])?.first?["kind"] as? String == "kink")
  }
}

extension JSONValue {
  fileprivate static func random(depth: Int, using generator: inout some RandomNumberGenerator) -> JSONValue {
    let characters: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\0", "\u{1F}", "\u{7F}", "/", "é", "−", "𝛽", "\u{2028}",
    ]
    func text() -> String {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<6, using: &generator) {
        view.append(characters.randomElement(using: &generator)!)
      }
      return String(view)
    }
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
    case 0: return nil
    case 1: return .boolean(.random(using: &generator))
    case 2: return .integer(UInt64.random(in: 0...(1 << 53), using: &generator))
    case 3:
      let value = Double(bitPattern: generator.next())
      return .number(value.isFinite ? value : 0.5)
    case 4: return .string(text())
    case 5, 6:
      return .array(
        (0..<Int.random(in: 0..<5, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      let keys = Set((0..<Int.random(in: 0..<5, using: &generator)).map { _ in text() }).sorted()
      return .object(keys.map { Member(key: $0, value: random(depth: depth - 1, using: &generator)) })
    }
  }
}
