/// Expectations of what is made of a function and its derivative, under the standard normal distribution, by quadrature.
///
/// The line from −38 to 38, beyond which the density φ is less than the least normal number, is cut at every whole number
/// and ever more finely towards zero and towards each breakpoint, down to 2⁻²⁴. Panels are then halved until Lobatto's rule
/// of 7 points and Gauss and Legendre's of 16 agree to 2⁻⁴⁶ of the integral's size. Lobatto's looks at a panel's ends and
/// at its centre, where the other has no nodes, and nowhere do the weights from an end on sum up to the same in both: so
/// no jump can hide that nobody declared.
struct NormalQuadrature {
  private static let end = 38
  private static let range = -Double(end)...Double(end)
  /// How far the two rules may part in one panel, and what the outermost panels may hold, as a share of ∫|g|φ. The rule
  /// of 16 points is then far nearer to the truth, for the difference is the error of the other one.
  private static let tolerance = 0x1p-46
  /// Halvings of one run: enough for a hundred jumps, and done in milliseconds.
  private static let halvingLimit = 1 << 12

  private let function: any RealFunction
  /// Before any panel is halved; what every run begins with.
  private let start: PanelEvaluation

  /// - Parameter breakpoints: Places that no panel may hold in its inside; those that are not finite or far out have no
  ///   effect.
  init(of function: any RealFunction, splittingAt breakpoints: [Double]) {
    let centres = Set((breakpoints + function.invisibleBreaks).filter(Self.range.contains)).union([0])
    let nodes = centres == [0] ? Self.nodesTowardsZero : PanelNodes(in: Self.panels(towards: centres))
    self.function = function
    start = PanelEvaluation(of: function, at: nodes)
  }

  /// Those of every function that breaks nowhere else.
  private static let nodesTowardsZero = PanelNodes(in: panels(towards: [0]))

  private static func panels(towards centres: Set<Double>) -> [QuadraturePanel] {
    var cuts = (-end...end).map(Double.init)
    for centre in centres {
      cuts.append(centre)
      for power in 1...24 {
        let distance = 1 / Double(1 << power)
        cuts += [centre - distance, centre + distance].filter(range.contains)
      }
    }
    cuts.sort()
    return zip(cuts, cuts.dropFirst()).filter(<).map { QuadraturePanel(lower: $0, upper: $1) }
  }

  /// ∫ g(x) dx for several g at once, which are refined together: where one is rough, the others are looked at as closely.
  ///
  /// - Parameter integrands: ∫g over each panel of an evaluation, for each g.
  /// - Returns: One for each g; nil where it overflows, is no number somewhere, does not fall off within ±38, or does not
  ///   settle. What is indistinguishable from zero beside ∫|g|, as an odd function's integral is, is 0.
  func integrals(of integrands: [(PanelEvaluation) -> [PanelEvaluation.Estimate]]) -> [Double?] {
    var waiting = start
    var estimates = integrands.map { $0(waiting) }
    let tails = estimates.map { $0[0].size + $0[$0.count - 1].size }
    var totals = integrands.map { _ in Total() }
    var halvings = 0
    repeat {
      // Sizes are known better with every round, and what counts as rough is measured by them.
      for index in totals.indices {
        totals[index].size = estimates[index].reduce(totals[index].settledSize) { $0 + $1.size }
        if !totals[index].size.isFinite { totals[index].isLost = true }
      }
      var next: [QuadraturePanel] = []
      for (place, panel) in waiting.panels.enumerated() {
        let rough = totals.indices.filter { index in
          !totals[index].isLost && !(estimates[index][place].difference <= Self.tolerance * totals[index].size)
        }
        if !rough.isEmpty, halvings < Self.halvingLimit, let (left, right) = panel.halves {
          halvings += 1
          next += [left, right]
        } else {
          for index in rough { totals[index].isLost = true }
          for index in totals.indices { totals[index].settle(estimates[index][place]) }
        }
      }
      waiting = PanelEvaluation(of: function, at: PanelNodes(in: next))
      estimates = integrands.map { $0(waiting) }
    } while !waiting.panels.isEmpty
    return zip(totals, tails).map { total, tail in
      guard !total.isLost, tail <= Self.tolerance * total.settledSize, total.sum.isFinite else { return nil }
      return total.sum.magnitude <= 4 * Self.tolerance * total.settledSize ? 0 : total.sum
    }
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

    mutating func settle(_ estimate: PanelEvaluation.Estimate) {
      sum += estimate.fine
      settledSize += estimate.size
    }
  }
}
