import Foundation
import Testing
import Typography

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports
@testable import System
@testable import Text

@Suite
struct FontTests {
  private let scratch = Scratch()
  private let squares: [UInt8]

  init() throws {
    let url = try #require(Bundle.module.url(forResource: "Squares", withExtension: "ttf", subdirectory: "Data"))
    squares = Array(try Data(contentsOf: url))
    try scratch.directory.write(squares, to: "Squares.ttf", replacing: .always)
  }

  /// The plan of a file in the scratch directory.
  private func plan(_ text: String) throws -> RenderPlan {
    try scratch.directory.write(Array(text.utf8), to: "fonts.json", replacing: .always)
    let file = try InputFile(scratch.path + "/fonts.json")
    #expect(file.directory == scratch.path)
    return try RenderPlan(readingConfiguration: file.bytes, named: file.name, in: file.directory)
  }

  @Test("A font path is relative to the configuration, and its fonts take precedence over DejaVu Sans.")
  func relativePath() throws {
    let plan = try plan(#"{"fonts": ["Squares.ttf", "DejaVu Sans"], "activations": ["relu", "mish"]}"#)
    #expect(plan.fonts.map(\.name) == ["Test Squares", "DejaVu Sans"])
    #expect(try plan.selecting(["mish"]).fonts.map(\.name) == ["Test Squares", "DejaVu Sans"])
    #expect(try self.plan(#"{"activations": ["relu"]}"#).fonts.isEmpty)
    #expect(throws: ConfigurationError.self) {
      try RenderPlan(
        readingConfiguration: Array(#"{"fonts": ["Squares.ttf"], "activations": ["relu"]}"#.utf8), named: "")
    }
  }

  @Test("The directory of a file is the part of its path before its name.")
  func directories() throws {
    #expect(try InputFile("/dev/null").directory == "/dev")
    #expect(try InputFile(scratch.path + "/Squares.ttf").directory == scratch.path)
  }

  @Test("A title without a glyph gives a warning that names the characters and the faces.")
  func warnings() async throws {
    let plan = try plan(
      #"{"fonts": ["./Squares.ttf"], "activations": [{"function": "relu", "title": "漢字"}, "#
        + #"{"function": "mish", "title": "a\n🚀"}, {"function": "tanh", "title": "函数 é"}]}"#)
    let batch = try Batch(of: plan)
    #expect(
      batch.warnings.map(\.description) == [
        "mish.png: No glyph for U+1F680 (🚀) in Test Squares, DejaVu Sans Bold; a box is drawn.",
        "tanh.png: No glyph for U+51FD (函), U+6570 (数) in Test Squares, DejaVu Sans Bold; boxes are drawn.",
      ])
    let descriptions = await batch.descriptions().compactMap { try? $0?.get() }
    let warnings = descriptions.map { description -> JSONValue? in
      guard case .object(let members) = description else { return nil }
      return members.first { $0.key == "warnings" }?.value
    }
    #expect(
      warnings == [
        [], ["No glyph for U+1F680 (🚀) in Test Squares, DejaVu Sans Bold; a box is drawn."],
        [
          "No glyph for U+51FD (函) in Test Squares, DejaVu Sans Bold; a box is drawn.",
          "No glyph for U+6570 (数) in Test Squares, DejaVu Sans Bold; a box is drawn.",
        ],
      ])
  }

  @Test("The location of the fonts does not change the picture.")
  func places() async throws {
    try FileManager.default.createDirectory(atPath: scratch.path + "/below", withIntermediateDirectories: true)
    try OutputDirectory(creating: scratch.path + "/below").write(squares, to: "Other.ttf", replacing: .always)
    for (name, path) in [("one", "Squares.ttf"), ("two", "below/Other.ttf"), ("three", scratch.path + "/Squares.ttf")] {
      let plan = try plan(#"{"fonts": ["\#(path)"], "activations": [{"function": "relu", "title": "漢"}]}"#)
      let directory = try OutputDirectory(creating: scratch.path + "/" + name)
      _ = try await Batch(of: plan).render(into: directory, replacing: .always)
    }
    let first = try #require(scratch.bytes(at: "one/relu.png"))
    #expect(scratch.bytes(at: "two/relu.png") == first)
    #expect(scratch.bytes(at: "three/relu.png") == first)
  }
}
