/// Expectations of what is made of a function and its derivative, under the standard normal distribution, by quadrature.
///
/// Of a function of the catalogue the line from −38 to 38, beyond which the density φ is less than the least normal number,
/// is cut at every whole number and ever more finely towards zero and towards each breakpoint, down to 2⁻²⁴. A formula is
/// cut where it switches and where its own operations bend, from −52 to 52, and last stretches before poles and infinite
/// slopes are integrated by power laws. Panels are then halved until Lobatto's rule of 7 points and Gauss and Legendre's of
/// 16 agree to 2⁻⁴⁶ of the integral's size. Lobatto's looks at a panel's ends and at its centre, where the other has no
/// nodes, and nowhere do the weights from an end on sum up to the same in both: so no jump can hide that nobody declared.
struct NormalQuadrature {
  private static let end = 38
  private static let range = -Double(end)...Double(end)
  /// How far the two rules may part in one panel, and what the outermost panels may hold, as a share of ∫|g|φ. The rule
  /// of 16 points is then far nearer to the truth, for the difference is the error of the other one.
  private static let tolerance = 0x1p-46
  /// What all panels that do not settle, and all last stretches, may be off by together, as a share of ∫|g|φ.
  private static let errorLimit = 0x1p-32
  /// Halvings of one run: enough for a hundred jumps, and done in milliseconds.
  private static let halvingLimit = 1 << 12

  private let function: any RealFunction
  /// Before any panel is halved; what every run begins with.
  private let start: PanelEvaluation
  private let plan: QuadraturePlan?
  private let divergence: DivergenceAtInfinity?
  private let singularities: [Singularity]
  private let noises: [RoundingNoise]
  /// The most that a continuation beyond an overflow adds to the integral of the square of value or derivative.
  private let continuedMass: Double

  /// - Parameter breakpoints: Places that no panel may hold in its inside; those that are not finite or far out have no
  ///   effect.
  init(of function: any RealFunction, splittingAt breakpoints: [Double]) {
    let centres = Set((breakpoints + function.invisibleBreaks).filter(Self.range.contains)).union([0])
    let nodes = centres == [0] ? Self.nodesTowardsZero : PanelNodes(in: Self.panels(towards: centres))
    self.function = function
    (plan, divergence, singularities, noises, continuedMass) = (nil, nil, [], [], 0)
    start = PanelEvaluation(of: function, at: nodes)
  }

  /// Prepares the integration of a function by the plan that it has made of itself.
  init(of original: any RealFunction, by plan: QuadraturePlan) {
    self.plan = plan
    let continued = ContinuedFunction(original, over: plan.panels)
    function = continued ?? original
    continuedMass = continued?.mass ?? 0
    divergence = DivergenceAtInfinity(of: original)
    singularities = plan.steepSides.map { Singularity(of: original, on: $0) }
    noises = plan.noisyPlaces.map { RoundingNoise(of: original, at: $0) }
    start = PanelEvaluation(of: function, at: PanelNodes(in: plan.panels))
  }

  /// Whether the function said itself how it is to be cut.
  var isPlanned: Bool { plan != nil }

  /// The least and the greatest value at the nodes, where the function is bounded; of planned functions alone.
  var valueRange: ClosedRange<Double>? {
    guard let plan, singularities.isEmpty, !plan.isUndefinedSomewhere else { return nil }
    return start.valueRange
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

  /// What is to be integrated, for panels and for last stretches.
  struct Integrand {
    let kind: Singularity.Integrand
    /// ∫g over each panel of an evaluation.
    let estimates: (PanelEvaluation) -> [PanelEvaluation.Estimate]
  }

  /// ∫ g(x) dx for several g at once, which are refined together: where one is rough, the others are looked at as closely.
  ///
  /// - Returns: One for each g. What is indistinguishable from zero beside ∫|g|, as an odd function's integral is, is 0.
  func integrals(of integrands: [Integrand]) -> [ExactMoment] {
    var waiting = start
    var estimates = integrands.map { $0.estimates(waiting) }
    let tails = estimates.map { $0.isEmpty ? 0 : $0[0].size + $0[$0.count - 1].size }
    var totals = integrands.map { integrand in
      var total = Total()
      for singularity in singularities where singularity.steepSide.place.magnitude < QuadraturePlan.outerEnd {
        total.settle(singularity.integral(of: integrand.kind))
      }
      for noise in noises { total.error += noise.error(of: integrand.kind) }
      return total
    }
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
          for index in rough { totals[index].error += estimates[index][place].difference }
          for index in totals.indices { totals[index].settle(estimates[index][place]) }
        }
      }
      waiting = PanelEvaluation(of: function, at: PanelNodes(in: next))
      estimates = integrands.map { $0.estimates(waiting) }
    } while !waiting.panels.isEmpty
    return totals.indices.map { verdict(on: totals[$0], tail: tails[$0], of: integrands[$0].kind) }
  }

  private func verdict(on total: Total, tail: Double, of integrand: Singularity.Integrand) -> ExactMoment {
    if let plan {
      if plan.isUndefinedSomewhere { return .doesNotExist }
      let divergences = singularities.map { $0.diverges(integrand) }
      if divergences.contains(true) || divergence?.diverges(integrand) == true { return .doesNotExist }
      // By Poincaré's inequality, a smooth function whose derivative had a mean square would have one itself.
      if case .derivativeSquare = integrand, plan.outermostSwitch < 10,
        divergence?.diverges(.square(less: 0)) == true
      {
        return .doesNotExist
      }
      if divergences.contains(nil) { return .notToBeHad }
      // What is continued counts for nothing beside the rest.
      guard continuedMass <= Self.errorLimit * total.size else { return .notToBeHad }
    }
    guard !total.isLost, tail <= Self.tolerance * total.settledSize, total.sum.isFinite,
      total.error <= Self.errorLimit * total.settledSize
    else { return .notToBeHad }
    return .value(total.sum.magnitude <= 4 * Self.tolerance * total.settledSize ? 0 : total.sum)
  }

  /// What is known of one integral over the whole line.
  private struct Total {
    var sum = 0.0
    /// ∫|g| over the panels that need no further look.
    var settledSize = 0.0
    /// ∫|g| over all.
    var size = 0.0
    /// By how much the sum may be off.
    var error = 0.0
    /// There is no such integral, or none that can be had.
    var isLost = false

    mutating func settle(_ estimate: PanelEvaluation.Estimate) {
      sum += estimate.fine
      settledSize += estimate.size
    }

    mutating func settle(_ stretch: (sum: Double, error: Double)) {
      sum += stretch.sum
      settledSize += stretch.sum.magnitude
      error += stretch.error
    }
  }
}
