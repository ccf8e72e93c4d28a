import Foundation
import Glibc
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import System
@testable import Text

@Suite("Directories that belong to a configuration")
struct DirectoryOwnershipTests {
  private let scratch = Scratch()

  private func plan(_ activations: String = #""relu", "mish", "tanh""#, seed: Int = 0) throws -> RenderPlan {
    let text = #"{"seed": \#(seed), "samples": 300, "figure": {"dpi": 30}, "activations": [\#(activations)]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private var pruning: RenderOptions {
    var options = RenderOptions()
    options.prunes = true
    return options
  }

  private var forced: RenderOptions {
    var options = RenderOptions()
    options.isForced = true
    return options
  }

  /// A directory that a configuration names as its own.
  private func directory(_ path: String, of configuration: String) -> OutputDirectory {
    OutputDirectory(
      scratch.path + "/" + path,
      source: DirectorySource(of: RenderCommand(configuration: scratch.path + "/" + configuration)))
  }

  /// A directory that the command line names for a configuration; for the standard input without one.
  private func named(_ path: String, for configuration: String? = nil) -> OutputDirectory {
    let path = scratch.path + "/" + path
    return OutputDirectory(
      path,
      source: DirectorySource(
        of: RenderCommand(configuration: configuration.map { scratch.path + "/" + $0 } ?? "-", output: path)))
  }

  private func write(_ text: String, to name: String) throws {
    let path = scratch.path + "/" + name
    try FileManager.default.createDirectory(atPath: path.folderOfPath, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private func manifest(in path: String = "Output", _ name: String = "manifest.json") throws -> JSON {
    let bytes = try #require(scratch.bytes(at: path + "/" + name))
    return try #require(JSON(parsing: bytes))
  }

  @Test("a manifest holds the configuration's path relative to the directory, however both were reached")
  func path() async throws {
    for (configuration, output, expected) in [
      ("config.json", "Output", "../config.json"), ("blog/config.json", "blog/Output", "../config.json"),
      ("./blog/../config.json", "./blog/../Output", "../config.json"), ("config.json", ".", "config.json"),
      ("docs/a/config.json", "docs/a/../../figures/a/", "../../docs/a/config.json"),
      ("linked/config.json", "linked/Output", "../config.json"), ("real name/é.json", "Output", "../real name/é.json"),
      ("docs//a/config.json", "docs/a//Output", "../config.json"),
    ] {
      for name in ["docs/a", "blog", "real name"] {
        try FileManager.default.createDirectory(
          atPath: scratch.path + "/" + name, withIntermediateDirectories: true)
      }
      symlink("blog", scratch.path + "/linked")
      let directory = directory(output, of: configuration)
      #expect(try directory.ownership().configuration == expected, "\(configuration) \(output), before it is made")
      try directory.create()
      #expect(try directory.ownership().configuration == expected, "\(configuration) \(output)")
      #expect(try directory.ownership().ownManifests == [])
    }
    // A directory that is reached by a link is where the link leads.
    mkdir(scratch.path + "/shared", 0o777)
    symlink("../shared", scratch.path + "/blog/Linked")
    #expect(
      try directory("blog/Linked", of: "blog/config.json").ownership().configuration == "../blog/config.json")
  }

  @Test("a configuration draws into its own directory, whatever path leads to it")
  func sameConfiguration() async throws {
    try write("{}", to: "blog/config.json")
    let first = directory("blog/Output", of: "blog/config.json")
    try first.create()
    _ = try await plan().render(into: first)
    let bytes = scratch.bytes(at: "blog/Output/manifest.json")
    #expect(try manifest(in: "blog/Output")["configuration"] == "../config.json")
    symlink("blog", scratch.path + "/linked")
    symlink("config.json", scratch.path + "/blog/other.json")
    link(scratch.path + "/blog/config.json", scratch.path + "/blog/hard.json")
    for (path, configuration) in [
      ("blog/../blog/Output", "blog/../blog/config.json"), ("linked/Output", "linked/config.json"),
      ("blog/Output", "blog/other.json"), ("blog/Output", "blog/hard.json"),
    ] {
      let again = directory(path, of: configuration)
      #expect(try await !plan().preview(in: again).hasStaleManifest, "\(configuration)")
      _ = try await plan().render(into: again)
      #expect(scratch.bytes(at: "blog/Output/manifest.json") == bytes)
    }
    // Also where the command line names it.
    _ = try await plan().render(into: named("blog/Output", for: "linked/config.json"))
    #expect(scratch.bytes(at: "blog/Output/manifest.json") == bytes)
  }

  @Test("another configuration ends with a sentence and touches nothing", arguments: [nil, Shard(1, of: 2)])
  func foreignConfiguration(shard: Shard?) async throws {
    for name in ["config.json", "blog.json"] { try write("{}", to: name) }
    let own = directory("Output", of: "config.json")
    try own.create()
    let drawn = try shard.map { try plan().selecting($0) } ?? plan()
    _ = try await drawn.render(into: own)
    let before = own.names.map { scratch.identity(of: "Output/" + $0) }
    let other = try plan(#""relu", "elu""#, seed: 7)
    for directory in [
      directory("Output", of: "blog.json"), named("Output", for: "blog.json"), named("Output"),
      OutputDirectory(
        scratch.path + "/Output", source: DirectorySource(of: RenderCommand(configuration: "-"))),
    ] {
      let command = RenderCommand(configuration: "blog.json")
      await #expect(throws: RunError.self) { _ = try await other.render(into: directory, options: pruning) }
      await #expect(throws: RunError.self) { _ = try await other.selecting(["elu"]).render(into: directory) }
      await #expect(throws: RunError.self) { _ = try await other.preview(in: directory) }
      await #expect(throws: RunError.self) { _ = try await other.check(directory, mendedBy: command) }
      await #expect(throws: RunError.self) { _ = try await ShardMerge(of: other, in: directory) }
    }
    #expect(own.names.map { scratch.identity(of: "Output/" + $0) } == before)
    let error = #expect(throws: ForeignDirectoryError.self) {
      _ = try directory("Output", of: "blog.json").ownership()
    }
    let (path, name) = (scratch.path, scratch.path + "/blog.json")
    #expect(
      error?.description
        == "\(path)/Output belongs to the configuration \(path)/config.json, as its manifest says, and not to \(name). "
        + "Give \(name) an output.directory of its own, or take \(path)/Output over with: actfig render \(name) --force"
    )
  }

  @Test("a directory is taken over by force, and what was drawn there before is left alone")
  func takeover() async throws {
    for name in ["config.json", "blog.json"] { try write("{}", to: name) }
    let own = directory("Output", of: "config.json")
    try own.create()
    _ = try await plan().render(into: own)
    let other = directory("Output", of: "blog.json")
    var options = forced
    options.prunes = true
    let run = try await plan(#""relu", "elu""#).render(into: other, options: options)
    #expect(run.removed.isEmpty && other.names == ["elu.png", "manifest.json", "mish.png", "relu.png", "tanh.png"])
    #expect(try manifest()["configuration"] == "../blog.json")
    #expect(try await plan(#""relu", "elu""#).preview(in: other).extras == [])
    await #expect(throws: RunError.self) { _ = try await plan().render(into: own) }
  }

  @Test("a configuration that was renamed or moved is told of the way out, and the way leads out")
  func renaming() async throws {
    try write("{}", to: "config.json")
    let own = directory("Output", of: "config.json")
    try own.create()
    _ = try await plan().render(into: own)
    rename(scratch.path + "/config.json", scratch.path + "/new name.json")
    let renamed = directory("Output", of: "new name.json")
    let error = await #expect(throws: RunError.self) { _ = try await plan().render(into: renamed) }
    let name = scratch.path + "/new name.json"
    #expect(
      error?.description.hasSuffix(
        "config.json is no longer there. If it was moved or renamed, take \(scratch.path)/Output over with: "
          + "actfig render '\(name)' --force") == true, "\(error.map { "\($0)" } ?? "")")
    _ = try await plan().render(into: renamed, options: forced)
    #expect(try manifest()["configuration"] == "../new name.json")
    #expect(try await plan().preview(in: renamed).survey.findings.allSatisfy { $0.status == .upToDate })
    // Folder and directory moved together.
    mkdir(scratch.path + "/moved", 0o777)
    for name in ["Output", "new name.json"] {
      rename(scratch.path + "/" + name, scratch.path + "/moved/" + name)
    }
    #expect(try await !plan().preview(in: directory("moved/Output", of: "moved/new name.json")).hasStaleManifest)
  }

  @Test("a manifest of the previous version, without the path, is taken over with its figures and nothing else")
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

  @Test("where the command line names the directory nothing is removed, and the manifest has no path")
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
    #expect(try await fewer.check(directory, mendedBy: RenderCommand(configuration: "-")).differences.isEmpty)
  }

  @Test("a copy of a directory, away from its configuration, belongs to none where the command line names it")
  func copy() async throws {
    try write("{}", to: "a/config.json")
    let own = directory("a/Output", of: "a/config.json")
    try own.create()
    _ = try await plan().render(into: own)
    mkdir(scratch.path + "/b", 0o777)
    try FileManager.default.copyItem(atPath: scratch.path + "/a/Output", toPath: scratch.path + "/b/copy")
    let copy = named("b/copy", for: "a/config.json")
    let check = try await plan().check(copy, mendedBy: RenderCommand(configuration: "-"))
    #expect(check.differences.map(\.code) == ["manifest"])
    _ = try await plan(#""relu""#).render(into: copy, options: pruning)
    #expect(copy.names.contains("tanh.png"))
    #expect(try manifest(in: "b/copy")["configuration"] == nil)
  }

  @Test("only what the configuration's own manifests list is no longer asked for, and it is remembered")
  func memory() async throws {
    try write("{}", to: "config.json")
    let own = directory("Output", of: "config.json")
    try own.create()
    _ = try await plan().render(into: own)
    // As if somebody had copied it from another directory.
    try own.write(#require(scratch.bytes(at: "Output/mish.png")), to: "copied.png", replacing: .always)
    _ = try await plan(#""relu", "tanh""#).render(into: own)
    #expect(try manifest()["drawnEarlier"] == ["mish.png"])
    #expect(
      JSON(parsing: scratch.bytes(at: "Output/manifest.json")!).map { Array(($0.text + "\n").utf8) }
        == scratch.bytes(at: "Output/manifest.json"))
    _ = try await plan(#""relu""#).render(into: own)
    #expect(try manifest()["drawnEarlier"] == ["mish.png", "tanh.png"])
    // Asked for again, with other settings, by a run that does not look at it.
    _ = try await plan(#""relu", {"function": "mish", "bins": 9}"#).selecting(["relu"]).render(into: own)
    #expect(try await plan(#""relu""#).preview(in: own).extras == ["mish.png", "tanh.png"])
    let result = try await plan(#""relu""#).render(into: own, options: pruning)
    #expect(try result.removed.map { try $0.get() } == ["mish.png", "tanh.png"])
    #expect(own.names == ["copied.png", "manifest.json", "relu.png"])
    #expect(try manifest()["drawnEarlier"] == nil)
    #expect(try await !plan(#""relu""#).preview(in: own).hasStaleManifest)
  }

  @Test("shards remember what they drew, and their merge does, too")
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

  @Test(
    "a path that a manifest holds is only looked at",
    arguments: ["/etc/passwd", "../../../..", "a\\u0000b", "\\\"", ""])
  func hostilePaths(path: String) async throws {
    try write("{}", to: "config.json")
    let own = directory("Output", of: "config.json")
    try write("{\n  \"configuration\": \"\(path)\",\n  \"figures\": []\n}\n", to: "Output/manifest.json")
    let error = #expect(throws: ForeignDirectoryError.self) { _ = try own.ownership() }
    #expect(error?.description.contains("\n") == false)
    #expect(try own.ownership(takingOver: true).configuration == "../config.json")
  }

  @Test(
    "a manifest that was laid out anew, or cut, still tells whose it is", arguments: ["a", "b\\\"c", "é", "\\u002e"])
  func layout(path: String) throws {
    let own = directory("Output", of: "config.json")
    let expected = try #require(JSON(parsing: Array("\"\(path)\"".utf8)))
    for text in [
      "{\"configuration\":\"\(path)\",\"figures\":[]}", "{\n\t\"configuration\" : \"\(path)\" , \"figures\": [ {",
      "{\n  \"shard\": \"1/2\",\n  \"configuration\": \"\(path)\"", "{\"configuration\": \"\(path)\"",
    ] {
      try write(text, to: "Output/manifest.json")
      #expect(own.configurationRecorded(inManifest: "manifest.json").map(JSON.string) == expected, "\(text)")
    }
    for text in [
      "", "{", "{\"figures\": [{\"configuration\": \"x\"}]}", "{\"configuration\": 1}", "{\"configuration\": \"x",
    ] {
      try write(text, to: "Output/manifest.json")
      #expect(own.configurationRecorded(inManifest: "manifest.json") == nil, "\(text)")
    }
  }

  @Test("a file in the directory's place is told of, and so is a link that leads nowhere")
  func notDirectory() async throws {
    try write("", to: "Output")
    symlink("nowhere", scratch.path + "/Link")
    for path in ["Output", "Link", "Output/below"] {
      await #expect(throws: RunError.self) { _ = try await plan().preview(in: directory(path, of: "config.json")) }
    }
    #expect(try await plan().preview(in: directory("missing/below", of: "config.json")).hasStaleManifest)
  }
}
