import Activations
import Foundation
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

@Suite
struct SchemaTests {
  private let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private let validator: SchemaValidator

  private static let common = Result { try SchemaValidator(ConfigurationSchema().text) }

  init() throws { validator = try Self.common.get() }

  private func text(of name: String) throws -> String {
    try String(contentsOf: package.appending(path: name), encoding: .utf8)
  }

  private func plan(_ text: String) throws(ConfigurationError) -> RenderPlan {
    // Every table of the documentation has these points.
    let files = FileReader { _, _ in .success(Array("x,value,derivative\n0,1,2\n1,2,3\n".utf8)) }
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json", files: files)
  }

  @Test("The schema beside the configuration is the one that the tool prints.")
  func committed() throws {
    #expect(try text(of: ConfigurationSchema.fileName) == ConfigurationSchema().text)
    #expect(try text(of: "config.json").contains("\"$schema\": \"\(ConfigurationSchema.fileName)\""))
  }

  @Test("The default configuration, the starter and every example of the documentation are valid and can be read.")
  func examples() throws {
    let documents = try FileManager.default.subpathsOfDirectory(atPath: package.path).filter { path in
      path == "README.md" || path.hasPrefix("docs/") && path.hasSuffix(".md")
    }
    let blocks = try documents.flatMap {
      try text(of: $0).matches(of: /(?m)^```json\n([\s\S]*?)^```/).map { String($0.1) }
    }
    #expect(!blocks.isEmpty)
    for text in blocks + [try text(of: "config.json"), StarterConfiguration.text] {
      #expect(try validator.faults(in: JSONDocument(text)) == [], "\(text)")
      #expect(throws: Never.self) { try plan(text) }
    }
  }

  @Test(
    "The schema accepts a faulty configuration only if its fault cannot be expressed in a schema.",
    arguments: FaultyConfiguration.all)
  func faulty(configuration: FaultyConfiguration) throws {
    guard configuration.options.isEmpty, let document = try? JSONDocument(configuration.text),
      try validator.faults(in: document).isEmpty
    else { return }
    let reasons = [
      // Faults of two values together.
      "with a below b", "minVal <", "found a step of", "found a figure of", "found an axis of counts",
      "again, expected",
      "in the sweep and beside it",
      // File names, which are known only after their placeholders are replaced.
      "a second figure for", "found the name ", "the placeholder {",
      // Fonts that are not installed.
      "found the font ",
      // The total size of sweeps, and values between two ends.
      "found a sweep of", "figures in all variants", "found {\"from\"",
      // Formulas and the names of their parameters.
      "the unknown name", "expected a number, ", "found alpha 0", "means nothing else in a formula",
      "found the unknown key \"b",
      // Tables, of which the schema knows no file and no number of points.
      "no table that can be read", "as many as in \"x\"", "may hold others", "found 1 point,", "slopes do not overflow",
      "defined at its points only",
      // Gated pairs, whose names and formulas are one text, and what their figures cannot show.
      "the unknown gate", "a gated pair", "a gate without",
      // Numbers that are equal in double precision, and texts that Foundation accepts as JSON.
      "found 9223372036854775808", "JSON has no comments", "lone surrogate", "a comma before",
    ]
    for message in configuration.messages {
      #expect(reasons.contains { message.contains($0) }, "\(configuration.text): \(message)")
    }
  }

  @Test("The recipe of every figure is valid by the schema.")
  func recipes() throws {
    for figure in try plan(StarterConfiguration.text).figures {
      let text = Recipe(of: figure).text
      #expect(try validator.faults(in: JSONDocument(text)) == [], "\(text)")
    }
  }

  @Test("Most faults are found by the schema, too.")
  func coverage() throws {
    let documents = FaultyConfiguration.all.filter(\.options.isEmpty).compactMap { try? JSONDocument($0.text) }
    let refused = try documents.filter { try !validator.faults(in: $0).isEmpty }
    #expect(refused.count >= 110, "\(refused.count) of \(documents.count)")
  }

  @Test("Every configuration that the reader accepts is valid by the schema.", arguments: 0..<100 as Range<UInt64>)
  func mutations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let bytes = ConfigurationMutation.bytes(using: &generator)
      let text = String(decoding: bytes, as: UTF8.self)
      guard (try? plan(text)) != nil else { continue }
      #expect(try validator.faults(in: JSONDocument(text)) == [], "\(text)")
    }
  }

  @Test("The schema has every spelling of every function's name.", arguments: Catalogue.entries.map(\.name))
  func spellings(name: String) throws {
    var generator = SeededGenerator(seed: 1)
    let entry = try #require(Catalogue.entry(named: name))
    let parameters = entry.parameters.map { "\"\($0.name)\": \($0.defaultValue)" }
    for spelling in [entry.name] + entry.aliases {
      let words = spelling.split { "-_ ".contains($0) }
      for separator in ["-", "_", " ", "", " - "] {
        let mixed = words.joined(separator: separator).map { letter in
          Bool.random(using: &generator) ? letter.uppercased() : letter.lowercased()
        }.joined()
        let members = (["\"function\": \"\(mixed)\""] + parameters).joined(separator: ", ")
        let text = "{\"activations\": [\"\(mixed)\", {\(members), \"name\": \"b\"}]}"
        #expect(try plan(text).figures[0].name == name)
        #expect(try validator.faults(in: JSONDocument(text)) == [], "\(text)")
        let wrong = text.replacing("\"name\"", with: "\"nmae\"").replacing("[\"", with: "[\"x-")
        #expect(try !validator.faults(in: JSONDocument(wrong)).isEmpty, "\(wrong)")
      }
    }
  }
}

@Suite
struct SchemaValidatorTests {
  @Test(
    "The validator evaluates each keyword of JSON Schema.",
    arguments: [
      (#"{"type": "integer"}"#, ["1", "1e4", "-3.0"], ["1.5", "\"1\"", "null", "true", "[]"]),
      (#"{"type": "number", "minimum": -1, "maximum": 2}"#, ["-1", "2", "0.5"], ["-1.01", "3", "{}"]),
      (#"{"type": "string", "minLength": 1, "maxLength": 2}"#, ["\"é\"", "\"😀😀\""], ["\"\"", "\"abc\"", "1"]),
      (#"{"pattern": "^a+$"}"#, ["\"aa\"", "5"], ["\"ab\"", "\"\""]),
      (#"{"enum": [1, "a", null]}"#, ["1.0", "\"a\"", "null"], ["\"1\"", "false"]),
      (#"{"not": {"const": 0}}"#, ["1", "\"0\""], ["0", "-0.0"]),
      (
        #"{"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 2, "uniqueItems": true}"#,
        ["[1]", "[1, 2]"], ["[]", "[1, 1]", "[1, 2, 3]", "[\"a\"]", "{}"]
      ),
      (
        #"{"properties": {"a": {"type": "null"}}, "additionalProperties": {"type": "number"}, "required": ["a"]}"#,
        [#"{"a": null}"#, #"{"a": null, "b": 1}"#, "5"], ["{}", #"{"a": 1}"#, #"{"a": null, "b": null}"#]
      ),
      (
        #"{"minProperties": 1, "maxProperties": 1, "propertyNames": {"maxLength": 1}}"#, [#"{"a": 1}"#],
        ["{}", #"{"a": 1, "b": 1}"#, #"{"ab": 1}"#]
      ),
      (
        #"{"dependentRequired": {"a": ["b"]}}"#, ["{}", #"{"b": 1}"#, #"{"a": 1, "b": 1}"#], [#"{"a": 1}"#]
      ),
      (#"{"anyOf": [{"type": "null"}, {"type": "number"}]}"#, ["1", "null"], ["\"\""]),
      (#"{"oneOf": [{"minimum": 1}, {"maximum": 2}]}"#, ["0", "3"], ["1", "2"]),
      (
        ##"{"$defs": {"a": {"properties": {"b": false}}}, "properties": {"c": {"$ref": "#/$defs/a"}}}"##,
        [#"{"c": {}}"#, #"{"b": 1}"#], [#"{"c": {"b": 1}}"#]
      ),
      (
        #"""
        {"properties": {"k": true}, "unevaluatedProperties": false,
         "allOf": [{"if": {"required": ["k"], "properties": {"k": {"const": 1}}}, "then": {"properties": {"x": true}},
                    "else": {"properties": {"y": true}}}]}
        """#,
        [#"{"k": 1, "x": 0}"#, #"{"k": 2, "y": 0}"#, #"{"y": 0}"#, "{}"],
        [#"{"k": 1, "y": 0}"#, #"{"k": 2, "x": 0}"#, #"{"z": 0}"#]
      ),
    ] as [(String, [String], [String])])
  func keywords(schema: String, valid: [String], invalid: [String]) throws {
    let validator = try SchemaValidator(schema)
    for text in valid { #expect(try validator.faults(in: JSONDocument(text)) == [], "\(text)") }
    for text in invalid { #expect(try !validator.faults(in: JSONDocument(text)).isEmpty, "\(text)") }
  }

  @Test("The validator refuses a keyword that it does not know.")
  func unknown() throws {
    let validator = try SchemaValidator(#"{"contains": {}}"#)
    #expect(throws: SchemaValidator.UnknownKeyword.self) { try validator.faults(in: .null) }
  }
}
