import PortableMath

/// The nodes and weights of a quadrature rule on −1…1.
///
/// The nodes are zeros of Legendre polynomials or of their derivatives, found by Newton's method. Nodes and weights
/// follow from basic operations alone, so that they are the same bits on every machine. The formulas are 25.4.29 and
/// 25.4.32 of Abramowitz and Stegun, Handbook of Mathematical Functions.
struct QuadratureRule: Sendable {
  /// The nodes, eight at a time, the positive ones before their mirror images.
  let nodes: [Lanes]
  /// The weights in the order of `nodes`; they sum to 2.
  let weights: [Lanes]

  /// Makes the Gauss-Legendre rule, which is exact for polynomials of degree 2n − 1, the highest possible with n nodes.
  ///
  /// - Parameter order: The number n of nodes.
  init(legendre order: Int) {
    self.init(order: order) { index in
      // The zeros of P_n are near cos(π(i + ¾) / (n + ½)).
      var x = Double.cos(Double.pi * (Double(index) + 0.75) / (Double(order) + 0.5))
      for _ in 0..<Self.steps {
        let (value, slope) = Self.legendre(x, degree: order)
        x -= value / slope
      }
      let slope = Self.legendre(x, degree: order).slope
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }

  /// Makes the Lobatto rule, whose outermost nodes are the ends −1 and 1. It is exact for polynomials of degree 2n − 3.
  ///
  /// - Parameter order: The number n of nodes.
  init(lobatto order: Int) {
    let degree = order - 1
    self.init(order: order) { index in
      // The zeros of (1 − x²) P′, with P of degree n − 1, are near cos(πi / (n − 1)).
      var x = index == 0 ? 1 : Double.cos(Double.pi * Double(index) / Double(degree))
      if index > 0 {
        for _ in 0..<Self.steps {
          let (value, slope) = Self.legendre(x, degree: degree)
          // Legendre's equation is (1 − x²) P″ = 2x P′ − m(m + 1) P.
          let bend = (2 * x * slope - Double(degree * (degree + 1)) * value) / (1 - x * x)
          x -= slope / bend
        }
      }
      let value = Self.legendre(x, degree: degree).value
      return (x, 2 / (Double(order * degree) * value * value))
    }
  }

  /// The number of Newton steps. It is ample, because the number of correct digits doubles with each step.
  private static let steps = 8

  /// Makes a symmetric rule.
  ///
  /// - Parameter node: Gives the nodes that are not negative, in decreasing order, with their weights.
  private init(order: Int, node: (Int) -> (x: Double, weight: Double)) {
    precondition(order >= 2, "A quadrature rule has at least two nodes.")
    let positive = (0..<order / 2).map(node)
    var all = positive + positive.map { (-$0.x, $0.weight) }
    if order % 2 == 1 { all.append((0, node(order / 2).weight)) }
    // The last eight are filled up with nodes of weight 0.
    while all.count % 8 != 0 { all.append((0, 0)) }
    let starts = stride(from: 0, to: all.count, by: 8)
    nodes = starts.map { start in Lanes((0..<8).map { all[start + $0].x }) }
    weights = starts.map { start in Lanes((0..<8).map { all[start + $0].weight }) }
  }

  /// The Legendre polynomial P(x) and, within −1…1, its derivative P′(x), by k P_k = (2k − 1) x P_{k−1} − (k − 1)
  /// P_{k−2} and (x² − 1) P′ = n (x P_n − P_{n−1}).
  private static func legendre(_ x: Double, degree: Int) -> (value: Double, slope: Double) {
    var (previous, current) = (1.0, x)
    for k in stride(from: 2, through: degree, by: 1) {
      let next = (Double(2 * k - 1) * x * current - Double(k - 1) * previous) / Double(k)
      (previous, current) = (current, next)
    }
    return (current, Double(degree) * (x * current - previous) / (x * x - 1))
  }
}

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
