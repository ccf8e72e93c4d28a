import Activations
import Numerals
import Plotting

extension Panel {
  /// A histogram with the number of samples above it and their mean and standard deviation below.
  ///
  /// Samples that are not finite stand in neither; where there are some, the title says how many.
  init(showing distribution: Distribution, title: String) {
    let left = distribution.excludedCount
    let note = left == 0 ? "" : ", \(left) not finite"
    self.init(
      title: "\(title)\n(samples: \(distribution.sampleCount)\(note))",
      xLabel: """
        mean: \(String(distribution.mean, significantDigits: 5))
        std: \(String(distribution.standardDeviation, significantDigits: 5))
        """,
      marks: [
        .bars(
          Bars(
            edges: distribution.histogram.edges.map(Double.init),
            heights: distribution.histogram.counts.map(Double.init)))
      ])
  }
}
