import PNG
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

@Suite
struct CompressionTests {
  private func plan(_ output: String) throws(ConfigurationError) -> RenderPlan {
    let text = #"{"samples": 100, "figure": {"width": 6, "height": 2}, \#(output)"activations": ["mish"]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func file(_ plan: RenderPlan) async throws -> [UInt8] {
    try #require(await Batch(of: plan).files(jobs: 1)[0]).get()
  }

  @Test("The pixels are the same at every compression, and the smallest file is that of the strongest.")
  func pixels() async throws {
    let balanced = try await file(plan(""))
    let fast = try await file(plan(#""output": {"compression": "fast"}, "#))
    let small = try await file(plan(#""output": {"compression": "small"}, "#))
    let pixels = try PNGImage(decoding: balanced).pixels
    #expect(try PNGImage(decoding: fast).pixels == pixels)
    #expect(try PNGImage(decoding: small).pixels == pixels)
    #expect(small.count < balanced.count && small.count < fast.count)
  }

  @Test("The recipe states a compression other than the default, so that the file can be made again byte by byte.")
  func recipe() async throws {
    let plan = try plan(#""output": {"compression": "small"}, "#)
    let recipe = Recipe(of: plan.figures[0])
    #expect(recipe.text.contains(#""output": {"compression": "small"}"#))
    let again = try recipe.plan(named: "recipe")
    #expect(again.figures[0].settings.compression == .small)
    #expect(try await file(again) == file(plan))
    let balanced = Recipe(of: try self.plan("").figures[0])
    #expect(!balanced.text.contains("compression"))
    #expect(recipe.changes(since: balanced) == [#"output.compression "small" is new"#])
  }

  @Test("An unknown compression is a fault that suggests the nearest known one.")
  func fault() {
    let error = #expect(throws: ConfigurationError.self) { try plan(#""output": {"compression": "smal"}, "#) }
    #expect(error.map { "\($0)".contains(#"expected "small""#) } == true)
  }
}
