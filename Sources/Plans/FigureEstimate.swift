import Activations
import Numerals

/// An estimate of what rendering a figure costs, made from its plan.
///
/// It was measured on one core of an ordinary machine. Other machines, and some formulas, differ by a few times.
public struct FigureEstimate: Sendable, Equatable {
  /// The time on one processor.
  public var seconds: Double
  /// The greatest amount of memory in use at one time, rather overestimated.
  public var bytes: Int
}

extension FigurePlan {
  /// The estimated cost of rendering the figure.
  public var estimate: FigureEstimate {
    let pixels = settings.width * settings.dpi * settings.height * settings.dpi
    let points = min(((settings.range.upperBound - settings.range.lowerBound) / settings.step).rounded(.up), 1e6)
    // Half a millisecond for layout and text, 10 ns a pixel for rasterizing and compressing.
    var nanoseconds = 500_000 + 10 * pixels
    // What the process needs for fonts and runtime, and each thread for its buffers; then the pixels of the picture and
    // those of its strips.
    var bytes = 32 << 20 + Int(8 * pixels)
    // The outline of a curve that goes up and down at each of its points.
    if points > 10_000 { bytes += 48 << 20 }
    switch subject {
    case .function(let function):
      // Every two passes over the samples cost as much as those that each histogram needs.
      let passes = 1 + Double(settings.bins.estimator?.extraPasses ?? 0) / 2
      nanoseconds +=
        Double(settings.samples) * (30 + 8 * function.weight) * passes + points * (60 + 30 * function.weight)
      bytes += function.tableBytes + 12 * min(settings.samples, Limits.heldSamples) + 400 * settings.bins.greatestCount
    case .comparison(let functions), .family(_, let functions):
      bytes += functions.reduce(0) { $0 + $1.plan.tableBytes }
      nanoseconds += functions.reduce(0) { $0 + points * (60 + 30 * $1.plan.weight) }
    case .depth(let functions):
      // Some milliseconds for the quadratures of each function, and for each unit of the sampled networks what its random
      // numbers and twice its value and its derivative cost.
      let sampling = showsNetworks ? settings.depth.networks : nil
      let networks = sampling.map { Double($0.count) * Double($0.width) } ?? 0
      let units = networks * Double(settings.depth.layers)
      nanoseconds += functions.reduce(0) { $0 + 1_500_000 * $1.plan.weight + units * (50 + 15 * $1.plan.weight) }
      bytes += functions.reduce(0) { $0 + $1.plan.tableBytes }
    }
    return FigureEstimate(seconds: nanoseconds / 1e9, bytes: bytes)
  }
}

extension FunctionPlan {
  /// The relative cost of one value: the number of letters in the formula, four for a function of the catalogue, and ten for
  /// a table.
  fileprivate var weight: Double { Double(expression?.utf8.count ?? (table == nil ? 4 : 10)) }

  /// The number of bytes that the points and the pieces of a table take.
  fileprivate var tableBytes: Int { 100 * (table?.table.count ?? 0) }
}

extension Double {
  /// A number of seconds in the largest unit of which there are at least two: `40 s`, `12 min`, `3 h`, `2 days`.
  package var roundedDuration: String {
    let units: [(name: String, seconds: Double)] = [(" s", 1), (" min", 60), (" h", 3_600), (" days", 86_400)]
    let unit = units.last(where: { self >= 2 * $0.seconds }) ?? units[0]
    return String((self / unit.seconds).rounded(), decimals: 0) + unit.name
  }
}

extension Int {
  /// A number of bytes in megabytes: `570 MB`.
  package var roundedMegabytes: String { "\(Swift.max(self, 0) / 1_000_000) MB" }
}
