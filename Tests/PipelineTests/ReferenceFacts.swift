import Activations
import Foundation
import Geometry
import Numerals
import Plotting
import Statistics
import Testing

@testable import Pipeline

/// The numbers and positions of one figure by matplotlib, NumPy and PyTorch; boxes are left, top, width and height in pixels.
struct ReferenceFacts: Decodable {
  struct Distribution: Decodable { let mean: String, std: String, counts: [Int] }
  struct Words: Decodable { let text: String, box: [Double] }
  struct Tick: Decodable { let label: String, box: [Double] }
  struct Axes: Decodable {
    let frame: [Double], xlim: [Double], ylim: [Double], xticks: [Tick], yticks: [Tick]
    let title: Words?, xlabel: Words?, xoffset: Words?, yoffset: Words?
  }
  struct Settings: Decodable {
    let seed: Int, samples: Int, bins: Int, range: [Double], step: Double, size: [Double], dpi: Double
  }
  /// The function's name in the catalogue; nil if the file has the figure's name.
  let function: String?
  let title: String, settings: Settings
  let input: Distribution, output: Distribution, axes: [Axes], legend: [Double], suptitle: Words

  init(named name: String, in folder: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Data/\(folder)"))
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
  }

  /// The configuration of the same figure.
  var configuration: String {
    """
    {"seed": \(settings.seed), "samples": \(settings.samples), "bins": \(settings.bins),
     "range": \(settings.range), "step": \(settings.step),
     "figure": {"width": \(settings.size[0]), "height": \(settings.size[1]), "dpi": \(settings.dpi)},
     "activations": [{"function": "\(function ?? "")", "title": "\(title)"}]}
    """
  }

  /// The differences of a layout from the reference: its panels, limits, ticks and texts, and boxes that are more than 1.5
  /// pixels away.
  func differences(of layout: FigureLayout) -> [String] {
    var differences: [String] = []
    func compare<Value: Equatable>(_ subject: String, _ found: Value, _ expected: Value) {
      if found != expected { differences.append("\(subject): \(found) instead of \(expected)") }
    }
    func compare(_ subject: String, _ found: Rect, _ expected: [Double]) {
      if !found.isWithin(1.5, of: expected) { differences.append("\(subject): \(found) instead of \(expected)") }
    }
    func compare(_ subject: String, _ block: TextBlock?, _ reference: Words?) {
      compare(subject, block?.text, reference?.text)
      if let block, let reference { compare(subject, block.box, reference.box) }
    }

    compare("number of panels", layout.panels.count, axes.count)
    for (number, (panel, expected)) in zip(layout.panels, axes).enumerated() {
      let name = "panel \(number + 1)"
      compare("frame of \(name)", panel.frame, expected.frame)
      for (axis, direction, limits, ticks) in [
        (panel.xAxis, "x", expected.xlim, expected.xticks), (panel.yAxis, "y", expected.ylim, expected.yticks),
      ] {
        let slack = 1e-4 * (limits[1] - limits[0])
        let isNear = zip([axis.limits.lowerBound, axis.limits.upperBound], limits).allSatisfy {
          ($0 - $1).magnitude <= slack
        }
        if !isNear { differences.append("\(direction) limits of \(name): \(axis.limits) instead of \(limits)") }
        compare("\(direction) ticks of \(name)", axis.ticks.map(\.label), ticks.map(\.label))
        for (tick, other) in zip(axis.ticks, ticks) {
          compare("\(direction) tick \(other.label) of \(name)", tick.box, other.box)
        }
      }
      compare("title of \(name)", panel.title, expected.title)
      compare("x label of \(name)", panel.xLabel, expected.xlabel)
      compare("x offset of \(name)", panel.xAxis.offsetText, expected.xoffset)
      compare("y offset of \(name)", panel.yAxis.offsetText, expected.yoffset)
    }
    if let box = layout.panels.dropFirst().first?.legend?.box {
      compare("legend", box, legend)
    } else {
      differences.append("legend: none")
    }
    compare("title", layout.title, suptitle)
    return differences
  }

  /// The differences of a study's distributions from the reference: mean and standard deviation to five digits, and counts,
  /// of which one sample in a thousand can be in another bin.
  func differences(of study: ActivationStudy) -> [String] {
    [("input", study.input, input), ("output", study.output, output)].flatMap { name, found, expected in
      let counts = found.histogram.counts
      let moved = zip(counts, expected.counts).map { ($0 - $1).magnitude }.reduce(0, +)
      let numbers = [found.mean, found.standardDeviation].map { String($0, significantDigits: 5) }
      return [
        numbers == [expected.mean, expected.std]
          ? nil : "mean and deviation of \(name): \(numbers) instead of \([expected.mean, expected.std])",
        counts.count == expected.counts.count && moved <= UInt(found.sampleCount / 1000)
          ? nil : "counts of \(name): \(moved) are in other bins",
      ].compactMap(\.self)
    }
  }
}

extension Rect {
  fileprivate func isWithin(_ pixels: Double, of box: [Double]) -> Bool {
    let other = Rect(x: box[0], y: box[1], width: box[2], height: box[3])
    let differences = [minX - other.minX, minY - other.minY, maxX - other.maxX, maxY - other.maxY]
    return differences.allSatisfy { $0.magnitude <= pixels }
  }
}
