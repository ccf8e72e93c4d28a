import PortableMath

/// Expectations under the standard normal distribution, by quadrature.
///
/// The line from −38 to 38, beyond which the density φ is less than the least normal number, is cut at every whole number
/// and ever more finely towards zero and towards each breakpoint, down to 2⁻²⁴. Panels are then halved until Lobatto's rule
/// of 7 points and Gauss and Legendre's of 16 agree to 2⁻⁴⁶ of the integral's size. Lobatto's looks at a panel's ends and
/// at its centre, where the other has no nodes, and nowhere do the weights from an end on sum up to the same in both: so
/// no jump can hide that nobody declared.
struct NormalQuadrature {
  private static let end = 38
  private static let coarseRule = QuadratureRule(lobatto: 7)
  private static let fineRule = QuadratureRule(legendre: 16)
  /// How far the two rules may part in one panel, and what the outermost panels may hold, as a share of ∫|g|φ. The rule
  /// of 16 points is then far nearer to the truth, for the difference is the error of the other one.
  private static let tolerance = 0x1p-46
  /// Halvings of one run: enough for a hundred jumps, and done in milliseconds.
  private static let halvingLimit = 1 << 12
  /// (2π)^(−¼).
  private static let rootDensityAtZero = 0.63161877774606470129

  private let panels: [Panel]

  /// - Parameter breakpoints: Places that no panel may hold in its inside; those that are not finite or far out have no
  ///   effect.
  init(splittingAt breakpoints: [Double]) {
    let range = -Double(Self.end)...Double(Self.end)
    var cuts = (-Self.end...Self.end).map(Double.init)
    for centre in [0] + breakpoints where range.contains(centre) {
      cuts.append(centre)
      for power in 1...24 {
        let distance = 1 / Double(1 << power)
        cuts += [centre - distance, centre + distance]
      }
    }
    cuts = cuts.filter(range.contains).sorted()
    panels = zip(cuts, cuts.dropFirst()).filter(<).map { Panel(lower: $0, upper: $1) }
  }

  /// ∫ g(x) dx for several g at once, which are refined together: where one is rough, the others are looked at as closely.
  ///
  /// - Parameter integrands: The g at eight x, always as many; the second argument is √φ(x), whose square does not
  ///   underflow before g gets large.
  /// - Returns: One for each g; nil where it overflows, is no number somewhere, does not fall off within ±38, or does not
  ///   settle. What is indistinguishable from zero beside ∫|g|, as an odd function's integral is, is 0.
  func integrals(of integrands: (Lanes, Lanes) -> [Lanes]) -> [Double?] {
    var waiting = panels.map { Piece(panel: $0, estimates: estimates(of: integrands, over: $0)) }
    let (first, last) = (waiting[0].estimates, waiting[waiting.count - 1].estimates)
    var totals = first.map { _ in Total() }
    var halvings = 0
    repeat {
      // Sizes are known better with every round, and what counts as rough is measured by them.
      for index in totals.indices {
        totals[index].size = waiting.reduce(totals[index].settledSize) { $0 + $1.estimates[index].size }
        if !totals[index].size.isFinite { totals[index].isLost = true }
      }
      var next: [Piece] = []
      for piece in waiting {
        let rough = totals.indices.filter { index in
          !totals[index].isLost && !(piece.estimates[index].difference <= Self.tolerance * totals[index].size)
        }
        if !rough.isEmpty, halvings < Self.halvingLimit, let (left, right) = piece.panel.halves {
          halvings += 1
          next += [left, right].map { Piece(panel: $0, estimates: estimates(of: integrands, over: $0)) }
        } else {
          for index in rough { totals[index].isLost = true }
          for (index, estimate) in piece.estimates.enumerated() { totals[index].settle(estimate) }
        }
      }
      waiting = next
    } while !waiting.isEmpty
    return totals.indices.map { index in
      let total = totals[index]
      let hasTail = first[index].size + last[index].size > Self.tolerance * total.settledSize
      guard !total.isLost, !hasTail, total.sum.isFinite else { return nil }
      return total.sum.magnitude <= 4 * Self.tolerance * total.settledSize ? 0 : total.sum
    }
  }

  private func estimates(of integrands: (Lanes, Lanes) -> [Lanes], over panel: Panel) -> [Estimate] {
    let coarse = sums(of: integrands, over: panel, by: Self.coarseRule)
    let fine = sums(of: integrands, over: panel, by: Self.fineRule)
    return zip(coarse, fine).map { coarse, fine in
      Estimate(fine: fine.sum, size: fine.size, difference: (fine.sum - coarse.sum).magnitude)
    }
  }

  /// ∫g and ∫|g| over a panel for each g.
  private func sums(
    of integrands: (Lanes, Lanes) -> [Lanes], over panel: Panel, by rule: QuadratureRule
  ) -> [(sum: Double, size: Double)] {
    var sums: [(sum: Lanes, size: Lanes)] = []
    for (nodes, weights) in zip(rule.nodes, rule.weights) {
      // An end itself may belong to the piece beyond it.
      let x = Lanes.min(
        Lanes.max(Lanes(panel.centre) + Lanes(panel.radius) * nodes, Lanes(panel.lower.nextUp)),
        Lanes(panel.upper.nextDown))
      let rootDensity = Lanes(Self.rootDensityAtZero) * Lanes.exp(Lanes(-0.25) * x * x)
      let terms = integrands(x, rootDensity).map { weights * $0 }
      if sums.isEmpty { sums = terms.map { _ in (Lanes(0), Lanes(0)) } }
      for (index, term) in terms.enumerated() {
        sums[index] = (sums[index].sum + term, sums[index].size + Lanes.abs(term))
      }
    }
    return sums.map { (panel.radius * Self.sum(of: $0.sum), panel.radius * Self.sum(of: $0.size)) }
  }

  /// Always in the same order.
  private static func sum(of lanes: Lanes) -> Double { lanes.indices.reduce(0) { $0 + lanes[$1] } }

  private struct Panel {
    let lower: Double
    let upper: Double

    var centre: Double { lower + radius }
    var radius: Double { (upper - lower) / 2 }

    /// Nil where no number lies between the ends.
    var halves: (Panel, Panel)? {
      guard lower < centre, centre < upper else { return nil }
      return (Panel(lower: lower, upper: centre), Panel(lower: centre, upper: upper))
    }
  }

  /// What two rules say of one integral over one panel.
  private struct Estimate {
    /// By the finer rule.
    let fine: Double
    /// ∫|g| by the finer rule.
    let size: Double
    /// Between the two rules.
    let difference: Double
  }

  /// A panel with the estimates of all integrals over it.
  private struct Piece {
    let panel: Panel
    let estimates: [Estimate]
  }

  /// What is known of one integral over the whole line.
  private struct Total {
    var sum = 0.0
    /// ∫|g| over the panels that need no further look.
    var settledSize = 0.0
    /// ∫|g| over all.
    var size = 0.0
    /// There is no such integral, or none that can be had.
    var isLost = false

    mutating func settle(_ estimate: Estimate) {
      sum += estimate.fine
      settledSize += estimate.size
    }
  }
}
