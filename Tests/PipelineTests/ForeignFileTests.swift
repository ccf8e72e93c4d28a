import Foundation
import Glibc
import PNG
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import Reports
@testable import System
@testable import Text

@Suite
struct ForeignFileTests {
  private let scratch = Scratch()

  private func plan() throws -> RenderPlan {
    let text = #"{"samples": 500, "figure": {"dpi": 40}, "activations": ["relu", "mish"]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private static let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 12345\n"

  private static let contents: [(bytes: [UInt8], words: String)] = [
    (
      try! PNGImage(width: 2, height: 1, pixels: [1, 2, 3, 4, 5, 6, 7, 8]).encoded(),
      "a PNG that carries no recipe, and"
    ),
    (
      Array(try! PNGImage(width: 2, height: 1, pixels: [1, 2, 3, 4, 5, 6, 7, 8]).encoded().dropLast(9)),
      "a broken PNG that"
    ),
    (Array(pointer.utf8), "a Git LFS pointer, not the picture ('git lfs pull' fetches it)"),
    (Array(pointer.replacing("git-lfs.github", with: "hawser.github").utf8), "a Git LFS pointer, not"),
    (Array("/annex/objects/SHA256E-s12--00ff.png\n".utf8), "a git-annex pointer, not the picture"),
    (Array("GIF89a".utf8), "a file that is no PNG"), ([0, 0, 1], "a file that is no PNG"),
    (Array((pointer + String(repeating: "x", count: 2000)).utf8), "a file that is no PNG"),
  ]

  @Test(
    "Each kind of foreign file blocks its figure with a sentence that says what it is, and is replaced on request.",
    arguments: contents)
  func inTheWay(bytes: [UInt8], words: String) async throws {
    try scratch.directory.write(bytes, to: "mish.png", replacing: .always)
    let identity = scratch.identity(of: "mish.png")
    for _ in 0..<2 {
      var failures: [FigureFailure] = []
      let result = try await plan().render(
        into: scratch.owned,
        reporting: { result, _ in
          if case .failure(let failure) = result { failures.append(failure) }
        })
      #expect(failures.map(\.fileName) == ["mish.png"])
      #expect(failures[0].reason.hasPrefix("\(scratch.path)/mish.png stands in the way: it is \(words)"))
      #expect(failures[0].reason.hasSuffix("; --force replaces it."))
      #expect(RenderListing(result, in: scratch.owned).json["figures"]?.text.contains("\"error\": ") == true)
      #expect(scratch.bytes(at: "mish.png") == bytes && scratch.identity(of: "mish.png") == identity)
      #expect(scratch.names == ["manifest.json", "mish.png", "relu.png"])
    }
    let preview = try await plan().preview(in: scratch.owned)
    #expect(
      preview.lines(pruning: false, verbose: false) == [
        "mish.png: \(preview.survey.findings[1].status); it would not be replaced"
      ])
    #expect(RenderListing(preview, in: scratch.owned).json.text.contains("\"outcome\": \"wouldFail\""))
    let check = try await plan().check(scratch.owned, fixedBy: RenderCommand(configuration: "config.json"))
    #expect(check.differences.map(\.code) == ["foreign"])
    #expect(check.differences[0].message.hasPrefix("not ours: \(words)"))
    #expect(check.differences[0].fix.hasSuffix("--only mish --force"))
    var options = RenderOptions()
    options.isForced = true
    let forced = try await plan().selecting(["mish"]).render(into: scratch.owned, options: options)
    #expect(try forced.drawn[0]?.get().outcome == .replaced)
    #expect(try await plan().preview(in: scratch.owned).survey.findings.allSatisfy(\.status.isUpToDate))
  }

  @Test("A file that cannot be read blocks its figure.")
  func unreadable() {
    let status = FileStatus.unreadable(.notPermitted)
    #expect(
      status.facts.obstacle?.sentence(about: "D/mish.png")
        == "D/mish.png stands in the way: it is a file that cannot be read (permission is denied); --force replaces it."
    )
  }

  @Test("No further figure is drawn after a foreign file if a run ends at the first failure.")
  func failFast() async throws {
    try scratch.directory.write([1], to: "mish.png", replacing: .always)
    var options = RenderOptions()
    options.stopsAtFailure = true
    let result = try await plan().render(into: scratch.owned, options: options)
    #expect(result.drawn.count == 1 && result.drawn[0] == nil)
    #expect(!scratch.names.contains("relu.png"))
  }

  @Test(
    "A foreign manifest blocks the tool's own, and is replaced on request.",
    arguments: [
      #"{"name": "A web application", "icons": []}"#, "[1]", "hello", #"{"figures": 3}"#,
      #"{"figures": [{"src": "a"}]}"#,
      "{\n  \"name\": \"x\"\n}\n",
    ])
  func manifests(text: String) async throws {
    try scratch.directory.write(Array(text.utf8), to: "manifest.json", replacing: .always)
    let preview = try await plan().preview(in: scratch.owned)
    #expect(
      preview.lines(pruning: false, verbose: false).last
        == "manifest.json: not ours: no manifest of actfig; it would not be replaced")
    let result = try await plan().render(into: scratch.owned)
    guard case .failure(let failure)? = result.manifest else {
      Issue.record("It was replaced.")
      return
    }
    #expect(
      failure.reason
        == "\(scratch.path)/manifest.json stands in the way: it is no manifest of actfig; --force replaces it.")
    #expect(scratch.bytes(at: "manifest.json") == Array(text.utf8))
    #expect(result.drawn.count == 2 && scratch.names == ["manifest.json", "mish.png", "relu.png"])
    let check = try await plan().check(scratch.owned, fixedBy: RenderCommand(configuration: "config.json"))
    #expect(check.differences.map(\.code) == ["manifest"])
    #expect(check.differences[0].fix.hasSuffix(" --force"))
    #expect(try await ShardMerge(of: plan(), in: scratch.owned).missing == [failure.reason])
    var options = RenderOptions()
    options.isForced = true
    _ = try await plan().render(into: scratch.owned, options: options)
    #expect(
      try await plan().check(scratch.owned, fixedBy: RenderCommand(configuration: "config.json")).differences.isEmpty)
  }

  @Test("A link in place of the manifest stays, and so does its target.")
  func manifestLink() async throws {
    try scratch.directory.write([1], to: "other.json", replacing: .always)
    symlink("other.json", scratch.path + "/manifest.json")
    let result = try await plan().render(into: scratch.owned)
    guard case .failure? = result.manifest else {
      Issue.record("It was replaced.")
      return
    }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path + "/manifest.json") == "other.json")
  }

  @Test("The rest of a damaged manifest, in whatever layout, is rewritten.", arguments: ["whole", "shard"])
  func remains(kind: String) async throws {
    let plan = kind == "whole" ? try plan() : try plan().selecting(Shard(1, of: 1)!)
    let name = kind == "whole" ? "manifest.json" : "manifest-1-of-1.json"
    _ = try await plan.render(into: scratch.owned)
    let bytes = try #require(scratch.bytes(at: name))
    for count in 0...bytes.count {
      #expect(Manifest.canHaveBegun(with: Array(bytes.prefix(count))), "\(count) bytes")
      #expect(Manifest.canHaveBegun(with: Array(bytes.prefix(count)) + [0, 0, 0]))
    }
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 1
      #expect(Manifest.canHaveBegun(with: damaged), "byte \(place)")
    }
    // The layout is that of other tools.
    let json = try JSONSerialization.jsonObject(with: Data(bytes))
    for options in [[], .prettyPrinted, .sortedKeys] as [JSONSerialization.WritingOptions] {
      #expect(Manifest.canHaveBegun(with: Array(try JSONSerialization.data(withJSONObject: json, options: options))))
    }
    #expect(Manifest.canHaveBegun(with: Array(#"{ "figures": [] }"#.utf8)))
  }
}
