import Foundation
import Glibc
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

/// Figures that are no longer requested are remembered by the manifest of the configuration that drew them.
@Suite
struct RequestedFiguresTests: DirectorySuite {
  let scratch = Scratch()

  @Test("A manifest of the previous version, which has no path, is taken over with its figures and nothing else.")
  func previousVersion() async throws {
    try write("{}", to: "config.json")
    _ = try OutputDirectory(creating: scratch.path + "/Output")
    _ = try await plan().render(into: OutputDirectory(scratch.path + "/Output"))
    #expect(try manifest()["configuration"] == nil)
    let own = directory("Output", of: "config.json")
    let fewer = try plan(#""relu", "mish""#)
    let preview = try await fewer.preview(in: own)
    #expect(preview.extras == [] && preview.hasStaleManifest)
    #expect(preview.survey.findings.allSatisfy { $0.status == .upToDate })
    let run = try await fewer.render(into: own, options: pruning)
    #expect(run.removed.isEmpty && own.names.contains("tanh.png"))
    #expect(try manifest()["configuration"] == "../config.json")
  }

  @Test("If the command line names the directory, nothing is removed and the manifest has no path.")
  func namedDirectory() async throws {
    try write("{}", to: "config.json")
    let directory = named("Output", for: "config.json")
    try directory.create()
    _ = try await plan().render(into: directory)
    #expect(try manifest()["configuration"] == nil)
    let fewer = try plan(#""relu""#)
    #expect(try await fewer.preview(in: directory).extras == [])
    let run = try await fewer.render(into: directory, options: pruning)
    #expect(run.removed.isEmpty)
    #expect(run.removalLines.count == 1 && run.removalLines[0].hasPrefix("Nothing is removed from "))
    #expect(directory.names == ["manifest.json", "mish.png", "relu.png", "tanh.png"])
    #expect(try await fewer.check(directory, fixedBy: RenderCommand(configuration: "-")).differences.isEmpty)
  }

  @Test("A copy of a directory away from its configuration belongs to no configuration if the command line names it.")
  func copy() async throws {
    try write("{}", to: "a/config.json")
    let own = directory("a/Output", of: "a/config.json")
    try own.create()
    _ = try await plan().render(into: own)
    mkdir(scratch.path + "/b", 0o777)
    try FileManager.default.copyItem(atPath: scratch.path + "/a/Output", toPath: scratch.path + "/b/copy")
    let copy = named("b/copy", for: "a/config.json")
    let check = try await plan().check(copy, fixedBy: RenderCommand(configuration: "-"))
    #expect(check.differences.map(\.code) == ["manifest"])
    _ = try await plan(#""relu""#).render(into: copy, options: pruning)
    #expect(copy.names.contains("tanh.png"))
    #expect(try manifest(in: "b/copy")["configuration"] == nil)
  }

  @Test(
    "Only figures that the configuration's own manifests list are reported as no longer requested, and they are remembered."
  )
  func memory() async throws {
    try write("{}", to: "config.json")
    let own = directory("Output", of: "config.json")
    try own.create()
    _ = try await plan().render(into: own)
    // The figure looks like a copy from another directory.
    try own.write(#require(scratch.bytes(at: "Output/mish.png")), to: "copied.png", replacing: .always)
    _ = try await plan(#""relu", "tanh""#).render(into: own)
    #expect(try manifest()["drawnEarlier"] == ["mish.png"])
    #expect(
      JSONValue(parsing: scratch.bytes(at: "Output/manifest.json")!).map { Array(($0.text + "\n").utf8) }
        == scratch.bytes(at: "Output/manifest.json"))
    _ = try await plan(#""relu""#).render(into: own)
    #expect(try manifest()["drawnEarlier"] == ["mish.png", "tanh.png"])
    // The figure is requested again with other settings, by a run that does not examine it.
    _ = try await plan(#""relu", {"function": "mish", "bins": 9}"#).selecting(["relu"]).render(into: own)
    #expect(try await plan(#""relu""#).preview(in: own).extras == ["mish.png", "tanh.png"])
    let result = try await plan(#""relu""#).render(into: own, options: pruning)
    #expect(try result.removed.map { try $0.get() } == ["mish.png", "tanh.png"])
    #expect(own.names == ["copied.png", "manifest.json", "relu.png"])
    #expect(try manifest()["drawnEarlier"] == nil)
    #expect(try await !plan(#""relu""#).preview(in: own).hasStaleManifest)
  }

  @Test("Shards remember what they drew, and so does their merge.")
  func shards() async throws {
    try write("{}", to: "config.json")
    let own = directory("Output", of: "config.json")
    try own.create()
    for index in 1...2 { _ = try await plan().selecting(Shard(index, of: 2)!).render(into: own) }
    #expect(try manifest("manifest-1-of-2.json")["configuration"] == "../config.json")
    let fewer = try plan(#""relu", "tanh""#)
    for index in 1...2 { _ = try await fewer.selecting(Shard(index, of: 2)!).render(into: own) }
    #expect(try await ShardMerge(of: fewer, in: own).outcome == .created)
    #expect(try manifest()["drawnEarlier"] == ["mish.png"])
    #expect(own.names == ["manifest.json", "mish.png", "relu.png", "tanh.png"])
    #expect(try await fewer.preview(in: own).extras == ["mish.png"])
  }
}
