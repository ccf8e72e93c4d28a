import Activations
import Numerals
import Plotting

extension Panel {
  /// A histogram with the number of samples above it and their mean and standard deviation below.
  ///
  /// Samples that are not finite stand in neither; where there are some, the title says how many.
  ///
  /// - Parameter exact: The moments that stand beside the sample's, as far as they exist; none where nil.
  init(showing distribution: Distribution, title: String, bars: Bars, exact: (mean: Double?, deviation: Double?)?) {
    let left = distribution.excludedCount
    let note = left == 0 ? "" : ", \(left) not finite"
    func text(_ value: Double, exactly other: Double?) -> String {
      let words = String(value, significantDigits: 5)
      guard exact != nil else { return words }
      return (other.map { "\(words) (exact \(Self.exactWords($0)))" } ?? words).withMinusSigns
    }
    self.init(
      title: "\(title)\n(samples: \(distribution.sampleCount)\(note))",
      xLabel: """
        mean: \(text(distribution.mean, exactly: exact?.mean))
        std: \(text(distribution.standardDeviation, exactly: exact?.deviation))
        """,
      marks: [.bars(bars)])
  }
}

extension Panel {
  /// Six digits, without the point and zero that a whole number would have.
  private static func exactWords(_ value: Double) -> String {
    let words = String(value, significantDigits: 6)
    return words.hasSuffix(".0") ? String(words.dropLast(2)) : words
  }
}

extension Bars {
  /// The counts of a distribution, in single precision as they were counted.
  init(of distribution: Distribution, color: MarkColor) {
    self.init(
      edges: distribution.histogram.edges.map(Double.init), heights: distribution.histogram.counts.map(Double.init),
      color: color)
  }
}
