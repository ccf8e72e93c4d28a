import Foundation
import Glibc
import PNG
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

@Suite
struct RunTests {
  private let scratch = Scratch()

  /// Four small figures; `swish` is the third.
  private func plan(seed: Int = 0, beta: Double = 1, activations: String? = nil) throws -> RenderPlan {
    let entries = activations ?? #""relu", "mish", {"function": "swish", "beta": \#(beta)}, "tanh""#
    let text = #"{"seed": \#(seed), "samples": 500, "figure": {"dpi": 40}, "activations": [\#(entries)]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func run(
    _ plan: RenderPlan, forcing isForced: Bool = false, options: RenderOptions = RenderOptions()
  ) async throws -> [String] {
    var options = options
    if isForced { options.isForced = true }
    let result = try await plan.render(into: scratch.owned, options: options)
    #expect(result.drawn.allSatisfy { $0 != nil })
    for case .failure(let failure)? in result.drawn { Issue.record("\(failure)") }
    return result.survey.findings.map(\.status.description)
  }

  private func identities() -> [String: UInt] {
    Dictionary(uniqueKeysWithValues: scratch.names.map { ($0, scratch.identity(of: $0)) })
  }

  @Test("A second run draws nothing and changes no file.")
  func secondRun() async throws {
    #expect(try await run(plan()) == ["new", "new", "new", "new"])
    #expect(scratch.names == ["manifest.json", "mish.png", "relu.png", "swish.png", "tanh.png"])
    let before = identities()
    let result = try await plan().render(into: scratch.owned)
    #expect(result.survey.findings.allSatisfy(\.status.isUpToDate) && result.drawn.isEmpty)
    #expect(try result.manifest?.get() == .unchanged)
    #expect(identities() == before)
  }

  @Test("An interrupted run examines no further file, draws nothing and writes nothing.")
  func interruption() async throws {
    let plan = try plan()
    let result = try await Task { [directory = scratch.owned] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try await plan.render(into: directory)
    }.value
    #expect(result.survey.findings.map(\.status) == [.unseen, .unseen, .unseen, .unseen])
    #expect(result.drawn.isEmpty && result.manifest == nil && scratch.names.isEmpty)
  }

  @Test("Changing one parameter draws one figure again, with the reason, and changing the seed draws all.")
  func changes() async throws {
    _ = try await run(plan())
    let before = identities()
    #expect(
      try await run(plan(beta: 2)) == ["up to date", "up to date", "settings changed: beta 1 → 2", "up to date"])
    let after = identities()
    #expect(before.keys.filter { before[$0] != after[$0] }.sorted() == ["manifest.json", "swish.png"])
    #expect(
      try await run(plan(seed: 7, beta: 2)) == Array(repeating: "settings changed: seed 0 → 7", count: 4))
  }

  @Test("Up-to-date figures are drawn and written if that is requested.")
  func force() async throws {
    _ = try await run(plan())
    let (before, bytes) = (identities(), scratch.bytes(at: "mish.png"))
    var options = RenderOptions()
    options.isForced = true
    #expect(try await run(plan(), options: options) == Array(repeating: "forced", count: 4))
    let after = identities()
    // The manifest is unchanged.
    #expect(before.keys.filter { before[$0] == after[$0] } == ["manifest.json"])
    #expect(scratch.bytes(at: "mish.png") == bytes)
  }

  @Test("The manifest of a forced run describes the figures it drew, not those it found.")
  func forcedManifest() async throws {
    _ = try await run(plan())
    let (manifest, bytes) = (scratch.bytes(at: "manifest.json"), try #require(scratch.bytes(at: "mish.png")))
    let image = try PNGImage(decoding: bytes)
    let record = try #require(FigureRecord(in: image.text))
    // The count is that of an earlier version of the mathematics.
    let other = FigureRecord(
      title: record.title, description: record.description, shortDescription: "short", recipe: record.recipe,
      statistics: "{\"mean\": 1}")
    let file = PNGImage(
      width: image.width, height: image.height, pixels: image.pixels, pixelsPerMetre: image.pixelsPerMetre
    ).recording(other).image
    try scratch.owned.write(file.encoded(), to: "mish.png", replacing: .always)
    #expect(try await run(plan()).allSatisfy { $0 == "up to date" })
    #expect(scratch.bytes(at: "manifest.json") != manifest)
    _ = try await run(plan(), forcing: true)
    #expect(scratch.bytes(at: "mish.png") == bytes && scratch.bytes(at: "manifest.json") == manifest)
  }

  @Test("Each kind of damage to a file has its own reason and is repaired.", arguments: Damage.allCases)
  func damages(damage: Damage) async throws {
    _ = try await run(plan())
    let bytes = try #require(scratch.bytes(at: "mish.png"))
    try damage.inflict(on: "mish.png", in: scratch)
    let preview = try await plan().preview(in: scratch.owned)
    let reasons = preview.survey.findings.map(\.status.description)
    #expect(reasons == ["up to date", damage.reason, "up to date", "up to date"])
    #expect(!preview.hasStaleManifest && preview.extras.isEmpty)
    let (damaged, identity) = (scratch.bytes(at: "mish.png"), scratch.identity(of: "mish.png"))
    #expect(try await run(plan()) == reasons)
    if damage.isLeft {
      #expect(scratch.bytes(at: "mish.png") == damaged && scratch.identity(of: "mish.png") == identity)
      _ = try await run(plan(), forcing: true)
    }
    #expect(scratch.bytes(at: "mish.png") == bytes)
    #expect(try await run(plan()).allSatisfy { $0 == "up to date" })
  }

  @Test("A recompressed file is the same figure.")
  func recompression() async throws {
    _ = try await run(plan())
    let image = try PNGImage(decoding: #require(scratch.bytes(at: "mish.png")))
    // The same stream is divided into two IDAT chunks instead of one.
    var file = EditedPNG(try #require(scratch.bytes(at: "mish.png")))
    let place = try #require(file.chunks.firstIndex { $0.type == "IDAT" })
    let data = file.chunks[place].data
    file.chunks[place].data = Array(data[..<100])
    file.chunks.insert(.init(type: "IDAT", data: Array(data[100...])), at: place + 1)
    #expect(try PNGImage(decoding: file.bytes) == image)
    try scratch.owned.write(file.bytes, to: "mish.png", replacing: .always)
    #expect(try await run(plan()).allSatisfy { $0 == "up to date" })
  }

  @Test("A figure drawn by other rules is drawn again.")
  func otherRules() async throws {
    _ = try await run(plan())
    let image = try PNGImage(decoding: #require(scratch.bytes(at: "mish.png")))
    let record = try #require(FigureRecord(in: image.text))
    let old = FigureRecord(
      title: record.title, description: record.description, shortDescription: "short",
      recipe: Recipe(text: record.recipe.text.replacing("\"rules\": 3", with: "\"rules\": 0")),
      statistics: record.statistics)
    let file = PNGImage(
      width: image.width, height: image.height, pixels: image.pixels,
      pixelsPerMetre: image.pixelsPerMetre
    ).recording(old).image
    try scratch.owned.write(file.encoded(), to: "mish.png", replacing: .always)
    #expect(try await run(plan())[1] == "drawing rules changed: 0 → \(DrawingRules.number)")
  }

  @Test(
    "A link blocks its figure, and is itself replaced on request, whatever its target.",
    arguments: ["nowhere", "mish.png", "tanh.png", "/etc/passwd"])
  func links(destination: String) async throws {
    _ = try await run(plan())
    let tanh = scratch.bytes(at: "tanh.png")
    unlink(scratch.path + "/mish.png")
    symlink(destination, scratch.path + "/mish.png")
    #expect(try await run(plan())[1] == "not ours: a symbolic link")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path + "/mish.png") == destination)
    #expect(try await run(plan(), forcing: true)[1] == "not ours: a symbolic link")
    #expect(try await run(plan())[1] == "up to date")
    #expect(scratch.bytes(at: "tanh.png") == tanh)
  }

  @Test("A directory in place of a file fails its figure in each run, and the other figures are drawn.")
  func directoryInPlace() async throws {
    mkdir(scratch.path + "/mish.png", 0o777)
    for outcomes in [[OutputDirectory.Outcome.created, .created, .created], []] {
      let result = try await plan().render(into: scratch.owned)
      #expect(result.drawn.map { try? $0?.get().outcome } == outcomes)
      #expect(
        result.survey.findings[1].obstruction?.reason == "Cannot write \(scratch.path)/mish.png: it is a directory.")
    }
    var options = RenderOptions()
    options.isForced = true
    #expect(try await plan().selecting(["mish"]).render(into: scratch.owned, options: options).drawn.count == 1)
    #expect(scratch.names == ["manifest.json", "mish.png", "relu.png", "swish.png", "tanh.png"])
  }

  @Test("In a directory without permission up-to-date figures are accepted, and others fail with a sentence.")
  func permission() async throws {
    _ = try await run(plan())
    chmod(scratch.path, 0o555)
    defer { chmod(scratch.path, 0o755) }
    let before = identities()
    try withoutPrivileges {
      scratch.owned.removeAbandonedFiles()
      #expect(throws: OutputError(path: scratch.path + "/mish.png", fault: .notPermitted, verb: "remove")) {
        try scratch.owned.remove("mish.png")
      }
    }
    #expect(try await run(plan()).allSatisfy { $0 == "up to date" })
    #expect(identities() == before)
  }

  @Test("A failure ends the run on request, and no further figure is started.")
  func failFast() async throws {
    let flat = #"{"function": "hard-tanh", "minVal": 999999, "maxVal": 1000000}"#
    var options = RenderOptions()
    (options.stopsAtFailure, options.jobs) = (true, 1)
    let plan = try plan(activations: #"\#(flat), "relu", "mish""#)
    let stopped = try await plan.render(into: scratch.owned, options: options)
    #expect(stopped.drawn.map { $0 == nil } == [false, true, true])
    #expect(scratch.names == ["manifest.json"])
    options.stopsAtFailure = false
    let whole = try await plan.render(into: scratch.owned, options: options)
    #expect(whole.drawn.allSatisfy { $0 != nil })
    #expect(scratch.names == ["manifest.json", "mish.png", "relu.png"])
  }

  @Test("Figures that are no longer requested are listed, removed only on request, and no other file ever is.")
  func prune() async throws {
    _ = try await run(plan())
    let picture = try PNGImage(decoding: #require(scratch.bytes(at: "mish.png")))
    let bystanders: [(name: String, bytes: [UInt8])] = [
      ("photo.png", try PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 4]).encoded()),
      ("cut.png", Array(try #require(scratch.bytes(at: "mish.png")).dropLast(5))), ("empty.png", []),
      ("notes.txt", [1]), (".hidden.png", try #require(scratch.bytes(at: "mish.png"))),
      ("figure.jpg", try #require(scratch.bytes(at: "mish.png"))),
      // The figure was drawn by this tool, but for another configuration.
      ("foreign.png", try #require(scratch.bytes(at: "mish.png"))),
      ("painted.png", try Damage.painted(picture).encoded()), ("RELU.png", try #require(scratch.bytes(at: "relu.png"))),
    ]
    for (name, bytes) in bystanders { try Data(bytes).write(to: URL(filePath: scratch.path + "/" + name)) }
    mkdir(scratch.path + "/below.png", 0o777)
    try Data(#require(scratch.bytes(at: "mish.png"))).write(to: URL(filePath: scratch.path + "/below.png/mish.png"))
    symlink("tanh.png", scratch.path + "/link.png")
    let fewer = try plan(activations: #""relu""#)
    let before = scratch.names
    #expect(try await fewer.preview(in: scratch.owned).extras == ["mish.png", "swish.png", "tanh.png"])
    _ = try await run(fewer)
    #expect(scratch.names == before)
    var options = RenderOptions()
    options.prunes = true
    // A run of selected figures removes none of the others.
    _ = try await run(plan().selecting(["relu"]), options: options)
    #expect(scratch.names == before)
    _ = try await run(fewer, options: options)
    #expect(Set(before).subtracting(scratch.names) == ["mish.png", "swish.png", "tanh.png"])
    for (name, bytes) in bystanders { #expect(scratch.bytes(at: name) == bytes, "\(name)") }
    #expect(scratch.bytes(at: "below.png/mish.png") != nil)
  }
}
