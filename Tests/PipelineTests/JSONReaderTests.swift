import Foundation
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System

@Suite
struct JSONReaderTests {
  @Test("A value of each kind is read as it is written.")
  func kinds() throws {
    let text =
      #" {"null": null, "yes": true, "no": false, "number": -12.5e+1, "text": "é\u00e9\n", "list": [1, [], {}]} "#
    #expect(
      try JSONReading(text).outline()
        == #"{"null": null, "yes": true, "no": false, "number": -125.0, "text": "éé⏎", "list": [1.0, [], {}]}"#)
  }

  @Test("Well-formed texts are read without a fault.", arguments: JSONCorpus.valid)
  func valid(text: String) {
    let reading = JSONReading(text)
    #expect(reading.faults.isEmpty, "\(reading.messages)")
    #expect(JSONCorpus.isAcceptedByFoundation(Array(text.utf8)))
  }

  @Test("Malformed texts are refused.", arguments: JSONCorpus.invalid)
  func invalid(text: String) {
    #expect(!JSONReading(text).faults.isEmpty)
  }

  @Test("Bytes that are not UTF-8 are refused.", arguments: JSONCorpus.malformedBytes)
  func malformed(bytes: [UInt8], offset: Int) {
    let text = Array("[\"".utf8) + bytes + Array("\"]".utf8)
    let reading = JSONReading(text)
    #expect(reading.faults.list.map(\.offset) == [offset + 2])
    #expect(String(validating: text, as: UTF8.self) == nil)
  }

  @Test("A scalar of every length passes through a string, plain and escaped.")
  func scalars() throws {
    let scalars: [Unicode.Scalar] = [
      " ", "~", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFF}", "\u{10000}",
      "\u{1F600}", "\u{10FFFF}",
    ]
    for scalar in scalars {
      let escaped = String(scalar).utf16.map { "\\u" + String(0x10000 + Int($0), radix: 16).dropFirst() }.joined()
      for spelling in [String(scalar), escaped, escaped.uppercased().replacingOccurrences(of: "\\U", with: "\\u")] {
        let reading = JSONReading("\"" + spelling + "\"")
        #expect(reading.faults.isEmpty)
        guard let text = reading.root.string else {
          Issue.record("no string for \(spelling)")
          continue
        }
        #expect(Array(text.unicodeScalars) == [scalar])
      }
    }
  }

  @Test(
    "Whole numbers are read exactly, and other numbers as the nearest double.",
    arguments: [
      ("0", 0, 0), ("-0", -0.0, 0), ("1e4", 1e4, 10_000), ("100.0", 100, 100), ("1.5", 1.5, nil),
      ("9007199254740993", 9_007_199_254_740_992, 9_007_199_254_740_993),
      ("9223372036854775807", 0x1p63, .max), ("9223372036854775808", 0x1p63, nil), ("1e300", 1e300, nil),
      ("1e-400", 0, 0), ("4.9e-324", .leastNonzeroMagnitude, nil),
      ("1.7976931348623157e308", .greatestFiniteMagnitude, nil),
      ("0.1000000000000000055511151231257827021181583404541015625", 0.1, nil),
      (
        "9007199254740992.5000000000000000000000000000000000000000000000001", 9_007_199_254_740_992,
        9_007_199_254_740_992
      ),
      ("9007199254740993.0000000000000000000000000000000000000000000000001", 9_007_199_254_740_994, nil),
    ] as [(String, Double, Int?)])
  func numbers(text: String, value: Double, wholeValue: Int?) {
    let reading = JSONReading(text)
    #expect(reading.root.number?.bitPattern == value.bitPattern)
    #expect(reading.root.wholeNumber == wholeValue)
  }

  @Test("A random double reads back from its shortest text.", arguments: 0..<200)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let value = Double(bitPattern: generator.next())
    guard value.isFinite else { return }
    #expect(JSONReading("\(value)").root.number?.bitPattern == value.bitPattern)
  }

  @Test("A fault has the JSON pointer of the deepest value around it.")
  func pointers() {
    let text = #"{"a/b": [0, {"~": 1}], "c": {"d": "x"}}"#
    let root = JSONReading(text).root
    let expected: [(String, String)] = [
      ("{\"a", ""), ("\"a/b", "/a~1b"), ("[0", "/a~1b"), ("0,", "/a~1b/0"), ("{\"~", "/a~1b/1"), ("\"~", "/a~1b/1/~0"),
      ("1}", "/a~1b/1/~0"), (", \"c", ""), ("\"c", "/c"), ("{\"d", "/c"), ("\"d", "/c/d"), ("\"x", "/c/d"),
      ("}}", "/c"),
    ]
    for (place, pointer) in expected {
      let range = text.range(of: place)!
      #expect(root.pointer(to: text.utf8.distance(from: text.startIndex, to: range.lowerBound)) == pointer, "\(place)")
    }
  }

  @Test("Values can be nested as deep as the limit and no deeper.")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(JSONReading(nested(Limits.depth)).faults.isEmpty)
    #expect(JSONReading(nested(Limits.depth + 1)).messages.count == 1)
    #expect(JSONReading(String(repeating: "[", count: 500_000)).messages.count == 1)
    #expect(JSONReading(String(repeating: "{\"a\":", count: 200_000)).messages.count == 1)
  }

  @Test(
    "Extreme nesting is refused with one sentence.",
    arguments: ["[", "{\"a\":", "[[],", "[{\"a\":[", "{\"a\":[{},", "[\"x\",[", "[ \n\t"])
  func bombs(part: String) {
    let closing = part.reversed().compactMap { $0 == "[" ? "]" : $0 == "{" ? "}" : nil }.joined()
    for count in [100_000, 65] {
      let bomb = String(repeating: part, count: count)
      for text in [bomb, bomb + "1", bomb + "1" + String(repeating: closing, count: count)] {
        #expect(JSONReading(String(text.prefix(Limits.configurationBytes))).messages.count == 1)
      }
    }
  }

  @Test(
    "Numbers of many digits are read as the nearest double or refused.",
    arguments: [
      ("1" + String(repeating: "0", count: 308), 1e308), ("1" + String(repeating: "0", count: 100_000), nil),
      ("0." + String(repeating: "0", count: 100_000) + "1", 0),
      ("0." + String(repeating: "3", count: 100_000), 1.0 / 3),
      ("1e" + String(repeating: "9", count: 100_000), nil), ("1e-" + String(repeating: "9", count: 100_000), 0),
      ("1e" + String(repeating: "0", count: 100_000) + "2", 100),
      (String(repeating: "1", count: 400) + "e-400", 1.0 / 9),
    ] as [(String, Double?)])
  func longNumbers(text: String, value: Double?) {
    let reading = JSONReading(text)
    #expect(reading.root.number == value)
    #expect(reading.messages.count == (value == nil ? 1 : 0))
  }

  @Test("Every truncated configuration is refused, and only the whole one is accepted.")
  func truncation() {
    let bytes = Array(ConfigurationMutation.valid.utf8)
    for count in 0...bytes.count {
      let plan = try? RenderPlan(readingConfiguration: Array(bytes[..<count]), named: "config.json")
      #expect((plan != nil) == (count == bytes.count), "\(count)")
    }
  }

  @Test("A text can be as long as the limit and no longer.")
  func length() {
    let text = "\"" + String(repeating: "x", count: Limits.configurationBytes - 2) + "\""
    #expect(JSONReading(text).faults.isEmpty)
    #expect(JSONReading(text + " ").messages == ["found 1048577 bytes, expected at most 1048576"])
  }
}

@Suite
struct JSONMutationTests {
  @Test(
    "An accepted text is valid JSON, and a refused one is refused for a reason.", arguments: 0..<400 as Range<UInt64>)
  func mutations(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let bytes = JSONCorpus.mutation(using: &generator)
      let reading = JSONReading(bytes)
      let isAccepted = JSONCorpus.isAcceptedByFoundation(bytes)
      if reading.faults.isEmpty {
        #expect(isAccepted, "\(String(decoding: bytes, as: UTF8.self))")
      } else if isAccepted {
        // The reader is deliberately stricter than the reference in these cases.
        let reasons = [
          "again, expected it once", "double precision", "byte order mark", "lone surrogate", "UTF-16",
          "after the last value",
        ]
        #expect(
          reading.messages.allSatisfy { message in reasons.contains { message.contains($0) } },
          "\(String(decoding: bytes, as: UTF8.self)): \(reading.messages)")
      }
      for fault in reading.faults.list { _ = reading.root.pointer(to: fault.offset) }
      _ = ConfigurationError(reading.faults, in: [reading.root]).description
    }
  }

  @Test("Reading takes time in proportion to the length of the text.", arguments: JSONCorpus.costly)
  func linearTime(part: String) {
    // Forty times the text takes at most 40 × 8 times the time on a busy machine; quadratic time would be 1600 times as long.
    let (small, large) = (
      time(part, repeated: 4_000 / part.utf8.count), time(part, repeated: 160_000 / part.utf8.count)
    )
    #expect(large < small * 320, "\(small) and \(large)")
  }

  private func time(_ part: String, repeated count: Int) -> Duration {
    let bytes = Array(String(repeating: part, count: count).utf8)
    return (0..<3).map { _ in
      ContinuousClock().measure {
        let reading = JSONReading(bytes)
        _ = ConfigurationError(reading.faults, in: [reading.root]).description
      }
    }.min()!
  }
}
