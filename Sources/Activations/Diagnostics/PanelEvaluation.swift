import PortableMath

/// A function and its derivative at the nodes of two rules of quadrature in some panels.
///
/// Evaluated in bulk and once, for whatever is to be integrated of them.
struct PanelEvaluation {
  /// What is known at eight nodes.
  struct Point {
    let value: Lanes
    let derivative: Lanes
    /// √φ, whose square does not underflow before an integrand gets large.
    let rootDensity: Lanes
  }

  /// What two rules say of one integral over one panel.
  struct Estimate {
    /// By the finer rule.
    let fine: Double
    /// ∫|g| by the finer rule.
    let size: Double
    /// Between the two rules.
    let difference: Double
  }

  let panels: [QuadraturePanel]
  /// At the nodes of the coarse rule and of the fine one in each panel, panel after panel; and so are the others.
  private let rootDensities: [Lanes]
  private let values: [Lanes]
  private let derivatives: [Lanes]

  private static let coarseRule = QuadratureRule(lobatto: 7)
  private static let fineRule = QuadratureRule(legendre: 16)
  /// (2π)^(−¼).
  private static let rootDensityAtZero = 0.63161877774606470129

  init(of function: any RealFunction, in panels: [QuadraturePanel]) {
    let rules = Self.coarseRule.nodes + Self.fineRule.nodes
    var places: [Lanes] = []
    places.reserveCapacity(panels.count * rules.count)
    for panel in panels {
      // An end itself may belong to the piece beyond it.
      let (lower, upper) = (Lanes(panel.lower.nextUp), Lanes(panel.upper.nextDown))
      let (centre, radius) = (Lanes(panel.centre), Lanes(panel.radius))
      for nodes in rules { places.append(Lanes.min(Lanes.max(centre + radius * nodes, lower), upper)) }
    }
    self.panels = panels
    rootDensities = places.map { x in Lanes(Self.rootDensityAtZero) * Lanes.exp(Lanes(-0.25) * x * x) }
    var (values, derivatives) = (places, places)
    values.withUnsafeMutableBufferPointer { function.replaceByValues($0) }
    derivatives.withUnsafeMutableBufferPointer { function.replaceByDerivatives($0) }
    (self.values, self.derivatives) = (values, derivatives)
  }

  /// ∫g over each panel.
  func estimates(of integrand: (Point) -> Lanes) -> [Estimate] {
    let (coarse, fine) = (Self.coarseRule.weights, Self.fineRule.weights)
    return panels.indices.map { index in
      let start = index * (coarse.count + fine.count)
      let roughly = sums(of: integrand, from: start, weighing: coarse)
      let exactly = sums(of: integrand, from: start + coarse.count, weighing: fine)
      let radius = panels[index].radius
      let (rough, exact) = (radius * roughly.sum, radius * exactly.sum)
      return Estimate(fine: exact, size: radius * exactly.size, difference: (exact - rough).magnitude)
    }
  }

  /// The weighted sums of g and |g| over the nodes of one rule in one panel.
  private func sums(
    of integrand: (Point) -> Lanes, from start: Int, weighing weights: [Lanes]
  ) -> (sum: Double, size: Double) {
    var (sum, size) = (Lanes(0), Lanes(0))
    for (offset, weights) in weights.enumerated() {
      let place = start + offset
      let point = Point(
        value: values[place], derivative: derivatives[place], rootDensity: rootDensities[place])
      let term = weights * integrand(point)
      sum = sum + term
      size = size + Lanes.abs(term)
    }
    return (Self.sum(of: sum), Self.sum(of: size))
  }

  /// Always in the same order.
  private static func sum(of lanes: Lanes) -> Double { lanes.indices.reduce(0) { $0 + lanes[$1] } }
}
