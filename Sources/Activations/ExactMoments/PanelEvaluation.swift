import PortableMath

/// The nodes of two quadrature rules in some panels, and the normal density at them, which do not depend on the
/// function.
struct PanelNodes: Sendable {
  /// The panels that the nodes lie in.
  let panels: [QuadraturePanel]
  /// The nodes of the coarse rule and then of the fine rule in each panel, panel after panel.
  let places: [Lanes]
  /// √φ at each node. Its square does not underflow before an integrand becomes large.
  let rootDensities: [Lanes]

  static let coarseRule = QuadratureRule(lobatto: 7)
  static let fineRule = QuadratureRule(legendre: 16)
  /// √φ at zero, which is (2π)^(−¼).
  private static let rootDensityAtZero = 0.63161877774606470129

  init(in panels: [QuadraturePanel]) {
    let rules = Self.coarseRule.nodes + Self.fineRule.nodes
    var places: [Lanes] = []
    places.reserveCapacity(panels.count * rules.count)
    for panel in panels {
      // An end itself may belong to the piece beyond it, so nodes stay strictly inside.
      let (lower, upper) = (Lanes(panel.lower.nextUp), Lanes(panel.upper.nextDown))
      let (centre, radius) = (Lanes(panel.centre), Lanes(panel.radius))
      for nodes in rules { places.append(Lanes.min(Lanes.max(centre + radius * nodes, lower), upper)) }
    }
    self.panels = panels
    self.places = places
    rootDensities = places.map { x in Lanes(Self.rootDensityAtZero) * Lanes.exp(Lanes(-0.25) * x * x) }
  }
}

/// The values of a function and its derivative at the nodes of two quadrature rules in some panels.
///
/// They are evaluated once and in bulk, for all integrands.
struct PanelEvaluation {
  /// The data at eight nodes.
  struct Point {
    let value: Lanes
    let derivative: Lanes
    /// √φ, whose square does not underflow before an integrand becomes large.
    let rootDensity: Lanes
  }

  /// The estimates of one integral over one panel by two rules.
  struct Estimate {
    /// The integral by the fine rule.
    let fine: Double
    /// The integral of the magnitude by the fine rule.
    let size: Double
    /// The magnitude of the difference between the two rules.
    let difference: Double
  }

  /// The panels that the nodes lie in.
  let panels: [QuadraturePanel]
  /// √φ, the values and the derivatives at each node.
  private let rootDensities: [Lanes]
  private let values: [Lanes]
  private let derivatives: [Lanes]

  init(of function: any RealFunction, at nodes: PanelNodes) {
    panels = nodes.panels
    rootDensities = nodes.rootDensities
    var (values, derivatives) = (nodes.places, nodes.places)
    values.withUnsafeMutableBufferPointer { function.replaceByValues($0) }
    derivatives.withUnsafeMutableBufferPointer { function.replaceByDerivatives($0) }
    (self.values, self.derivatives) = (values, derivatives)
  }

  /// The range of the values at the nodes; nil if one is not finite.
  var valueRange: ClosedRange<Double>? {
    guard let first = values.first?[0] else { return nil }
    var (least, greatest) = (first, first)
    for values in values {
      for lane in values.indices {
        guard values[lane].isFinite else { return nil }
        (least, greatest) = (min(least, values[lane]), max(greatest, values[lane]))
      }
    }
    return least...greatest
  }

  /// Estimates the integral over each panel. The integrand is inlined into the loop, which takes eight nodes at a time.
  @inline(__always)
  func estimates(of integrand: (Point) -> Lanes) -> [Estimate] {
    let (coarse, fine) = (PanelNodes.coarseRule.weights, PanelNodes.fineRule.weights)
    return panels.indices.map { index in
      let start = index * (coarse.count + fine.count)
      let roughly = sums(of: integrand, from: start, weighing: coarse)
      let exactly = sums(of: integrand, from: start + coarse.count, weighing: fine)
      let radius = panels[index].radius
      let (rough, exact) = (radius * roughly.sum, radius * exactly.sum)
      return Estimate(fine: exact, size: radius * exactly.size, difference: (exact - rough).magnitude)
    }
  }

  /// The weighted sums of an integrand and of its magnitude over the nodes of one rule in one panel.
  @inline(__always)
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

  /// The sum of the lanes, always in the same order.
  private static func sum(of lanes: Lanes) -> Double { lanes.indices.reduce(0) { $0 + lanes[$1] } }
}
