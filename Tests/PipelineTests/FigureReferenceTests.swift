import Activations
import Foundation
import Geometry
import Numerals
import Plotting
import Testing
import Typography

@testable import Configuration
@testable import Pipeline

/// Figures against what matplotlib says of the same: the eleven of the project's own config.json, and thirteen
/// others on papers of 8 × 3 to 24 × 8 inches, at 72 to 300 dots an inch, of 22 to 18 000 samples in 5 to 450 bins, over
/// ranges of 10⁻⁸ to 10⁹.
@Suite struct FigureReferenceTests {
  static let names = [
    "sigmoid", "tanh", "hard-tanh", "relu", "leaky-relu", "elu", "selu", "celu", "softplus", "swish", "mish",
  ]
  static let others = [
    "hardshrink", "prelu", "relu6", "rrelu", "selu", "sigmoid", "silu", "softplus", "softshrink", "softsign", "swish",
    "tanh", "threshold",
  ]

  private struct Drawn {
    let facts: ReferenceFacts
    let study: ActivationStudy
    let layout: FigureLayout

    init(default name: String) throws {
      let facts = try ReferenceFacts(named: name, in: "reference-facts")
      try self.init(facts: facts, figure: #require(FigureReferenceTests.plan.get().figures.first { $0.name == name }))
    }

    init(other name: String) throws {
      let facts = try ReferenceFacts(named: name, in: "oracle-facts")
      let plan = try RenderPlan(readingConfiguration: Array(facts.configuration.utf8), named: "config.json")
      try self.init(facts: facts, figure: #require(plan.figures.first))
    }

    private init(facts: ReferenceFacts, figure: FigurePlan) throws {
      self.facts = facts
      let renderer = FigureRenderer(typefaces: try TypefaceFamily(installedWith: []))
      let (study, layout) = try renderer.layout(of: figure, from: FigureInput(for: figure))
      self.study = try #require(study)
      self.layout = layout
    }

    func expectSameNumbers() {
      for (found, expected) in [(study.input, facts.input), (study.output, facts.output)] {
        #expect(String(found.mean, significantDigits: 5) == expected.mean)
        #expect(String(found.standardDeviation, significantDigits: 5) == expected.std)
        let moved = zip(found.histogram.counts, expected.counts).map { ($0 - $1).magnitude }.reduce(0, +)
        #expect(found.histogram.counts.count == expected.counts.count)
        #expect(moved <= UInt(found.sampleCount / 1000))
      }
    }
  }

  @Test("The eleven figures have the numbers, texts and positions of matplotlib's.", arguments: names)
  func elevenFigures(name: String) throws {
    let drawn = try Drawn(default: name)
    drawn.expectSameNumbers()
    try drawn.facts.expectSame(in: drawn.layout)
    #expect(drawn.layout.size == Size(width: 1500, height: 500))
  }

  @Test("Figures of other settings have the numbers, texts and positions of matplotlib's.", arguments: others)
  func otherFigures(name: String) throws {
    let drawn = try Drawn(other: name)
    drawn.expectSameNumbers()
    try drawn.facts.expectSame(in: drawn.layout)
  }

  @Test("The default configuration requests these eleven figures in this order.")
  func defaultConfiguration() throws {
    #expect(try Self.plan.get().figures.map(\.name) == Self.names)
  }

  private static let plan = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let bytes = try Data(contentsOf: root.appending(path: "config.json"))
    return try RenderPlan(readingConfiguration: Array(bytes), named: "config.json")
  }
}
