import Foundation
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Text

@Suite
struct ConfigurationErrorTests {
  @Test("Each fault has its position, its JSON pointer and its sentence.", arguments: FaultyConfiguration.all)
  func sentences(faulty: FaultyConfiguration) {
    let lines = faults(in: faulty.text, setting: faulty.options).map { issue in
      let place = issue.isInOption ? "\(issue.fileName.printable) @\(issue.column)" : "\(issue.line):\(issue.column)"
      return "\(place): " + (issue.pointer.isEmpty ? "" : issue.pointer.printable + ": ") + issue.message
    }
    #expect(lines == faulty.messages, "\(faulty.text)")
  }

  @Test("The table of faulty configurations is complete.")
  func table() {
    #expect(FaultyConfiguration.all.count >= 210)
    #expect(FaultyConfiguration.all.allSatisfy { !$0.messages.isEmpty })
  }

  @Test("An issue is printed like a compiler's message.")
  func form() {
    let text = """
      {
      \t"activations": ["relu", "sigmiod"],
        "seed": 0, "seed": 1
      }
      """
    #expect(
      description(of: text) == """
        config.json:2:26: /activations/1: found the unknown function "sigmiod", expected "sigmoid"
         "activations": ["relu", "sigmiod"],
                                 ^
        config.json:3:14: /seed: found the key "seed" again, expected it once; the first is at 3:3
          "seed": 0, "seed": 1
                     ^
        """)
  }

  @Test("A long line is shortened around the position of the fault.")
  func longLine() throws {
    let text = "{\"activations\": [" + String(repeating: "\"relu\", ", count: 100) + "5]}"
    let issue = try #require(faults(in: text).last)
    #expect(issue.column == 818)
    #expect(issue.excerpt.unicodeScalars.count == 61 + 3)
    #expect(issue.excerpt.hasPrefix("…u\", \"relu\""))
    #expect(issue.excerpt.hasSuffix("\"relu\", 5]}"))
    #expect(Array(issue.excerpt.unicodeScalars)[issue.indentation] == "5")
  }

  @Test("Columns count Unicode scalars, and lines end with LF, CR LF or CR.")
  func places() {
    let text = "{\"activations\": [\r\n\"relu\", \"é😀\", 1,\r2,\n3]}"
    #expect(faults(in: text).map { "\($0.line):\($0.column)" } == ["2:9", "2:15", "3:1", "4:1"])
    #expect(faults(in: text).map(\.excerpt) == ["\"relu\", \"é😀\", 1,", "\"relu\", \"é😀\", 1,", "2,", "3]}"])
  }

  @Test("A byte order mark is refused and does not count as a column.")
  func byteOrderMark() {
    let issues = faults(in: "\u{FEFF}{\"activations\": [\"relu\"], \"seed\": -1}")
    #expect(issues.map(\.column) == [1, 35])
    #expect(issues.map(\.indentation) == [0, 34])
    #expect(issues.first?.message == "found a byte order mark before the text, expected UTF-8 without it")
    #expect(faults(in: "\u{FEFF}").count == 1)
  }

  @Test(
    "The message for a file in another encoding names the encoding.",
    arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .utf32, .utf32LittleEndian])
  func encodings(encoding: String.Encoding) throws {
    let bytes = Array(try #require("{\"activations\": [\"relu\"]}".data(using: encoding)))
    #expect(
      faults(in: bytes).map(\.message) == [
        "found bytes that are no UTF-8 but look like UTF-16 or UTF-32, expected the file in UTF-8"
      ])
  }

  @Test("Latin-1 is refused at its first byte that is not ASCII.")
  func latin1() {
    let issues = faults(in: Array("{\n\"title\": \"caf".utf8) + [0xE9, 0x22, 0x7D])
    #expect(issues.map(\.message) == ["found the byte 0xE9, which is not UTF-8 here, expected the file in UTF-8"])
    #expect(issues.map { "\($0.line):\($0.column)" } == ["2:14"])
  }

  @Test("An empty file is a fault.", arguments: ["", " ", "\n\n", "\r\n\t"])
  func empty(text: String) {
    #expect(faults(in: text).map(\.message) == ["found nothing, expected an object in { }"])
  }

  @Test("No message contains a character that moves the cursor of a terminal.")
  func controls() {
    let text =
      "{\"\u{1B}[2J\u{9B}\u{202E}\": [\u{7}], \"\\u001b[31m\": 1, \"activations\": [\"\u{1B}c\", \"\u{85}\u{2028}\"]}"
    let printed = description(of: text, named: "\u{1B}.json")
    #expect(printed.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isControl && !$0.isDirectional })
  }

  @Test("Ten faults in one file are ten messages in the order of the file.")
  func ten() {
    let text = """
      {
        "seed": -1,
        "samples": 1e400,
        "bins": 1.5,
        "range": [5, -5],
        "stepp": 0.1,
        "figure": { "dpi": 0 },
        "output": { "name": "x.png" },
        "activations": [
          "sigmiod",
          { "function": "elu", "beta": 1 },
          "relu",
        ]
      }
      """
    let issues = faults(in: text)
    #expect(issues.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 10, 11, 12])
    #expect(
      issues.map(\.pointer) == [
        "/seed", "/samples", "/bins", "/range", "/stepp", "/figure/dpi", "/output/name", "/activations/0",
        "/activations/1/beta", "/activations",
      ])
  }

  @Test("Faults beyond the limit are counted.")
  func manyFaults() throws {
    let text = "{\"activations\": [" + Array(repeating: "5", count: 5000).joined(separator: ",") + "]}"
    do {
      _ = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
      Issue.record("accepted")
    } catch {
      #expect(error.issues.count == 1000)
      #expect(error.omittedCount == 4000)
      #expect(error.description.hasSuffix("\n4000 more faults are not shown."))
    }
  }

  @Test("As many entries as a file holds are accepted, unless two of them have one file, however far apart.")
  func entries() {
    func text(_ names: [String]) -> String {
      "{\"activations\":[" + names.map { "{\"function\":\"elu\",\"name\":\"\($0)\"}" }.joined(separator: ",") + "]}"
    }
    let names = (0..<20_000).map { "a\($0)" }
    #expect(faults(in: text(names)).isEmpty)
    let found = faults(in: text(names + ["A0"]))
    #expect(found.map(\.pointer) == ["/activations/20000/name"])
    #expect(
      found.map(\.message) == [
        "found a second figure for the file \"A0.png\", expected a \"name\" of its own (case does not count); "
          + "the first is at 1:42"
      ])
  }

  @Test("A file name can be 255 bytes long and no longer.")
  func fileNames() {
    func text(_ name: String) -> String { "{\"activations\": [{\"function\": \"relu\", \"name\": \"\(name)\"}]}" }
    #expect(faults(in: text(String(repeating: "x", count: 251))).isEmpty)
    #expect(faults(in: text(String(repeating: "é", count: 125))).isEmpty)
    let name = String(repeating: "x", count: 39)
    #expect(
      faults(in: text(String(repeating: "x", count: 252))).map(\.message) == [
        "found the name \"\(name)…\", expected a file name of at most 255 bytes"
      ])
  }
}

private func faults(in text: String, setting options: [String] = []) -> [ConfigurationIssue] {
  faults(in: Array(text.utf8), setting: options)
}

private func faults(in bytes: [UInt8], setting options: [String] = []) -> [ConfigurationIssue] {
  do throws(ConfigurationError) {
    _ = try RenderPlan(readingConfiguration: bytes, named: "config.json", setting: options)
    return []
  } catch {
    return error.issues
  }
}

private func description(of text: String, named name: String = "config.json") -> String {
  do throws(ConfigurationError) {
    _ = try RenderPlan(readingConfiguration: Array(text.utf8), named: name)
    return ""
  } catch {
    return error.description
  }
}
