import Activations
import Numerals
import Plotting
import PortableMath

extension Bars {
  /// The number of point masses that are labelled; more labels would crowd the panel.
  private static let labelLimit = 4

  /// Labels the bars that hold point masses, and cuts them if they are so high that the others could not be read.
  ///
  /// The axis then has room for every other bar, and for what a bar with a mass holds beside it.
  mutating func mark(_ masses: [PointMass], among count: Int) {
    var held = [Double](repeating: 0, count: heights.count)
    for mass in masses.prefix(Self.labelLimit) {
      guard let bar = bar(holding: Double(mass.value)) else { continue }
      held[bar] += (mass.share * Double(count)).rounded()
      notes.append(BarNote(mass.label, bar: bar))
    }
    let rest = zip(heights, held).map { max($0 - $1, 0) }.max() ?? 0
    let highest = heights.max() ?? 0
    // A bar that is hardly higher than the rest tells more when it is whole.
    if rest > 0, highest > 1.5 * rest { ceiling = rest }
  }

  private func bar(holding value: Double) -> Int? {
    guard let last = edges.last, value <= last else { return nil }
    return value == last ? heights.count - 1 : edges.lastIndex { $0 <= value }
  }
}

extension PointMass {
  /// The value and its share of the samples, such as `0: 50.1 %`.
  fileprivate var label: String {
    // The value has the digits that tell it apart in single precision: 0.1, not 0.10000000149011612.
    let shortest = String(shortest: Double((value + 0).description) ?? Double(value))
    let number = shortest.utf8.count > 7 ? String(Double(value), significantDigits: 4) : shortest
    return "\(number): \(String(100 * share, decimals: 1)) %".withMinusSigns
  }
}

extension Curve {
  /// Creates the standard normal density, scaled to the counts that a histogram of normal samples has on average: n · h · φ(x)
  /// for n samples in bins of width h.
  init(normalDensityOver distribution: Distribution) {
    let edges = distribution.histogram.edges
    let (low, high) = (Double(edges[0]), Double(edges[edges.count - 1]))
    let scale = Double(distribution.sampleCount - distribution.excludedCount) * (high - low) / Double(edges.count - 1)
    // 1 / √(2π)
    let peak = 0.3989422804014327
    let points = 256
    let x = (0...points).map { low + (high - low) * Double($0) / Double(points) }
    self.init(x: x, y: x.map { scale * peak * Double.exp(-$0 * $0 / 2) }, color: .reference, weight: .thin)
  }
}
