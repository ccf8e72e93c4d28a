import Foundation
import Glibc
import PNG
import SeededNumbers
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

@Suite
struct CheckTests {
  private let scratch = Scratch()

  private func plan(_ activations: String = #""relu", "mish", "tanh""#, seed: Int = 0) throws -> RenderPlan {
    let text = #"{"seed": \#(seed), "samples": 500, "figure": {"dpi": 40}, "activations": [\#(activations)]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func check(_ plan: RenderPlan) async throws -> CheckResult {
    try await plan.check(scratch.owned, fixedBy: RenderCommand(configuration: "config.json"))
  }

  /// The differences that a check finds, without the directory.
  private func lines(_ plan: RenderPlan) async throws -> [String] {
    try await check(plan).differences.map { "\($0.fileName): \($0.message) | \($0.fix)" }
  }

  @Test("Figures that were just drawn are up to date, and a check writes nothing.")
  func same() async throws {
    _ = try await plan().render(into: scratch.owned)
    let before = scratch.names.map { scratch.identity(of: $0) }
    let result = try await check(plan())
    #expect(result.differences.isEmpty && result.failures.isEmpty)
    #expect(result.conclusion == "3 figures: 3 the same")
    #expect(scratch.names.map { scratch.identity(of: $0) } == before)
    let nowhere = try await plan().check(
      OutputDirectory(scratch.path + "/nowhere"), fixedBy: RenderCommand(configuration: "config.json"))
    #expect(nowhere.differences.map(\.code) == ["missing", "missing", "missing", "manifest"])
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/nowhere"))
  }

  @Test(
    "Each kind of damage is found, with its reason and the command that repairs it.",
    arguments: [
      (.removal, "missing"),
      (.emptying, "broken: The data is not a PNG: it does not begin with the eight bytes of every PNG"),
      (.zeros, "broken: The data is not a PNG: it does not begin with the eight bytes of every PNG"),
      (.trailingBytes, "altered since it was drawn: it has gained 1 byte after its end; same pixels"),
      (.secondPicture, "altered since it was drawn: it has gained a second picture after its end; same pixels"),
      (.gamma, "altered since it was drawn: it has gained a gamma (gAMA); same pixels"),
      (.paint, "altered since it was drawn; 1 of 120000 pixels differs, by 1 of 255 levels, at ("),
      (.retitling, "altered since it was drawn; same pixels"),
      (.otherPicture, Damage.otherPicture.reason + "; 1 × 1 pixels in place of 600 × 200"),
      (.otherFile, Damage.otherFile.reason), (.link, Damage.link.reason), (.pipe, Damage.pipe.reason),
      (.pointer, Damage.pointer.reason), (.staleRecipe, "stale recipe: seed 5 → 0; same pixels"),
    ] as [(Damage, String)])
  func damages(damage: Damage, words: String) async throws {
    _ = try await plan().render(into: scratch.owned)
    try damage.inflict(on: "mish.png", in: scratch)
    let lines = try await lines(plan())
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("mish.png: " + words) == true, "\(lines)")
    let mend = "actfig render --only mish" + (damage.isLeft ? " --force" : "")
    #expect(lines.first?.hasSuffix(" | " + mend) == true, "\(lines)")
    // The proposed command repairs the damage.
    var options = RenderOptions()
    options.isForced = damage.isLeft
    _ = try await plan().selecting(["mish"]).render(into: scratch.owned, options: options)
    #expect(try await check(plan()).differences.isEmpty)
  }

  @Test("A code change that changes pixels without a new number of the drawing rules is found.")
  func drift() async throws {
    _ = try await plan().render(into: scratch.owned)
    let image = try PNGImage(decoding: #require(scratch.bytes(at: "mish.png")))
    var pixels = image.pixels
    for place in [4 * (600 * 20 + 30), 4 * (600 * 22 + 35) + 1] { pixels[place] ^= 8 }
    let other = PNGImage(
      width: image.width, height: image.height, pixels: pixels, pixelsPerMetre: image.pixelsPerMetre
    ).recording(try #require(FigureRecord(in: image.text))).image
    try scratch.directory.write(other.encoded(), to: "mish.png", replacing: .always)
    #expect(try await plan().preview(in: scratch.owned).survey.findings.allSatisfy(\.status.isUpToDate))
    // The manifest records the other pixels, as if the code had drawn them.
    _ = try await plan().render(into: scratch.owned)
    #expect(
      try await lines(plan()) == [
        "mish.png: 2 of 120000 pixels differ, by at most 8 of 255 levels, from (30, 20) to (35, 22) "
          + "| actfig render --only mish --force"
      ])
  }

  @Test("Figures that are no longer requested and a stale manifest are differences.")
  func extras() async throws {
    _ = try await plan().render(into: scratch.owned)
    #expect(
      try await lines(plan(#""relu", "mish""#)) == [
        "tanh.png: no longer asked for | actfig render --prune",
        "manifest.json: not what a run would write | actfig render",
      ])
  }

  @Test("A figure that cannot be drawn is not judged, and the others are.")
  func failures() async throws {
    let flat = #"{"function": "hard-tanh", "minVal": 999999, "maxVal": 1000000}"#
    let result = try await check(plan(#""relu", \#(flat)"#))
    #expect(result.failures.map(\.fileName) == ["hard-tanh.png"])
    #expect(result.differences.map(\.fileName) == ["relu.png", "manifest.json"])
    #expect(result.conclusion == "2 figures: 0 the same; 2 differences; 1 cannot be drawn")
  }

  @Test("A check names exactly the files that a run would write or remove.", arguments: 0..<24 as Range<UInt64>)
  func agreement(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    _ = try await plan().render(into: scratch.owned)
    for name in ["relu.png", "mish.png", "tanh.png"] where Int.random(in: 0..<3, using: &generator) > 0 {
      try Damage.allCases.randomElement(using: &generator)!.inflict(on: name, in: scratch, using: &generator)
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: unlink(scratch.path + "/manifest.json")
    case 1:
      var bytes = scratch.bytes(at: "manifest.json")!
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1
      try scratch.directory.write(bytes, to: "manifest.json", replacing: .always)
    default: break
    }
    let wanted = [
      try plan(), try plan(seed: 1), try plan(#""mish""#), try plan(#""mish", "relu", "elu""#),
      try plan(#"{"function": "mish", "bins": 7}, "tanh""#), try plan().selecting(["tanh"]),
    ].randomElement(using: &generator)!
    let preview = try await wanted.preview(in: scratch.owned)
    let result = try await check(wanted)
    let differing = preview.survey.findings.filter { !$0.status.isUpToDate }
    #expect(
      result.differences.map(\.fileName)
        == differing.map(\.figure.fileName) + preview.extras + (preview.hasStaleManifest ? ["manifest.json"] : []))
    // After all proposed changes nothing is left to do, and the other files are unchanged.
    let before = Dictionary(uniqueKeysWithValues: scratch.names.map { ($0, scratch.identity(of: $0)) })
    let foreign = differing.filter { $0.obstruction != nil }
    var options = RenderOptions()
    options.prunes = true
    let run = try await wanted.render(into: scratch.owned, options: options)
    #expect(run.drawn.count == differing.count - foreign.count)
    let touched = Set(result.differences.map(\.fileName)).subtracting(foreign.map(\.figure.fileName))
    for (name, identity) in before where !touched.contains(name) { #expect(scratch.identity(of: name) == identity) }
    // Nothing is pruned if a figure failed.
    let extras = foreign.isEmpty ? [] : preview.extras
    #expect(try await check(wanted).differences.map(\.fileName) == foreign.map(\.figure.fileName) + extras)
    guard !foreign.isEmpty else { return }
    // Foreign files are included on request.
    options.isForced = true
    _ = try await wanted.selecting(foreign.map(\.figure.name)).render(into: scratch.owned, options: options)
    #expect(try await check(wanted).differences.isEmpty)
  }

  @Test(
    "A proposed command survives the shell.",
    arguments: [("it's", "'it'\\''s'"), ("a b", "'a b'"), ("é-1.0", "é-1.0"), ("$x", "'$x'")])
  func commands(name: String, word: String) {
    #expect(RenderCommand(configuration: "config.json").text(only: name) == "actfig render --only \(word)")
    #expect(
      RenderCommand(configuration: "a.json", settings: ["seed=1"], output: "D e").text(
        only: name, forcing: true, pruning: true)
        == "actfig render a.json --set seed=1 --output 'D e' --only \(word) --force --prune")
  }
}
