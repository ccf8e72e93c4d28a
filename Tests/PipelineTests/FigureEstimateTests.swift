import PNG
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

/// The time and memory of a figure are estimated from its plan, so that no foreign recipe takes hours.
@Suite struct FigureEstimateTests {
  private func plan(_ text: String) throws -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  @Test(
    "Estimates are of the right order of magnitude.",
    arguments: [
      (#"{"activations": ["relu"]}"#, 0.0...0.1),
      (#"{"samples": 1000000, "activations": ["relu"]}"#, 0.01...1),
      (#"{"step": 1e-5, "activations": [{"name": "a", "expression": "sin(x * 1e6)"}]}"#, 0.1...3),
      (#"{"samples": 1000000000, "activations": ["mish"]}"#, 20...600),
      (#"{"samples": 1000000000, "activations": [{"name": "a", "expression": "x^x^x^x^x^x^x^x^x^x"}]}"#, 60...3_000),
    ])
  func sizes(text: String, seconds: ClosedRange<Double>) throws {
    #expect(seconds.contains(try plan(text).figures[0].estimate.seconds))
  }

  @Test("A run of more than ten minutes is announced, and a shorter one is not.")
  func longRuns() throws {
    let sweep = #"{"beta": {"from": 1, "to": 40, "count": 40}}"#
    let long = try plan(#"{"samples": 1000000000, "activations": [{"function": "swish", "sweep": \#(sweep)}]}"#)
    #expect(try #require(long.durationWarning(jobs: 1)).hasPrefix("This run takes about "))
    #expect(try plan(#"{"activations": ["relu", "mish"]}"#).durationWarning(jobs: 1) == nil)
  }

  @Test(
    "A duration is written in one unit.",
    arguments: [
      (40.0, "40 s"), (119, "119 s"), (130, "2 min"), (3_600, "60 min"), (10_800, "3 h"), (200_000, "2 days"),
      (0.2, "0 s"),
    ])
  func durations(seconds: Double, text: String) { #expect(seconds.roundedDuration == text) }

  private func picture(carrying text: String) throws -> [UInt8] {
    let record = FigureRecord(
      title: "", description: "", shortDescription: "short", recipe: Recipe(of: try plan(text).figures[0]),
      statistics: "{}")
    return try PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 4]).recording(record).image.encoded()
  }

  @Test(
    "A foreign recipe that takes too long is refused before anything is drawn.",
    arguments: [
      #"{"samples": 1000000000, "activations": ["mish"]}"#,
      #"{"samples": 1000000000, "activations": [{"name": "a", "expression": "erf(erf(erf(x)))"}]}"#,
    ])
  func foreignRecipes(text: String) async throws {
    let picture = try picture(carrying: text)
    let error = await #expect(throws: InspectionError.self) {
      try await Inspection(of: picture, named: "from.png").redrawn()
    }
    let sentence = try #require(error).description
    #expect(sentence.hasPrefix("The recipe of from.png takes about "))
    #expect(sentence.hasSuffix("--force draws it all the same."))
  }

  @Test("A recipe that takes little time and memory is drawn.")
  func cheapRecipes() async throws {
    let picture = try picture(carrying: #"{"samples": 20, "activations": ["mish"]}"#)
    let drawn = try await Inspection(of: picture, named: "from.png").redrawn()
    #expect(try await Inspection(of: picture, named: "from.png").redrawn(forcing: true) == drawn)
  }
}
