import Configuration
import Foundation
import Plans
import Testing

@testable import Pipeline

@Suite
struct FigureGalleryTests: DirectorySuite {
  let scratch: Scratch

  init() { scratch = Scratch() }

  private var directory: OutputDirectory { named("Figures") }
  private let command = RenderCommand(configuration: "config.json", output: "Figures")

  private func plan(of settings: String) throws -> RenderPlan {
    let text = #"{"samples": 100, "figure": {"dpi": 20}, \#(settings), "activations": ["relu", "mish"]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func render(_ plan: RenderPlan) async throws {
    try directory.create()
    _ = try await plan.render(into: directory, options: RenderOptions(), reporting: { _, _ in })
  }

  private func gallery(of plan: RenderPlan) throws -> FigureGallery {
    try FigureGallery(of: plan, in: directory, filledBy: command)
  }

  @Test("The variants of a figure are its files, in the order of the configuration.")
  func variants() async throws {
    let plan = try plan(
      of:
        #""variants": {"theme": ["light", "dark"], "scale": [1, 2], "arrangement": ["row", "column"]}, "figures": "both""#
    )
    try await render(plan)
    let found = try gallery(of: plan)
    #expect(found.figures.map(\.name) == ["relu", "mish", "comparison"])
    #expect(found.figures.allSatisfy { $0.files.count == 8 })
    let files = found.figures[1].files
    #expect(files[0].fileName == "mish.png" && files[0].tone == .light && files[0].scale == 1)
    let last = try #require(files.first { $0.fileName == "mish-dark-column@2x.png" })
    #expect(last.tone == .dark && last.arrangement == .column && last.scale == 2)
    #expect(last.shownWidth * 2 == last.width && last.shownHeight > last.shownWidth)
    #expect(files.allSatisfy { !$0.shortAlternativeText.isEmpty && $0.shortAlternativeText.count <= 125 })
    #expect(try gallery(of: plan.selecting(["mish"])).figures.map(\.name) == ["mish"])
  }

  @Test("The paper decides on the tone, and the text where the paper is transparent.")
  func tones() async throws {
    for (style, tone) in [
      (##"{"base": "light", "paper": "#101010"}"##, FigureGallery.Tone.dark),
      (##"{"base": "dark", "paper": "#fffff0"}"##, .light), (#"{"base": "dark", "paper": "transparent"}"#, .dark),
      (#"{"base": "light", "paper": "transparent"}"#, .light), (#""matplotlib""#, .light),
    ] {
      let plan = try plan(of: #""style": \#(style)"#)
      try await render(plan)
      #expect(try gallery(of: plan).figures[0].files[0].tone == tone, "\(style)")
    }
  }

  @Test("A figure that is missing, changed or not listed is a fault that names the command.")
  func faults() async throws {
    let plan = try plan(of: #""seed": 0"#)
    #expect(throws: GalleryError.self) { try gallery(of: plan) }
    try await render(plan)
    #expect(try gallery(of: plan).figures.count == 2)
    let changed = #expect(throws: GalleryError.self) { try gallery(of: self.plan(of: #""seed": 1"#)) }
    #expect(
      changed?.description
        == "relu.png and another file are missing or out of date in \(directory.path), or its manifest is; "
        + "run: actfig render --output Figures")
    try FileManager.default.removeItem(atPath: directory.path + "/mish.png")
    let missing = #expect(throws: GalleryError.self) { try gallery(of: plan) }
    #expect(missing?.description.hasPrefix("mish.png is missing or out of date in ") == true)
  }

  @Test("Ranges that figures share are those of the whole configuration.")
  func sharedLimits() async throws {
    let plan = try plan(of: #""limits": {"value": "shared"}"#)
    try await render(plan)
    let fixed = await plan.fixingSharedLimits()
    #expect(try gallery(of: fixed.selecting(["mish"])).figures.count == 1)
  }
}
