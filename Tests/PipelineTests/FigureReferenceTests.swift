import Geometry
import Goldens
import PNG
import Plotting
import Testing
import Typography

@testable import Configuration
@testable import Pipeline
@testable import Plans

/// Compares figures with matplotlib's: the eleven of the package's config.json, and thirteen others on papers of 8 × 3 to
/// 24 × 8 inches, at 72 to 300 dots per inch, of 22 to 18 000 samples in 5 to 450 bins, over ranges of 10⁻⁸ to 10⁹.
@Suite struct FigureReferenceTests {
  static let names = [
    "sigmoid", "tanh", "hard-tanh", "relu", "leaky-relu", "elu", "selu", "celu", "softplus", "swish", "mish",
  ]
  static let others = [
    "hardshrink", "prelu", "relu6", "rrelu", "selu", "sigmoid", "silu", "softplus", "softshrink", "softsign", "swish",
    "tanh", "threshold",
  ]

  /// Draws a figure and expects the numbers, texts and positions of the reference.
  ///
  /// - Parameter picture: The reference picture, for the page of failed comparisons; nil if there is none.
  /// - Returns: The layout of the figure.
  @discardableResult
  private func expect(
    _ facts: ReferenceFacts, in figure: FigurePlan, picture: PNGImage? = nil
  ) async throws -> FigureLayout {
    let renderer = FigureRenderer(typefaces: try TypefaceFamily(installedWith: []))
    let (study, layout) = try renderer.layout(of: figure, from: FigureInput(for: figure))
    let differences = facts.differences(of: try #require(study.function)) + facts.differences(of: layout)
    if differences.isEmpty { return layout }
    let actual = await renderer.pixmap(of: renderer.drawing(of: layout))
    FailedComparison(
      figure.name, "Differences from matplotlib: " + differences.joined(separator: "; ") + ".",
      picture.map { .pictures(actual: actual, expected: $0.pixmap) } ?? .picture(actual)
    ).report()
    return layout
  }

  @Test("The eleven figures have the numbers, texts and positions of matplotlib's.", arguments: names)
  func elevenFigures(name: String) async throws {
    let figure = try #require(ReferencePicture.plan.get().figures.first { $0.name == name })
    let layout = try await expect(
      ReferenceFacts(named: name, in: "reference-facts"), in: figure, picture: ReferencePicture.image(named: name))
    #expect(layout.size == Size(width: 1500, height: 500))
  }

  @Test("Figures of other settings have the numbers, texts and positions of matplotlib's.", arguments: others)
  func otherFigures(name: String) async throws {
    let facts = try ReferenceFacts(named: name, in: "oracle-facts")
    let plan = try RenderPlan(readingConfiguration: Array(facts.configuration.utf8), named: "config.json")
    try await expect(facts, in: #require(plan.figures.first))
  }

  @Test("The default configuration requests these eleven figures in this order.")
  func defaultConfiguration() throws {
    #expect(try ReferencePicture.plan.get().figures.map(\.name) == Self.names)
  }
}
