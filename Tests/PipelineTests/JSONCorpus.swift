import Foundation

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import System

/// The result of reading a text: its value and its faults.
struct JSONReading {
  let root: JSONNode
  let faults: Faults

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    let source = SourceText(name: "test.json", bytes: bytes)
    var reader = JSONReader(source)
    root = reader.readText()
    faults = reader.faults
  }

  var messages: [String] { faults.list.map(\.message) }

  /// The value on one line.
  func outline() throws -> String { Self.outline(of: root) }

  private static func outline(of value: JSONNode) -> String {
    switch value.content {
    case .scalar(.boolean(let truth)): "\(truth)"
    case .scalar(.string(let text)): "\"\(text.replacingOccurrences(of: "\n", with: "⏎"))\""
    case .scalar(let value): value.number.map { "\($0)" } ?? "null"
    case .array(let values): "[" + values.map(outline).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.key)\": \(outline(of: $0.value))" }.joined(separator: ", ") + "}"
    case .faulty: "faulty"
    }
  }
}

/// Texts that are JSON and texts that are not.
enum JSONCorpus {
  static let valid = [
    "null", "true", "false", "0", "-0", "-1", "10", "0.5", "0e1", "0E+1", "1e-2", "1.25E3",
    "123456789012345678901234567890",
    "\"\"", "\"a\"", " [ ] ", "[]", "{}", "{ }", "\t\n\r [1,\r\n2] \n", "[null,true,false]", "[[[[]]]]", "[{}]",
    "{\"\":0}",
    "{\"a\":[]}", "{\"a\":1,\"b\":2}", "{\"a\":{\"a\":{\"a\":1}}}", "[1,1]", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
    "\"\\u0000\\u001f\"", "\"\\u00E9\\u00e9\"", "\"\\uD834\\uDd1e\"", "\"\u{7F}\"", "\"\u{2028}\u{2029}\"", "\"é😀\"",
    "\"/* // # */\"", "{\"é\":1,\"e\u{301}\":2}", "[1e-400]", "[0.00000000000000000000000000000000000000000001]",
    // Numbers at both ends of the range of a double, and smaller ones.
    "-0.0", "1E22", "123e65", "1E-2", "-9223372036854775808", "18446744073709551616", "1.7976931348623157e308",
    "2.2250738585072011e-308", "-1e-1000", "0.1e1", "[0e+1]", "1.00000000000000000000000000000000000000000000000000001",
    // Strings with every kind of character and escape.
    "\" \"", "\"\\u0022\\u005C\\u002F\"", "\"\\uDBFF\\uDFFF\"", "\"\\u0060\\u012a\\u12AB\"",
    "\"\\uFDD0\\uFFFE\\uFFFF\"",
    "\"\u{FFFF}\u{10FFFF}\"", "\"\u{2060}\u{200B}\u{FEFF}\"", "\"asd\\u0000\"", "\"\\\\u0041\"", "\"\\\\\\\"\"",
    "{\"a\\u0000b\":1}", "{\"__proto__\":null}", "{\"\":0,\" \":0}", "[\"\",\"\"]",
    // Blanks.
    "[[]   ]", "[\n4\n]", "\r1\r", "\t[ 1 , 2 ]\n", "{ \"a\" : 1 , \"b\" : 2 }",
  ]

  static let invalid = [
    // Structure.
    "", " ", "[", "]", "{", "}", "[1", "[1,", "[,", "[,]", "[,1]", "[1,,2]", "[1,]", "[1 2]", "[1;2]", "[1}", "[}",
    "{]",
    "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":,}", "{,}", "{:1}", "{1:1}",
    "{null:1}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "{\"a\":1,,\"b\":2}", "{[]:1}", "[\"a\":1]", "1 2", "[] []", "{} x",
    "[]]", "{}}", "null null", ",", ":", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":1}}", "{\"a\":1,\"\\u0061\":2}",
    "[\"x\"", "[\"\",", "[\"a\",\n4\n,1,", "[1,\n1\n,1", "[x]]", "[\"x\"]]", "[][]", "[1]]", "[\"\": 1]", "[*]",
    "[<null>]",
    "<null>", "{\"a\":\"b\",,\"c\":0}", "{\"a\":\"a\" 123}", "{\"x\", null}", "{\"a\" b}", "{\"\":", "{\"a\":true",
    "{\"a\":true} \"x\"", "{key: 'value'}", "{'a':0}", "{\"id\":0,,,,,}", "{\"a\":\"b\"}#{}", "{🇨🇭}", "[1,\n2\n,", "2@",
    "[ false, nul", "[ true, fals", "[ fals", "tru", "*", "[\\u0020\"asd\"]", "[\\n]", "[\"a", "{\"a", "{\"a\":\"a",
    // Words.
    "nul", "True", "FALSE", "NULL", "truefalse", "nan", "NaN", "Infinity", "-Infinity", "undefined", "a", "é", "[a]",
    "{a:1}", "$", "@", "&", "(1)", "=",
    // Numbers.
    "+1", "-", "--1", "01", "-01", "00", "1.", ".5", "-.5", "1.e5", "1e", "1e+", "1e+-2", "1.2.3", "1e5.5", "0x10",
    "1_000",
    "1,000", "1a", "1 000", "1e400", "-1e999", "١", "1f", "0b1", "1/2",
    "[-01]", "[2.e3]", "[.2e-3]", "[1eE2]", "[0e]", "[0e+]", "[1.0e-]", "[9.e+]", "- 1", "[++1234]", "[+Inf]", "-NaN",
    "[Inf]", "-inf", "[1+2]", "[-1x]", "[1.2a-3]", "[-2.]", "１", "[1 000.0]", "[0.3e+]", "1e999999999999999999999",
    "-.1",
    "-foo", "1e+400", "0x", "0b", "012.5", "-012", "1..5", "1e1e1", "∞", "½", "1\u{2009}000", "−1",
    // Strings.
    "\"", "\"a", "\"\\", "\"\\\"", "\"\\x\"", "\"\\'\"", "\"\\a\"", "\"\\0\"", "\"\\u\"", "\"\\u12\"", "\"\\u12G4\"",
    "\"\\U0041\"", "\"\\uD834\"", "\"\\uDD1E\"", "\"\\uDD1E\\uD834\"", "\"\\uD834\\u0041\"", "\"\\uD834x\"",
    "\"\\uD834\\n\"",
    "\"\\u+123\"", "\"\t\"", "\"\n\"", "\"\r\"", "\"\u{0}\"", "\"\u{1F}\"", "'a'", "`a`", "“a”", "\"a\"\"b\"",
    "\"\\uD800\\\"", "\"\\uD800\\u\"", "\"\\uD800\\u1\"", "\"\\uD800\\u1x\"", "\"\\uD800\\uD800\\u1234\"", "\"\\u00A\"",
    "\"\\uqqqq\"", "\"\\x00\"", "\"\\🌀\"", "\"\\\t\"", "\"\\\n\"", "\"\\ \"", "\"\\v\"", "\"\\UA66D\"", "\"\\u{41}\"",
    "\"\u{1}\"", "\"\u{8}\"", "\"a\u{B}\"", "\"a\u{C}b\"", "\"\u{1B}[0m\"", "\"\\u004", "\"\\", "\"\\ud83d\\ude0\"",
    "{\"\\ud800\":1}", "{\"\n\":1}", "\"\u{2028}", "‘a’", "«a»",
    // Comments and blanks that JSON does not have.
    "// a\n1", "/* a */ 1", "# a\n1", "1 // a", "1 /* a", "/", "/1", "[1 /* , */]", "\u{A0}1", "\u{B}1", "\u{C}1",
    "\u{85}1",
    "\u{2003}1", "\u{FEFF}1", "1\u{FEFF}", "\u{0}", "1\u{0}", "[\u{200B}]",
  ]

  /// Malformed UTF-8, each with the offset of the first wrong byte.
  static let malformedBytes: [([UInt8], Int)] = [
    ([0x80], 0),  // a continuation alone
    ([0x61, 0xBF], 1),
    ([0xC0, 0xAF], 0),  // overlong
    ([0xC1, 0xBF], 0),
    ([0xE0, 0x80, 0xAF], 0),
    ([0xE0, 0x9F, 0xBF], 0),
    ([0xF0, 0x80, 0x80, 0xAF], 0),
    ([0xF0, 0x8F, 0xBF, 0xBF], 0),
    ([0xED, 0xA0, 0x80], 0),  // a surrogate
    ([0xED, 0xBF, 0xBF], 0),
    ([0xF4, 0x90, 0x80, 0x80], 0),  // above U+10FFFF
    ([0xF5, 0x80, 0x80, 0x80], 0),
    ([0xFE], 0), ([0xFF], 0),
    ([0xC3], 0),  // cut short
    ([0xC3, 0xA9, 0xE2, 0x82], 2),
    ([0xE2, 0x28, 0xA1], 0),
    ([0xF0, 0x9F, 0x98], 0),
    ([0xF0, 0x9F, 0x98, 0x41], 0),
    ([0xC0, 0x80], 0),  // an overlong zero
    ([0xF0, 0x82, 0x82, 0xAC], 0),
    ([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], 0),  // a pair of surrogates, as CESU-8 writes them
    ([0xF8, 0x88, 0x80, 0x80, 0x80], 0),  // five and six bytes, as before Unicode ended
    ([0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], 0),
    ([0xE9], 0),  // Latin-1
    ([0x61, 0xE2, 0x82], 1), ([0xF4, 0x8F, 0xBF], 0), ([0xC2, 0x22], 0),
    ([0xEF, 0xBB, 0xBF, 0x80], 3),
  ]

  /// Parts that reveal more than linear time in the reader or its messages if they are repeated.
  static let costly = [
    "[", "{\"a\":", "1", "1,", "[1 ", "\"", "\\\"", "a", "/*", "//", "/* */", "#\n", "'", ",", "é", " ", "\n", "[],",
    "[,", "\"a\" ",
    "{\"a\":1,\"a\":1,\"a\":1,\"a\":1,", "\"\\ud800\\q\",", "[01,", "{\"a\":[1,", ".", "1e", "e1",
  ]

  /// A small random text that is JSON or nearly so.
  static func mutation(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "\\", "\\u", "\\ud83d", "\\ude00", "0", "1", "-", ".",
      "e5", "E+", "1e999",
      "true", "null", "NaN", " ", "\n", "\t", "//", "/*", "*/", "é", "😀", "\u{0}", "\u{FEFF}", "\u{1F}",
    ]
    var bytes = Array(valid.randomElement(using: &generator)!.utf8)
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = Int.random(in: place...min(place + 3, bytes.count), using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.replaceSubrange(place..<end, with: parts.randomElement(using: &generator)!.utf8)
      case 1: bytes.insert(contentsOf: Array(valid.randomElement(using: &generator)!.utf8), at: place)
      case 2: bytes.removeSubrange(place..<end)
      case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      default: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      }
    }
    return bytes
  }

  static func isAcceptedByFoundation(_ bytes: [UInt8]) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
  }
}
