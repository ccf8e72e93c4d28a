import Foundation
import Geometry
import Numerals
import Plotting
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

  /// Expects that everything of a layout is what and where it is in the reference, to 1.5 pixels.
  func expectSame(in layout: FigureLayout) throws {
    #expect(layout.panels.count == axes.count)
    for (panel, expected) in zip(layout.panels, axes) {
      #expect(panel.frame.isWithin(1.5, of: expected.frame))
      for (axis, limits, ticks) in [
        (panel.xAxis, expected.xlim, expected.xticks), (panel.yAxis, expected.ylim, expected.yticks),
      ] {
        let slack = 1e-4 * (limits[1] - limits[0])
        #expect((axis.limits.lowerBound - limits[0]).magnitude <= slack)
        #expect((axis.limits.upperBound - limits[1]).magnitude <= slack)
        #expect(axis.ticks.map(\.label) == ticks.map(\.label))
        for (tick, other) in zip(axis.ticks, ticks) { #expect(tick.box.isWithin(1.5, of: other.box)) }
      }
      for (block, reference) in [
        (panel.title, expected.title), (panel.xLabel, expected.xlabel),
        (panel.xAxis.offsetText, expected.xoffset), (panel.yAxis.offsetText, expected.yoffset),
      ] {
        #expect(block?.text == reference?.text)
        if let block, let reference { #expect(block.box.isWithin(1.5, of: reference.box)) }
      }
    }
    let legend = try #require(layout.panels[1].legend)
    #expect(legend.box.isWithin(1.5, of: self.legend))
    let title = try #require(layout.title)
    #expect(title.text == suptitle.text)
    #expect(title.box.isWithin(1.5, of: suptitle.box))
  }
}

extension Rect {
  fileprivate func isWithin(_ pixels: Double, of box: [Double]) -> Bool {
    let other = Rect(x: box[0], y: box[1], width: box[2], height: box[3])
    let differences = [minX - other.minX, minY - other.minY, maxX - other.maxX, maxY - other.maxY]
    return differences.allSatisfy { $0.magnitude <= pixels }
  }
}
