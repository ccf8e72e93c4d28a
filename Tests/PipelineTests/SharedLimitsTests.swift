import ActivationFigures
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans
@testable import System

@Suite
struct SharedLimitsTests {
  private let scratch = Scratch()

  private func plan(_ text: String) throws -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  private func range(_ axis: StudyAxis, of figure: FigurePlan) -> ClosedRange<Double>? {
    if case .fixed(let range)? = figure.settings.presentation.limits[axis] { range } else { nil }
  }

  /// The ranges that a figure has by itself.
  private func ownRanges(of figure: FigurePlan) throws -> [StudyAxis: ClosedRange<Double>] {
    let own = figure.fixing([:])
    let study = try FigureRenderer.study(of: own, from: FigureInput(for: own))
    return try FigureRenderer.figure(of: own, showing: study).ranges(along: own.settings.panels)
  }

  private let sharing = #"""
    {"samples": 400, "figure": {"width": 15, "height": 5, "dpi": 24}, "figures": "both",
     "limits": {"value": "shared", "counts": "shared", "gradient": "shared"},
     "activations": ["tanh", "softplus", {"function": "relu", "limits": {"value": [-1, 1], "counts": "auto"}}]}
    """#

  @Test("A shared range is the smallest that holds those of all figures of the same kind that share it.")
  func union() async throws {
    let plan = try plan(sharing)
    let fixed = await plan.fixingSharedLimits(jobs: 2).figures
    for axis in [StudyAxis.value, .counts] {
      let own = try plan.figures.prefix(2).map { try #require(try ownRanges(of: $0)[axis]) }
      let expected = own[0].union(own[1])
      #expect(fixed.prefix(2).map { range(axis, of: $0) } == [expected, expected])
    }
    #expect(range(.value, of: fixed[2]) == -1...1)
    #expect(fixed[2].settings.presentation.limits[.counts] == nil)
    // No panel shows the distribution of the derivative, and only one figure is a comparison.
    #expect(fixed.allSatisfy { $0.settings.presentation.limits[.gradient] == nil })
    #expect(range(.value, of: fixed[3]) == (try ownRanges(of: plan.figures[3])[.value]))
    #expect(range(.counts, of: fixed[0])?.lowerBound == 0)
  }

  @Test("A selection and a share of a divided run have the ranges of the whole configuration.")
  func selection() async throws {
    let plan = try plan(sharing)
    let whole = await plan.fixingSharedLimits().figures
    let selected = await (try plan.selecting(["tanh"])).fixingSharedLimits().figures
    #expect(selected.map(\.recipe) == [whole[0].recipe])
    let shard = await plan.selecting(try #require(Shard(2, of: 2))).fixingSharedLimits()
    #expect(!shard.figures.isEmpty && shard.figures.count < whole.count)
    for figure in shard.figures { #expect(whole.contains { $0.recipe == figure.recipe }) }
    #expect(shard.allFigures.map(\.recipe) == whole.map(\.recipe))
  }

  @Test("A figure that cannot be studied takes no part, and logarithmic counts share among themselves.")
  func exceptions() async throws {
    let plan = try plan(
      #"""
      {"samples": 300, "limits": {"value": "shared", "counts": "shared"}, "activations": ["tanh",
       {"name": "none", "expression": "log(-1 - x^2)"}, {"function": "relu", "counts": "log"}]}
      """#)
    let fixed = await plan.fixingSharedLimits().figures
    let own = try [0, 2].map { try ownRanges(of: plan.figures[$0]) }
    #expect(range(.value, of: fixed[0]) == own[0][.value]!.union(own[1][.value]!))
    #expect(range(.counts, of: fixed[0]) == own[0][.counts])
    #expect(range(.counts, of: fixed[2]) == own[1][.counts])
  }

  @Test("Nothing is studied and no range is fixed if no axis is shared.")
  func none() async throws {
    let plan = try plan(#"{"limits": {"value": [0, 1]}, "activations": [{"function": "relu", "samples": 1000000000}]}"#)
    let fixed = await plan.fixingSharedLimits()
    #expect(fixed.figures.sharedRanges == nil && !plan.figures.sharesRanges)
  }

  @Test("Figures that share ranges are up to date after a run, match a check, and are drawn again from their recipes.")
  func run() async throws {
    let plan = try plan(sharing)
    let first = try await plan.render(into: scratch.directory)
    #expect(first.drawn.count == 4)
    let second = try await plan.render(into: scratch.directory)
    #expect(second.drawn.isEmpty && second.survey.findings.allSatisfy(\.status.isUpToDate))
    #expect(try await plan.preview(in: scratch.directory).survey.findings.allSatisfy(\.status.isUpToDate))
    let check = try await plan.check(scratch.directory, fixedBy: RenderCommand(configuration: "config.json"))
    #expect(check.differences.isEmpty)
    for name in ["tanh.png", "comparison.png"] {
      let bytes = try #require(scratch.bytes(at: name))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("shared"))
      #expect(try await Inspection(of: bytes, named: name).redrawn() == bytes)
    }
  }

  @Test("A cancelled run studies nothing.")
  func cancellation() async throws {
    let plan = try plan(sharing)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await plan.fixingSharedLimits()
    }
    #expect(await task.value.figures.map(\.settings.presentation.limits[.value]).first == .shared)
  }
}
