import Activations
import Configuration
import Foundation
import Pipeline
import Plans
import Statistics

/// The numbers of the eleven figures as text files, for programs that only draw them.
enum PeerData {
  /// Writes `figures.gnuplot`, `input.bars`, and for each figure a `.bars` and a `.curves` file into a new directory.
  static func write(to path: String) throws {
    let directory = URL(filePath: path)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    func write(_ lines: [String], to name: String) throws {
      try (lines.joined(separator: "\n") + "\n").write(
        to: directory.appending(path: name), atomically: false, encoding: .utf8)
    }
    let plans = try RenderPlan.ofElevenFigures.figures
    let input = try FigureInput(for: plans[0])
    var names = ["names = \"\(plans.map(\.name).joined(separator: " "))\""]
    for (index, plan) in plans.enumerated() {
      let study = try FigureRenderer.functionStudy(of: plan, from: input)
      if index == 0 { try write(bars(of: study.input), to: "input.bars") }
      names.append("title_\(index + 1) = \"\(plan.title)\"")
      names.append("input_\(index + 1) = \"\(words(of: study.input))\"")
      names.append("output_\(index + 1) = \"\(words(of: study.output))\"")
      try write(bars(of: study.output), to: plan.name + ".bars")
      let points = study.response.x.indices.map { point in
        "\(study.response.x[point]) \(study.response.value[point]) \(study.response.derivative[point])"
      }
      try write(points, to: plan.name + ".curves")
    }
    try write(names, to: "figures.gnuplot")
  }

  /// Returns a line for each bin: its centre, count and width.
  private static func bars(of distribution: Distribution) -> [String] {
    let edges = distribution.histogram.edges
    return zip(distribution.histogram.counts, zip(edges, edges.dropFirst())).map { count, ends in
      "\((ends.0 + ends.1) / 2) \(count) \(ends.1 - ends.0)"
    }
  }

  private static func words(of distribution: Distribution) -> String {
    String(format: "mean: %.5g\\nstd: %.5g", distribution.mean, distribution.standardDeviation)
  }
}
