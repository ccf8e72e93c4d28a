import Foundation
import Glibc
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Text

@Suite
struct ShardMergeTests {
  private let scratch = Scratch()

  private func plan() throws -> RenderPlan {
    let text = #"{"samples": 500, "figure": {"dpi": 40}, "activations": ["relu", "mish", "tanh", "elu", "celu"]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func contents(of directory: OutputDirectory) -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: directory.names.map { name in
        guard case .file(let bytes) = directory.content(of: name) else { return (name, []) }
        return (name, bytes)
      })
  }

  @Test("Shards and their merge leave the same bytes as a single run.", arguments: 1...4)
  func union(count: Int) async throws {
    let (whole, parts) = (
      try OutputDirectory(creating: scratch.path + "/whole"), try OutputDirectory(creating: scratch.path + "/parts")
    )
    _ = try await plan().render(into: whole)
    for index in (1...count).reversed() {
      _ = try await plan().selecting(Shard(index, of: count)!).render(into: parts)
    }
    let merge = try await ShardMerge(of: plan(), in: parts)
    #expect(merge.missing.isEmpty && merge.outcome == .created)
    #expect(contents(of: parts) == contents(of: whole))
    #expect(try await ShardMerge(of: plan(), in: parts).outcome == .unchanged)
  }

  @Test("A missing shard is named with its figures, and nothing is written.")
  func missing() async throws {
    let plan = try plan()
    for index in [1, 3] { _ = try await plan.selecting(Shard(index, of: 3)!).render(into: scratch.directory) }
    let before = scratch.names
    let merge = try await ShardMerge(of: plan, in: scratch.directory)
    #expect(merge.outcome == nil && scratch.names == before)
    let lost = plan.selecting(Shard(2, of: 3)!).figures.map { "\($0.fileName): new (shard 2 of 3)" }
    #expect(merge.missing == ["Shard 2 of 3 left no manifest."] + lost)
    #expect(JSONValue(merge) == ["outcome": "missing", "missing": .array(merge.missing.map(JSONValue.string))])
    // A run without shards also draws the missing figures and writes the manifest.
    let run = try await plan.render(into: scratch.directory)
    #expect(run.drawn.count == lost.count)
    #expect(try await ShardMerge(of: plan, in: scratch.directory).outcome == .unchanged)
    #expect(scratch.names == ["celu.png", "elu.png", "manifest.json", "mish.png", "relu.png", "tanh.png"])
  }
}
