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
struct ManifestTests {
  private let scratch = Scratch()

  private func plan(_ activations: String, settings: String = "") throws -> RenderPlan {
    let text = #"{\#(settings) "samples": 500, "figure": {"dpi": 40}, "activations": [\#(activations)]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func files() throws -> [String] {
    let bytes = try #require(scratch.bytes(at: "manifest.json"))
    guard case .array(let figures)? = JSONValue(parsing: bytes)?["figures"] else { return [] }
    return figures.compactMap { if case .string(let name)? = $0["file"] { name } else { nil } }
  }

  @Test("The manifest made of the figures that a run has drawn is the one that is read from their files.")
  func entriesOfDrawnFigures() async throws {
    let plan = try plan(
      #"""
      "mish", {"function": "relu", "title": "\"[,]: \" \\ é\u202e"}, {"function": "threshold", "threshold": 1, "value": 1e-300},
      {"name": "f", "expression": "x / (1 + abs(x - 0.5))"}
      """#, settings: #""figures": "both","#)
    _ = try await plan.render(into: scratch.directory)
    let drawn = try #require(scratch.bytes(at: "manifest.json"))
    // Without a manifest, all files are examined, and their entries are read.
    try FileManager.default.removeItem(atPath: scratch.path + "/manifest.json")
    let result = try await plan.render(into: scratch.directory)
    #expect(result.drawn.isEmpty)
    let read = try #require(scratch.bytes(at: "manifest.json"))
    #expect(String(decoding: drawn, as: UTF8.self) == String(decoding: read, as: UTF8.self))
  }

  @Test("A manifest states what each figure's file contains, and neither time, host nor path.")
  func content() async throws {
    _ = try await plan(#""relu", {"function": "threshold", "threshold": 1, "value": 1e6, "title": "é"}"#)
      .render(into: scratch.directory)
    let bytes = try #require(scratch.bytes(at: "manifest.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(json.keys.sorted() == ["figures"])
    let figures = try #require(json["figures"] as? [[String: Any]])
    #expect(figures.map { $0["file"] as? String } == ["relu.png", "threshold.png"])
    for figure in figures {
      #expect(
        figure.keys.sorted() == [
          "alternativeText", "arrangement", "file", "height", "name", "pixels", "recipe", "scale",
          "shortAlternativeText",
          "statistics", "theme", "title", "width",
        ])
      #expect(figure["width"] as? Int == 600 && figure["height"] as? Int == 200)
      #expect(figure["theme"] as? String == "matplotlib" && figure["arrangement"] as? String == "row")
      #expect(figure["scale"] as? Int == 1)
      let short = try #require(figure["shortAlternativeText"] as? String)
      #expect(short.unicodeScalars.count <= 125 && short.hasSuffix("."))
      let statistics = try #require(figure["statistics"] as? [String: Any])
      #expect(statistics["sampleCount"] as? Int == 500)
      #expect((statistics["output"] as? [String: Double])?["mean"] != nil)
      let depth = try #require(statistics["depth"] as? [String: Any])
      #expect(
        depth.keys.filter { $0 != "absent" }.sorted()
          == ["chi", "criticalGain", "depthScale", "gamma", "gradientFactor"])
      #expect(depth["criticalGain"] as? Double != nil)
    }
    #expect(figures[1]["title"] as? String == "é")
    #expect((figures[0]["alternativeText"] as? String)?.hasPrefix("ReLU: three panels show 500 samples ") == true)
    #expect(!String(decoding: bytes, as: UTF8.self).contains(scratch.path))
    // The layout is that of all written JSON.
    #expect(JSONValue(parsing: bytes).map { Array(($0.text + "\n").utf8) } == bytes)
  }

  @Test("The recipe in a manifest is a configuration that draws the same figure.")
  func recipe() async throws {
    let plan = try plan(#"{"function": "swish", "beta": 2, "title": "{{x}}"}"#)
    _ = try await plan.render(into: scratch.directory)
    let found = EarlierManifest(named: "manifest.json", in: scratch.directory).entry(of: "swish.png")
    let entry = try #require(found)
    let image = try PNGImage(decoding: #require(scratch.bytes(at: "swish.png")))
    let pixels = PictureChecksums(of: image, without: FigureRecord.checksumKeyword).pixels
    #expect(entry == ManifestEntry(of: plan.figures[0], in: scratch.directory, pixels: pixels))
    #expect(entry.record == FigureRecord(in: image.text) && entry.record.recipe == Recipe(of: plan.figures[0]))
    #expect(try Recipe(of: entry.record.recipe.plan(named: "manifest").figures[0]) == entry.record.recipe)
  }

  @Test("The order of work, an interruption and a second run leave the same manifest.")
  func determinism() async throws {
    let all = try plan(#""relu", "mish", "tanh", "elu""#)
    _ = try await all.render(into: scratch.directory)
    let bytes = scratch.bytes(at: "manifest.json")
    for name in ["tanh", "relu", "elu", "mish"] {
      unlink(scratch.path + "/\(name).png")
      _ = try await all.selecting([name]).render(into: scratch.directory)
      #expect(scratch.bytes(at: "manifest.json") == bytes)
    }
    unlink(scratch.path + "/manifest.json")
    _ = try await all.render(into: scratch.directory)
    #expect(scratch.bytes(at: "manifest.json") == bytes)
    let torn = Array(bytes!.prefix(17))
    for damage in [Array(bytes!.dropLast(40)), [], bytes! + [0x20], torn, Array(repeating: 0, count: 9), torn + [0]] {
      try scratch.directory.write(damage, to: "manifest.json", replacing: .always)
      #expect(try await all.preview(in: scratch.directory).hasStaleManifest)
      _ = try await all.render(into: scratch.directory)
      #expect(scratch.bytes(at: "manifest.json") == bytes)
    }
  }

  @Test("A run of some figures keeps the manifest's entries of the others if they are still true.")
  func selection() async throws {
    let all = try plan(#""relu", "mish", "tanh""#)
    _ = try await all.selecting(["mish"]).render(into: scratch.directory)
    #expect(try files() == ["mish.png"])
    _ = try await all.selecting(["relu"]).render(into: scratch.directory)
    #expect(try files() == ["relu.png", "mish.png"])
    _ = try await plan(#""relu", "mish", "tanh""#, settings: "\"seed\": 1,").selecting(["tanh"])
      .render(into: scratch.directory)
    #expect(try files() == ["tanh.png"])
    _ = try await all.render(into: scratch.directory)
    #expect(try files() == ["relu.png", "mish.png", "tanh.png"])
  }

  @Test("A figure that is no longer requested is dropped from the manifest.")
  func removal() async throws {
    _ = try await plan(#""relu", "mish""#).render(into: scratch.directory)
    let fewer = try plan(#""mish""#)
    #expect(try await fewer.preview(in: scratch.directory).hasStaleManifest)
    _ = try await fewer.render(into: scratch.directory)
    #expect(try files() == ["mish.png"])
    #expect(try await !fewer.preview(in: scratch.directory).hasStaleManifest)
  }

  @Test("A manifest of many figures is the same however it is assembled, and its entries are found again.")
  func pieces() async throws {
    let many = try plan(#"{"function": "swish", "sweep": {"beta": {"from": 1, "to": 30, "count": 291}}}"#)
    _ = try await plan(#"{"function": "swish", "beta": 1}"#).render(into: scratch.directory)
    let picture = try #require(scratch.bytes(at: "swish.png"))
    for figure in many.figures { try scratch.directory.write(picture, to: figure.fileName, replacing: .always) }
    let pixels = PictureChecksums(of: try PNGImage(decoding: picture), without: FigureRecord.checksumKeyword).pixels
    let nothing = ManifestSources(count: many.figures.count)
    var known = nothing
    for number in many.figures.indices { known.add(.file(pixels: pixels), ofFigure: number) }
    #expect(try await scratch.directory.writeManifest(of: many, knowing: known, jobs: 3) == .replaced)
    let bytes = try #require(scratch.bytes(at: "manifest.json"))
    #expect(JSONValue(parsing: bytes).map { Array(($0.text + "\n").utf8) } == bytes)
    #expect(try files() == many.figures.map(\.fileName))
    #expect(try await scratch.directory.writeManifest(of: many, knowing: known, jobs: 1) == .unchanged)
    let earlier = EarlierManifest(named: "manifest.json", in: scratch.directory)
    for figure in many.figures {
      let entry = earlier.entry(of: figure.fileName)
      #expect(entry != nil && entry == ManifestEntry(of: figure, in: scratch.directory, pixels: pixels))
    }
    #expect(await !scratch.directory.hasStaleManifest(for: many, knowing: known, jobs: 2))
    #expect(await scratch.directory.hasStaleManifest(for: many, knowing: nothing, jobs: 2))
  }

  @Test("Each variant has its theme, its arrangement and its scale, and the name of the figure in common.")
  func variants() async throws {
    let variants = #""variants": {"theme": ["light", "dark"], "arrangement": ["row", "column"], "scale": [1, 2]},"#
    _ = try await plan(#""mish""#, settings: variants).render(into: scratch.directory)
    let figures = try entries()
    #expect(figures.count == 8 && figures.allSatisfy { $0["name"] == "mish" })
    let facts = Dictionary(
      uniqueKeysWithValues: figures.map { figure in
        (figure["file"]?.string ?? "", ["theme", "arrangement", "scale"].map { figure[$0] ?? .null })
      })
    #expect(facts["mish.png"] == ["light", "row", 1])
    #expect(facts["mish@2x.png"] == ["light", "row", 2])
    #expect(facts["mish-column.png"] == ["light", "column", 1])
    #expect(facts["mish-dark-column@2x.png"] == ["dark", "column", 2])
    // The texts of all scales and themes are the same.
    #expect(Set(figures.map { $0["shortAlternativeText"]?.string }).count == 1)
    #expect(Set(figures.map { $0["alternativeText"]?.string }).count == 2)
  }

  @Test("A manifest and files of an earlier version are read, and their entries are made anew.")
  func earlierVersion() async throws {
    let variants = #""variants": {"scale": [1, 2]},"#
    let plan = try plan(#""mish""#, settings: variants)
    _ = try await plan.render(into: scratch.directory)
    let manifest = try #require(scratch.bytes(at: "manifest.json"))
    // One file has no short text, and the other has lost all texts.
    for (name, keeps) in [("mish.png", true), ("mish@2x.png", false)] {
      let image = try PNGImage(decoding: #require(scratch.bytes(at: name)))
      let old = PNGImage(
        width: image.width, height: image.height, pixels: image.pixels, pixelsPerMetre: image.pixelsPerMetre,
        text: keeps ? image.text.filter { !$0.keyword.contains("short") && !$0.keyword.contains("checksum") } : [])
      let stamped = keeps ? old.stamped : old
      try scratch.directory.write(stamped.encoded(), to: name, replacing: .always)
    }
    let keys = ["theme", "arrangement", "scale", "shortAlternativeText"]
    let lines = String(decoding: manifest, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let earlier = lines.filter { line in !keys.contains { line.hasPrefix("      \"\($0)\"") } }
    #expect(lines.count - earlier.count == 8)
    try scratch.directory.write(Array(earlier.joined(separator: "\n").utf8), to: "manifest.json", replacing: .always)
    let preview = try await plan.preview(in: scratch.directory)
    #expect(preview.survey.findings.allSatisfy(\.status.isUpToDate) && preview.hasStaleManifest)
    _ = try await plan.render(into: scratch.directory)
    let figures = try entries()
    #expect(figures.map { $0["scale"] } == [1, 2] && figures.allSatisfy { $0["theme"] == "matplotlib" })
    let long = try #require(figures[0]["alternativeText"]?.string)
    for figure in figures {
      let short = try #require(figure["shortAlternativeText"]?.string)
      #expect(short.hasSuffix("…") && long.hasPrefix(short.dropLast()) && short.unicodeScalars.count <= 125)
    }
    #expect(try await !plan.preview(in: scratch.directory).hasStaleManifest)
  }

  private func entries() throws -> [JSONValue] {
    let bytes = try #require(scratch.bytes(at: "manifest.json"))
    guard case .array(let figures)? = JSONValue(parsing: bytes)?["figures"] else { return [] }
    return figures
  }
}

extension PNGImage {
  /// The image with the checksum of its pixels and texts.
  fileprivate var stamped: PNGImage {
    let checksum = PictureChecksums(of: self, without: FigureRecord.checksumKeyword).content
    return PNGImage(
      width: width, height: height, pixels: pixels, pixelsPerMetre: pixelsPerMetre,
      text: text + [PNGText(keyword: FigureRecord.checksumKeyword, text: checksum.text)])
  }
}
