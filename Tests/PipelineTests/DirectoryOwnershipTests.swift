import Foundation
import Glibc
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

@Suite
struct DirectoryOwnershipTests: DirectorySuite {
  let scratch = Scratch()

  @Test("A manifest holds the configuration's path relative to the directory, by whatever path both were reached.")
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
    // A directory reached by a link is the target of the link.
    mkdir(scratch.path + "/shared", 0o777)
    symlink("../shared", scratch.path + "/blog/Linked")
    #expect(
      try directory("blog/Linked", of: "blog/config.json").ownership().configuration == "../blog/config.json")
  }

  @Test("A configuration draws into its own directory, by whatever path it is reached.")
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
    // The same holds if the command line names the directory.
    _ = try await plan().render(into: named("blog/Output", for: "linked/config.json"))
    #expect(scratch.bytes(at: "blog/Output/manifest.json") == bytes)
  }

  @Test("Another configuration ends with a sentence and changes nothing.", arguments: [nil, Shard(1, of: 2)])
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
      await #expect(throws: RunError.self) { _ = try await other.check(directory, fixedBy: command) }
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

  @Test("A directory can be taken over by force, and the figures drawn there before are left alone.")
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

  @Test("A renamed or moved configuration is told the command that helps, and the command works.")
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
    // The folder is moved with the directory.
    mkdir(scratch.path + "/moved", 0o777)
    for name in ["Output", "new name.json"] {
      rename(scratch.path + "/" + name, scratch.path + "/moved/" + name)
    }
    #expect(try await !plan().preview(in: directory("moved/Output", of: "moved/new name.json")).hasStaleManifest)
  }

  @Test(
    "A path in a manifest is only compared, and never opened.",
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
    "A manifest that was reformatted or truncated still states its owner.", arguments: ["a", "b\\\"c", "é", "\\u002e"])
  func layout(path: String) throws {
    let own = directory("Output", of: "config.json")
    let expected = try #require(JSONValue(parsing: Array("\"\(path)\"".utf8)))
    for text in [
      "{\"configuration\":\"\(path)\",\"figures\":[]}", "{\n\t\"configuration\" : \"\(path)\" , \"figures\": [ {",
      "{\n  \"shard\": \"1/2\",\n  \"configuration\": \"\(path)\"", "{\"configuration\": \"\(path)\"",
    ] {
      try write(text, to: "Output/manifest.json")
      #expect(own.configurationRecorded(inManifest: "manifest.json").map(JSONValue.string) == expected, "\(text)")
    }
    for text in [
      "", "{", "{\"figures\": [{\"configuration\": \"x\"}]}", "{\"configuration\": 1}", "{\"configuration\": \"x",
    ] {
      try write(text, to: "Output/manifest.json")
      #expect(own.configurationRecorded(inManifest: "manifest.json") == nil, "\(text)")
    }
  }

  @Test("A file in place of the directory is reported, and so is a link to nothing.")
  func notDirectory() async throws {
    try write("", to: "Output")
    symlink("nowhere", scratch.path + "/Link")
    for path in ["Output", "Link", "Output/below"] {
      await #expect(throws: RunError.self) { _ = try await plan().preview(in: directory(path, of: "config.json")) }
    }
    #expect(try await plan().preview(in: directory("missing/below", of: "config.json")).hasStaleManifest)
  }
}
