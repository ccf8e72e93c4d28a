import PNG
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System

@Suite
struct ChunkOrderTests {
  private let scratch = Scratch()

  private func plan() throws -> RenderPlan {
    let text = #"{"samples": 500, "figure": {"dpi": 40}, "activations": ["relu", "mish"]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  @Test(
    "A check, a run and an inspection agree that a figure with its chunks in another order is the same.",
    arguments: 0..<12 as Range<UInt64>)
  func agreement(seed: UInt64) async throws {
    _ = try await plan().render(into: scratch.owned)
    let manifest = scratch.bytes(at: "manifest.json")
    var generator = SeededGenerator(seed: seed)
    var file = EditedPNG(try #require(scratch.bytes(at: "mish.png")))
    // Texts can be anywhere between header and end, and the resolution anywhere before the pixels.
    let texts = file.chunks.filter { $0.type == "iTXt" }.shuffled(using: &generator)
    file.chunks.removeAll { $0.type == "iTXt" }
    for text in texts { file.chunks.insert(text, at: .random(in: 1..<file.chunks.count, using: &generator)) }
    try scratch.directory.write(file.bytes, to: "mish.png", replacing: .always)
    let preview = try await plan().preview(in: scratch.owned)
    #expect(preview.survey.findings.map(\.status) == [.upToDate, .upToDate] && !preview.hasStaleManifest)
    let check = try await plan().check(scratch.owned, fixedBy: RenderCommand(configuration: "config.json"))
    #expect(check.differences.isEmpty, "\(check.differences)")
    #expect(try Inspection(of: file.bytes, named: "mish.png").json["isAsDrawn"] == true)
    _ = try await plan().render(into: scratch.owned)
    #expect(scratch.bytes(at: "manifest.json") == manifest && scratch.bytes(at: "mish.png") == file.bytes)
  }
}
