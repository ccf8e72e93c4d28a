import Activations
import Numerals
import Plotting
import Scales
import Statistics

/// The histogram of one distribution, before it is a panel: bars, and stems for values that many samples take.
package struct HistogramPanel {
  /// The distribution that is shown.
  let distribution: Distribution
  /// The values that leave the bars; none if all samples stay in them.
  let masses: [PointMass]
  /// The height of each bar: the number of its samples, or their share of all samples in percent.
  let heights: [Double]
  /// Whether the axis measures shares of the samples instead of their numbers: where most bars are empty without the values
  /// that left them, so that these and the bars are of one kind.
  package let measuresShares: Bool
  /// The scale of the axis of counts.
  package let scale: ScaleType
  /// The range of the axis of counts, if it is given.
  package let countLimits: ClosedRange<Double>?

  /// Counts the samples that a panel of a study shows.
  ///
  /// - Precondition: The panel shows samples, which the study has.
  package init(_ word: StudyPanel, of study: ActivationStudy, as presentation: StudyPresentation, marks: StudyMarks) {
    let (distribution, masses) = study.samples(in: word)
    self.init(
      of: distribution, without: marks.pointMasses ? masses : [], counts: presentation.counts,
      isAdaptive: marks.pointMasses, limits: presentation.limits[.counts]?.range)
  }

  /// Counts the samples of a distribution.
  ///
  /// - Parameters:
  ///   - masses: The values that leave the bars.
  ///   - counts: The scale of the axis of counts.
  ///   - isAdaptive: Whether a scale that is left open depends on the heights of the bars.
  init(
    of distribution: Distribution, without masses: [PointMass], counts: CountScale, isAdaptive: Bool,
    limits: ClosedRange<Double>?
  ) {
    self.distribution = distribution
    self.masses = masses.sorted { $0.value < $1.value }
    let rest = masses.isEmpty ? distribution.histogram.counts : distribution.histogram.counts(without: masses)
    measuresShares = !masses.isEmpty && rest.count { $0 > 0 } <= max(2, masses.count)
    let unit = measuresShares ? 100 / Double(distribution.sampleCount) : 1
    let heights = rest.map { Double($0) * unit }
    self.heights = heights
    countLimits = limits
    scale =
      switch counts {
      case _ where measuresShares: .linear
      case .linear: .linear
      case .sqrt: .squareRoot
      case .log: .logarithmic
      case .auto: isAdaptive && Bars(edges: [], heights: heights).areSqueezed ? .squareRoot : .linear
      }
  }

  /// The number of bars that do not end inside of the given range of the axis.
  package var overlongBarCount: Int {
    guard let countLimits, !measuresShares else { return 0 }
    return heights.count { $0 > countLimits.upperBound }
  }

  /// The label of the axis of counts.
  var countLabel: String {
    if measuresShares { return "share of the samples (%)" }
    switch scale {
    case .linear: return "samples in a bin"
    case .squareRoot: return "samples in a bin (√ scale)"
    case .logarithmic: return "samples in a bin (log scale)"
    }
  }

  /// Returns the marks of the panel.
  func marks(color: MarkColor) -> [Mark] {
    let bars = Bars(edges: distribution.histogram.edges.map(Double.init), heights: heights, color: color)
    guard !masses.isEmpty else { return [.bars(bars)] }
    let masses = masses
    let stems = Stems(
      x: masses.map { Double($0.value) }, heights: masses.map(stemHeight), texts: masses.map(\.label),
      color: .reference,
      remainder: { places in
        let share = places.reduce(0) { $0 + masses[$1].share }
        return "+ \(places.count) more\n\(PointMass.percentage(share))"
      })
    return [.bars(bars), .stems(stems)]
  }

  /// The y value of the dot of a mass: the number of its samples.
  ///
  /// That may be more than a given range of the axis shows or, on a linear axis, so many that little of the bars would be left.
  /// Then the dots of all masses stand at the top of the range, or above the bars: at one height, which measures nothing, as
  /// only their labels tell the shares.
  private func stemHeight(_ mass: PointMass) -> Double {
    if measuresShares { return 100 * mass.share }
    guard hasStemsOffScale else { return Double(mass.count) }
    return countLimits?.upperBound ?? 1.06 * (heights.max() ?? 0)
  }

  /// Whether the dots of masses stand above the bars instead of at the number of their samples.
  package var hasStemsOffScale: Bool {
    guard !measuresShares, let greatest = masses.map({ Double($0.count) }).max() else { return false }
    if let countLimits { return greatest > countLimits.upperBound }
    return scale == .linear && greatest > 3 * (heights.max() ?? 0)
  }
}

extension ActivationStudy {
  /// The distribution that a panel of samples shows, and the values that many of the samples take.
  fileprivate func samples(in word: StudyPanel) -> (Distribution, [PointMass]) {
    switch word {
    case .input: return (input, [])
    case .gradient:
      guard let gradient else { preconditionFailure("A study for this panel has the gradient.") }
      return (gradient.distribution, gradient.pointMasses)
    default: return (output, diagnostics.sampled.pointMasses)
    }
  }
}

extension PointMass {
  /// The value above its share of the samples.
  fileprivate var label: String {
    // The value has the digits that tell it apart in single precision: 0.1, not 0.10000000149011612.
    let shortest = String(shortest: Double((value + 0).description) ?? Double(value))
    let number = shortest.utf8.count > 7 ? String(Double(value), significantDigits: 4) : shortest
    return "\(number)\n\(Self.percentage(share))".withMinusSigns
  }

  /// Returns a share as a percentage with one decimal.
  fileprivate static func percentage(_ share: Double) -> String { "\(String(100 * share, decimals: 1)) %" }
}
