import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans

@Suite
struct FileNameTests {
  /// The faults of a configuration, without their positions.
  private func messages(_ text: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
      return []
    } catch {
      return error.issues.map(\.message)
    }
  }

  private func messages(ofFigureNamed name: String) -> [String] {
    messages(#"{"activations": [{"function": "relu", "name": \#(JSONValue.string(name).text)}]}"#)
  }

  @Test(
    "A name that Windows cannot check out is a fault, with the reason.",
    arguments: [
      ("a:b", "a name without < > : \" | ? *, "), ("x|y", "a name without < > : \" | ? *, "),
      ("a*b?", "a name without < > : \" | ? *, "), ("<", "a name without < > : \" | ? *, "),
      ("\"quoted\"", "a name without < > : \" | ? *, "), ("a/b", "a name without / and \\, "),
      ("a\\b", "a name without / and \\, "), ("CON", "another name than CON, "), ("con", "another name than CON, "),
      ("nul.relu", "another name than NUL, "), ("CON .x", "another name than CON, "),
      ("COM1", "another name than COM1, "), ("lpt9", "another name than LPT9, "), ("COM¹", "another name than COM¹, "),
      ("conin$", "another name than CONIN$, "), ("relu.", "a name that does not end in a dot or a blank, "),
      ("relu ", "a name that does not end in a dot or a blank, "),
      ("relu\u{3000}", "a name that does not end in a dot or a blank, "), (".relu", "a name that does not begin with"),
    ])
  func refusal(name: String, expectation: String) {
    let messages = messages(ofFigureNamed: name)
    #expect(messages.count == 1 && messages[0].contains("expected " + expectation), "\(messages)")
  }

  @Test("A control character in a name is a fault.", arguments: ["a\\u0001", "a\\tb", "a\\nb", "a\\u0085", "\\u007f"])
  func controls(name: String) {
    let messages = messages(#"{"activations": [{"function": "relu", "name": "\#(name)"}]}"#)
    #expect(messages.count == 1 && messages[0].contains("without control characters"), "\(messages)")
  }

  @Test(
    "Names that only resemble refused ones are accepted.",
    arguments: [
      "CONSOLE", "COM", "COM10", "com1x", "a.con", "-con", "AUXILIARY", "relu.x", "re lu", "é", "COM⁴", "-1", "a'b",
      "$x",
      "a&b", "100%", "x;y", "a,b", "(1)", "[1]", "{{1}}", "~", "#1", "@2x", "+", "=", "!",
    ])
  func acceptance(name: String) { #expect(messages(ofFigureNamed: name) == []) }

  @Test("The whole file name is checked, also of templates, variants, sweeps and comparisons.")
  func files() {
    func template(_ template: String, name: String = "relu") -> [String] {
      let output = #"{"name": \#(JSONValue.string(template).text)}"#
      return messages(#"{"output": \#(output), "activations": [{"function": "relu", "name": "\#(name)"}]}"#)
    }
    #expect(template("{name}:1.png").first?.contains("expected a name without < > : \" | ? *, ") == true)
    #expect(template("con.{name}.png").first?.contains("expected another name than CON, ") == true)
    #expect(template("com{name}.png", name: "1").first?.contains("expected another name than COM1, ") == true)
    #expect(template("figure-{name}.png", name: "con") == [])
    #expect(template("{name}.con.png") == [])
    // The suffix of a variant makes it a valid name, but the plain file comes first.
    let variants = #""variants": {"theme": ["light", "dark"], "scale": [1, 2]}"#
    #expect(messages(#"{\#(variants), "activations": [{"function": "relu", "name": "aux"}]}"#).count == 1)
    #expect(
      messages(
        #"{"activations": [{"function": "swish", "name": "a:{beta}", "sweep": {"beta": [1, 2]}}]}"#
      ).allSatisfy { $0.contains("expected a name without < > : \" | ? *, ") })
    for name in ["a:b", "x.", "prn", "a\\\\b"] {
      let text = #"{"figures": "both", "comparison": {"name": "\#(name)"}, "activations": ["relu"]}"#
      #expect(messages(text).count == 1, "\(name)")
    }
  }

  @Test(
    "The schema refuses the same characters and endings.", arguments: ["a:b", "x|y", "a*b?", "x.", "x ", ".x", "a/b"])
  func schema(name: String) throws {
    let validator = try SchemaValidator(ConfigurationSchema().text)
    func isValid(_ name: String, as key: String) throws -> Bool {
      let text =
        key == "name"
        ? #"{"activations": [{"function": "relu", "name": "\#(name)"}]}"#
        : #"{"comparison": {"name": "\#(name)"}, "activations": ["relu"]}"#
      return try validator.faults(in: JSONDocument(text)).isEmpty
    }
    for key in ["name", "comparison"] {
      #expect(try !isValid(name, as: key))
      for name in ["a.b", "x y", "-1", "é"] { #expect(try isValid(name, as: key)) }
    }
    #expect(try isValid("{beta}{{x}}", as: "name"))
  }
}
