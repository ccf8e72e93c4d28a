/// Adaptive quadrature of integrands made of a function and its derivative, under the standard normal density φ.
///
/// For a function of the catalogue, the range from −38 to 38, beyond which φ is less than the least normal number, is
/// divided at every integer, and ever more finely towards zero and towards each breakpoint, down to 2⁻²⁴. For an
/// expression, the range from −52 to 52 is divided by its own plan, and the last stretches before poles and infinite
/// slopes are integrated by power laws. Panels are then halved until the Lobatto rule of 7 points and the
/// Gauss-Legendre rule of 16 points agree to 2⁻⁴⁶ of the integral's size. The Lobatto rule has nodes at the ends and at
/// the centre of a panel, where the other rule has none, and no partial sums of weights from an end are equal in both
/// rules, so that an undeclared jump cannot go unnoticed.
struct NormalQuadrature {
  private static let end = 38
  private static let range = -Double(end)...Double(end)
  /// The greatest difference of the two rules in one panel, and the greatest contribution of the outermost panels,
  /// relative to ∫|g|φ. The error of the rule of 16 points is far less, because the difference is the error of the
  /// other rule.
  private static let tolerance = 0x1p-46
  /// The greatest total error of panels that do not converge and of last stretches, relative to ∫|g|φ.
  private static let errorLimit = 0x1p-32
  /// The greatest number of halvings, which suffices for a hundred jumps and takes milliseconds.
  private static let halvingLimit = 1 << 12

  private let function: any RealFunction
  /// The evaluation of the initial panels, before any is halved.
  private let start: PanelEvaluation
  private let plan: QuadraturePlan?
  private let divergence: DivergenceAtInfinity?
  private let singularities: [Singularity]
  private let noises: [RoundingNoise]
  /// The most that a continuation beyond an overflow adds to the integral of the square of value or derivative.
  private let continuedMass: Double

  /// Prepares the integration of a function of the catalogue.
  ///
  /// - Parameter breakpoints: Places that must not lie inside a panel. Those outside the range have no effect.
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

  /// Whether the function planned its own quadrature.
  var isPlanned: Bool { plan != nil }

  /// The range of the values at the nodes; nil if the function is not bounded or did not plan its quadrature.
  var valueRange: ClosedRange<Double>? {
    guard let plan, singularities.isEmpty, !plan.isUndefinedSomewhere else { return nil }
    return start.valueRange
  }

  /// The nodes for functions without breakpoints, or with one at zero.
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

  /// An integrand in the form for panels and in the form for last stretches.
  struct Integrand {
    let kind: Singularity.Integrand
    /// Estimates the integral over each panel of an evaluation.
    let estimates: (PanelEvaluation) -> [PanelEvaluation.Estimate]
  }

  /// Computes the integrals ∫ g(x) φ(x) dx of several integrands, whose panels are refined together.
  ///
  /// - Returns: One result per integrand. It is exactly 0 if it cannot be distinguished from 0 relative to ∫|g|φ, as
  ///   for odd functions.
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
      // Convergence is relative to the sizes, which become more precise with every round.
      for index in totals.indices {
        totals[index].size = estimates[index].reduce(totals[index].settledSize) { $0 + $1.size }
        if !totals[index].size.isFinite { totals[index].hasFailed = true }
      }
      var next: [QuadraturePanel] = []
      for (place, panel) in waiting.panels.enumerated() {
        let rough = totals.indices.filter { index in
          !totals[index].hasFailed && !(estimates[index][place].difference <= Self.tolerance * totals[index].size)
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
    return totals.indices.map { result(from: totals[$0], tail: tails[$0], of: integrands[$0].kind) }
  }

  private func result(from total: Total, tail: Double, of integrand: Singularity.Integrand) -> ExactMoment {
    if let plan {
      if plan.isUndefinedSomewhere { return .doesNotExist }
      let divergences = singularities.map { $0.diverges(integrand) }
      if divergences.contains(true) || divergence?.diverges(integrand) == true { return .doesNotExist }
      // By Poincaré's inequality, the mean square of a smooth function exists if that of its derivative does.
      if case .derivativeSquare = integrand, plan.outermostSwitch < 10,
        divergence?.diverges(.square(less: 0)) == true
      {
        return .doesNotExist
      }
      if divergences.contains(nil) { return .undetermined }
      // The continuation beyond an overflow must be negligible.
      guard continuedMass <= Self.errorLimit * total.size else { return .undetermined }
    }
    guard !total.hasFailed, tail <= Self.tolerance * total.settledSize, total.sum.isFinite,
      total.error <= Self.errorLimit * total.settledSize
    else { return .undetermined }
    return .value(total.sum.magnitude <= 4 * Self.tolerance * total.settledSize ? 0 : total.sum)
  }

  /// The partial result for one integral.
  private struct Total {
    /// The integral over the panels that have converged.
    var sum = 0.0
    /// ∫|g|φ over the panels that have converged.
    var settledSize = 0.0
    /// ∫|g|φ over all panels.
    var size = 0.0
    /// The error bound of the sum.
    var error = 0.0
    /// Whether the integral cannot be computed, because its size is not finite.
    var hasFailed = false

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
