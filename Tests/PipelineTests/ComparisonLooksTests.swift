import Testing

@testable import Configuration
@testable import Plans

@Suite
struct ComparisonLooksTests {
  /// The messages about a configuration, without their positions.
  private func messages(_ text: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
      return []
    } catch {
      return error.issues.map { "\($0.pointer): \($0.message)" }
    }
  }

  @Test(
    "A comparison has no more functions than the style has looks for curves.",
    arguments: [
      (#""matplotlib""#, 40), (#""light""#, 24), (#""dark""#, 24), (##"{"palette": ["#000000"]}"##, 4),
      (#"{"base": "light", "dashes": [[]]}"#, 6), (##"{"palette": ["#000000"], "dashes": [[]]}"##, 1),
      (##"{"palette": ["#000000", "#ff0000", "#000000"], "dashes": [[], [1, 1]]}"##, 2),
      (#"{"dashes": [[], [1, 1], [2, 1], [3, 1], [4, 1]]}"#, 40),
    ])
  func looks(style: String, count: Int) throws {
    func text(_ count: Int) -> String {
      let entries = (1...count).map { #"{"function": "relu", "name": "r\#($0)"}"# }.joined(separator: ", ")
      return #"{"style": \#(style), "figures": "comparison", "activations": [\#(entries)]}"#
    }
    #expect(messages(text(count)) == [])
    let name = ["light", "dark"].first { style.contains($0) } ?? "matplotlib"
    #expect(
      messages(text(count + 1)) == [
        "/figures: found a comparison of \(count + 1) functions, expected at most \(count), which the colours and dashes of style \"\(name)\" tell apart"
      ])
  }

  @Test("A comparison that only a variant cannot show is refused once.")
  func looksOfVariants() {
    let entries = (1...25).map { #"{"function": "relu", "name": "r\#($0)"}"# }.joined(separator: ", ")
    let variants = #""variants": {"theme": ["matplotlib", "light", "dark"], "scale": [1, 2]}"#
    #expect(messages(#"{\#(variants), "figures": "comparison", "activations": [\#(entries)]}"#).count == 1)
  }
}
