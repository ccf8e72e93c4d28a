import Activations
import Foundation
import Geometry
import Numerals
import Plotting
import Testing
import Typography

@testable import Pipeline

/// The figures of the project's own config.json against what matplotlib says of the same eleven.
@Suite struct FigureReferenceTests {
  static let names = [
    "sigmoid", "tanh", "hard-tanh", "relu", "leaky-relu", "elu", "selu", "celu", "softplus", "swish", "mish",
  ]

  @Test(arguments: names)
  func `Numbers and histograms are those of the reference`(name: String) throws {
    let (figure, facts) = try (Self.figure(name), Self.facts(name))
    let study = try Self.study(of: figure)
    for (found, expected) in [(study.input, facts.input), (study.output, facts.output)] {
      #expect(String(found.mean, significantDigits: 5) == expected.mean)
      #expect(String(found.standardDeviation, significantDigits: 5) == expected.std)
      let moved = zip(found.histogram.counts, expected.counts).map { ($0 - $1).magnitude }.reduce(0, +)
      #expect(found.histogram.counts.count == expected.counts.count)
      #expect(moved <= UInt(found.sampleCount / 1000))
    }
  }

  @Test(arguments: names)
  func `Everything stands where it stands in the reference`(name: String) throws {
    let (figure, facts) = try (Self.figure(name), Self.facts(name))
    let study = try Self.study(of: figure)
    let layout = try figure.layout(of: study, typefaces: TypefaceFamily(installedWith: []))

    #expect(layout.size == Size(width: 1500, height: 500))
    #expect(layout.panels.count == facts.axes.count)
    for (panel, expected) in zip(layout.panels, facts.axes) {
      #expect(panel.frame.isWithin(1.5, of: expected.frame))
      #expect(panel.xAxis.limits.isWithin(1e-4, of: expected.xlim))
      #expect(panel.yAxis.limits.isWithin(1e-4, of: expected.ylim))
      for (ticks, reference) in [(panel.xAxis.ticks, expected.xticks), (panel.yAxis.ticks, expected.yticks)] {
        #expect(ticks.map(\.label) == reference.map(\.label))
        for (tick, other) in zip(ticks, reference) { #expect(tick.box.isWithin(1.5, of: other.box)) }
      }
      for (block, reference) in [(panel.title, expected.title), (panel.xLabel, expected.xlabel)] {
        #expect(block?.text == reference?.text)
        if let block, let reference { #expect(block.box.isWithin(1.5, of: reference.box)) }
      }
    }
    let legend = try #require(layout.panels[1].legend)
    #expect(legend.box.isWithin(4, of: facts.legend))
    let title = try #require(layout.title)
    #expect(title.text == facts.suptitle.text)
    #expect(title.box.isWithin(1.5, of: facts.suptitle.box))
  }

  @Test func `The default configuration asks for these eleven in this order`() throws {
    #expect(try Self.plan.get().figures.map(\.name) == Self.names)
  }

  private static let plan = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let bytes = try Data(contentsOf: root.appending(path: "config.json"))
    return try RenderPlan(readingConfiguration: Array(bytes), named: "config.json")
  }

  private static func figure(_ name: String) throws -> FigurePlan {
    try #require(plan.get().figures.first { $0.name == name })
  }

  private static func study(of figure: FigurePlan) throws -> ActivationStudy {
    let settings = figure.settings
    let samples = SampleSet(seed: settings.seed, count: settings.samples)
    return try figure.study(feeding: FigureInput(of: samples, bins: settings.bins))
  }

  private static func facts(_ name: String) throws -> Facts {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Data/reference-facts"))
    return try JSONDecoder().decode(Facts.self, from: Data(contentsOf: url))
  }

  /// Boxes are left, top, width and height in pixels.
  private struct Facts: Decodable {
    struct Distribution: Decodable { let mean: String, std: String, counts: [Int] }
    struct Words: Decodable { let text: String, box: [Double] }
    struct Tick: Decodable { let label: String, box: [Double] }
    struct Axes: Decodable {
      let frame: [Double], xlim: [Double], ylim: [Double], xticks: [Tick], yticks: [Tick], title: Words?, xlabel: Words?
    }
    let input: Distribution, output: Distribution, axes: [Axes], legend: [Double], suptitle: Words
  }
}

extension Rect {
  fileprivate func isWithin(_ pixels: Double, of box: [Double]) -> Bool {
    let other = Rect(x: box[0], y: box[1], width: box[2], height: box[3])
    let differences = [minX - other.minX, minY - other.minY, maxX - other.maxX, maxY - other.maxY]
    return differences.allSatisfy { $0.magnitude <= pixels }
  }
}

extension ClosedRange<Double> {
  fileprivate func isWithin(_ share: Double, of ends: [Double]) -> Bool {
    let slack = share * (ends[1] - ends[0])
    return (lowerBound - ends[0]).magnitude <= slack && (upperBound - ends[1]).magnitude <= slack
  }
}
