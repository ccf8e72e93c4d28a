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
struct StrippedTextsTests {
  private let scratch = Scratch()

  private func plan(_ entries: String = #""relu", "mish", "tanh""#) throws -> RenderPlan {
    let text = #"{"samples": 500, "figure": {"dpi": 40}, "activations": [\#(entries)]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func standings(_ plan: RenderPlan) async throws -> [String] {
    try await plan.preview(in: scratch.owned).survey.findings.map(\.status.description)
  }

  private func check() async throws -> CheckResult {
    try await plan().check(scratch.owned, fixedBy: RenderCommand(configuration: "config.json"))
  }

  private func image(_ name: String) throws -> PNGImage {
    try DecodedPNG(decoding: #require(scratch.bytes(at: name))).image
  }

  /// Replaces a figure by the same picture with other texts and, if given, another resolution.
  private func rewrite(
    _ name: String, text: [PNGText] = [], pixelsPerMetre: UInt32?? = nil, _ edit: (inout EditedPNG) -> Void = { _ in }
  ) throws {
    let old = try image(name)
    let new = PNGImage(
      width: old.width, height: old.height, pixels: old.pixels, pixelsPerMetre: pixelsPerMetre ?? old.pixelsPerMetre,
      text: text)
    var file = EditedPNG(try new.encoded(compression: .small))
    edit(&file)
    try Data(file.bytes).write(to: URL(filePath: scratch.path + "/" + name))
  }

  @Test(
    "A figure whose texts were stripped is accepted by the manifest's checksum: a run leaves it, and a check notes it.",
    arguments: [true, false])
  func vouched(keepsResolution: Bool) async throws {
    _ = try await plan().render(into: scratch.owned)
    for name in ["relu.png", "mish.png"] { try rewrite(name, pixelsPerMetre: keepsResolution ? nil : .some(nil)) }
    let before = scratch.names.map { scratch.identity(of: $0) }
    let words = "its texts were stripped" + (keepsResolution ? "" : ", and its resolution")
    let result = try await plan().render(into: scratch.owned)
    #expect(
      result.survey.findings.map(\.status.description) == [
        "up to date, \(words)", "up to date, \(words)", "up to date",
      ])
    #expect(result.drawn.isEmpty)
    #expect(try result.manifest?.get() == .unchanged)
    #expect(scratch.names.map { scratch.identity(of: $0) } == before)
    let check = try await check()
    #expect(check.differences.isEmpty && check.failures.isEmpty && check.conclusion == "3 figures: 3 the same")
    #expect(check.notes.map(\.fileName) == ["relu.png", "mish.png"])
    #expect(check.notes.allSatisfy { $0.message == "the same, \(words)" })
    #expect(JSONValue(check)["isCurrent"] == true)
    #expect(JSONValue(check).text.contains("\"note\": \"textsStripped\""))
    #expect(
      check.junit.contains("<system-out>the same, \(words)</system-out>") && check.junit.contains("failures=\"0\""))
    #expect(check.annotations.count == 2 && check.annotations.allSatisfy { $0.hasPrefix("::notice file=") })
    #expect(check.summary.contains("relu.png: the same, its texts were stripped"))
    #expect(try await CheckReport(of: check).html.contains("relu.png: the same, its texts were stripped"))
    // A forced run writes their texts again.
    var options = RenderOptions()
    options.isForced = true
    _ = try await plan().render(into: scratch.owned, options: options)
    #expect(try await self.check().notes.isEmpty)
  }

  @Test("A run of other figures or of shards keeps the manifest's checksums of stripped figures.")
  func otherRuns() async throws {
    _ = try await plan().render(into: scratch.owned)
    let manifest = scratch.bytes(at: "manifest.json")
    try rewrite("mish.png")
    unlink(scratch.path + "/tanh.png")
    _ = try await plan().selecting(["tanh"]).render(into: scratch.owned)
    #expect(scratch.bytes(at: "manifest.json") == manifest)
    unlink(scratch.path + "/relu.png")
    _ = try await plan().render(into: scratch.owned)
    #expect(scratch.bytes(at: "manifest.json") == manifest)
    #expect(try await standings(plan())[1] == "up to date, its texts were stripped")
    // The figures of the shards were optimized before the merge.
    let parts = OutputDirectory(scratch.path + "/parts")
    _ = try OutputDirectory(creating: parts.path)
    for index in 1...3 { _ = try await plan().selecting(Shard(index, of: 3)!).render(into: parts) }
    for name in ["relu.png", "mish.png", "tanh.png"] { try rewrite("parts/" + name) }
    let merge = try await ShardMerge(of: plan(), in: parts)
    #expect(merge.missing == [] && merge.outcome == .created)
    #expect(try await plan().preview(in: parts).survey.findings.allSatisfy(\.status.isUpToDate))
    #expect(parts.names == ["manifest.json", "mish.png", "relu.png", "tanh.png"])
  }

  @Test("A change of the configuration draws stripped figures again, because the manifest has their recipes.")
  func changes() async throws {
    _ = try await plan().render(into: scratch.owned)
    try rewrite("mish.png")
    let other = try plan(#""relu", {"function": "mish", "bins": 50}, "tanh""#)
    #expect(try await standings(other) == ["up to date", "settings changed: bins 100 → 50", "up to date"])
    _ = try await other.render(into: scratch.owned)
    #expect(try await standings(other).allSatisfy { $0 == "up to date" })
  }

  @Test("Pruning removes a stripped figure that is no longer requested, and leaves one with other pixels.")
  func pruning() async throws {
    _ = try await plan().render(into: scratch.owned)
    try rewrite("mish.png")
    let other = PNGImage(width: 1, height: 1, pixels: [1, 2, 3, 255])
    try Data(other.encoded(compression: .small)).write(to: URL(filePath: scratch.path + "/tanh.png"))
    var options = RenderOptions()
    options.prunes = true
    _ = try await plan(#""relu""#).render(into: scratch.owned, options: options)
    #expect(scratch.names == ["manifest.json", "relu.png", "tanh.png"])
  }

  @Test("Without the manifest, or with other pixels, stripped figures are foreign files.")
  func unvouched() async throws {
    _ = try await plan().render(into: scratch.owned)
    let manifest = try #require(scratch.bytes(at: "manifest.json"))
    let original = try #require(scratch.bytes(at: "mish.png"))
    func painted() throws -> PNGImage { Damage.painted(try image("mish.png"), at: 4 * 300).carrying([]) }
    try scratch.directory.write(painted().encoded(), to: "mish.png", replacing: .always)
    #expect(try await standings(plan())[1] == Damage.otherPicture.reason)
    try scratch.directory.write(original, to: "mish.png", replacing: .always)
    try rewrite("mish.png")
    unlink(scratch.path + "/manifest.json")
    #expect(try await standings(plan())[1] == Damage.otherPicture.reason)
    #expect(try await check().differences.map(\.code) == ["foreign", "manifest"])
    try scratch.directory.write(manifest, to: "manifest.json", replacing: .always)
    #expect(try await standings(plan())[1] == "up to date, its texts were stripped")
    // An entry of the manifest holds for its own file name only.
    try rewrite("relu.png")
    rename(scratch.path + "/relu.png", scratch.path + "/tanh.png")
    #expect(try await standings(plan()) == ["new", "up to date, its texts were stripped", Damage.otherPicture.reason])
  }

  @Test("A changed appearance or changed texts are not taken for stripped texts.")
  func alterations() async throws {
    _ = try await plan().render(into: scratch.owned)
    let original = try #require(scratch.bytes(at: "mish.png"))
    let texts = try image("mish.png").text
    func standing(
      text: [PNGText] = [], pixelsPerMetre: UInt32?? = nil, _ edit: (inout EditedPNG) -> Void = { _ in }
    ) async throws -> String {
      try scratch.directory.write(original, to: "mish.png", replacing: .always)
      try rewrite("mish.png", text: text, pixelsPerMetre: pixelsPerMetre, edit)
      let found = try await standings(plan())[1]
      let isSame = try await check().differences.isEmpty
      #expect(isSame == found.hasPrefix("up to date"))
      return found
    }
    let altered = "altered since it was drawn"
    let stripped = "up to date, its texts were stripped"
    #expect(
      try await standing { $0.chunks.insert(.init(type: "gAMA", data: [0, 0, 0, 1]), at: 1) } == altered
        + ": it has gained a gamma (gAMA)")
    #expect(try await standing(pixelsPerMetre: 5000) == altered)
    #expect(try await standing(text: texts.filter { $0.keyword == "Title" }) == stripped)
    #expect(try await standing(text: texts.filter { $0.keyword == "Description" }) == stripped)
    #expect(try await standing(text: texts.filter { $0.keyword == "actfig:statistics" }) == stripped)
    #expect(try await standing(text: [PNGText(keyword: "Title", text: "Mine")]) == altered)
    #expect(try await standing(text: [PNGText(keyword: "Software", text: "An image library")]) == stripped)
    #expect(try await standing(text: [PNGText(keyword: "XML:com.adobe.xmp", text: "<x/>")]) == altered)
    #expect(try await standing(text: [PNGText(keyword: "Raw profile type exif", text: "00")]) == altered)
    #expect(try await standing(text: texts.filter { $0.keyword != "Title" }) == altered)
  }

  @Test("A manifest of an earlier version, which has no checksums, accepts no stripped figure.")
  func earlierManifest() async throws {
    _ = try await plan().render(into: scratch.owned)
    let manifest = String(decoding: try #require(scratch.bytes(at: "manifest.json")), as: UTF8.self)
    let old = manifest.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("\"pixels\"") }
    try scratch.directory.write(Array(old.joined(separator: "\n").utf8), to: "manifest.json", replacing: .always)
    #expect(try await standings(plan()) == ["up to date", "up to date", "up to date"])
    try rewrite("mish.png")
    #expect(try await standings(plan())[1] == Damage.otherPicture.reason)
    // The next run adds them.
    var options = RenderOptions()
    options.isForced = true
    _ = try await plan().render(into: scratch.owned, options: options)
    #expect(scratch.bytes(at: "manifest.json") == Array(manifest.utf8))
  }

  @Test("An inspection uses the manifest's entry of a stripped figure.")
  func inspection() async throws {
    _ = try await plan().render(into: scratch.owned)
    let original = try #require(scratch.bytes(at: "mish.png"))
    try rewrite("mish.png")
    let bytes = try #require(scratch.bytes(at: "mish.png"))
    let inspection = try Inspection(of: bytes, named: scratch.path + "/mish.png", in: scratch.directory)
    #expect(inspection.text.contains("\nState: as it was drawn, its texts were stripped"))
    #expect(inspection.text.contains("\nTitle: Mish\n"))
    #expect(inspection.json["isAsDrawn"] == true && inspection.json["hasTexts"] == false)
    #expect(try await inspection.redrawn() == original)
    #expect(throws: InspectionError.noRecipe(name: "mish.png")) { try Inspection(of: bytes, named: "mish.png") }
  }
}
