import Activations
import PortableMath

/// A division of an interval into panels over each of which a function is a polynomial of the degree 15 to full precision.
///
/// No breakpoint lies inside a panel. The products of two such functions are integrated by the Gauss-Legendre rule of 16 points
/// in each panel to full precision.
struct ResolvedPanels {
  /// The ends of the panels in increasing order.
  let bounds: [Double]
  /// Whether the function is finite and resolved in all panels.
  let isComplete: Bool

  /// The greatest number of panels.
  private static let limit = 2_048
  private static let rule = QuadratureRule(legendre: 16)
  /// The places within a panel, as shares of its width, at which the polynomial is compared with the function.
  private static let probes = [0.0171, 0.1379, 0.3333, 0.5203, 0.7411, 0.9127, 0.9871]

  /// Divides an interval.
  ///
  /// - Parameters:
  ///   - breakpoints: The places where the function is not smooth.
  ///   - negligible: An error that does not matter.
  init(
    of function: any RealFunction, over interval: ClosedRange<Double>, splittingAt breakpoints: [Double],
    negligible: Double = 0
  ) {
    var cuts = breakpoints.filter { interval.lowerBound < $0 && $0 < interval.upperBound }
    var whole = interval.lowerBound.rounded(.up)
    while whole < interval.upperBound {
      cuts.append(whole)
      whole += 1
    }
    cuts += [interval.lowerBound, interval.upperBound]
    cuts = Set(cuts).sorted()
    var waiting = Array(zip(cuts, cuts.dropFirst()).reversed())
    var bounds = [interval.lowerBound]
    var isComplete = true
    while let (lower, upper) = waiting.popLast() {
      let middle = lower + (upper - lower) / 2
      let isFull = bounds.count + waiting.count >= Self.limit
      if Self.isResolved(function, from: lower, to: upper, negligible: negligible) || middle <= lower || middle >= upper
        || isFull
        || upper - lower < 0x1p-30
      {
        isComplete = isComplete && !isFull && function.value(at: middle).isFinite
        bounds.append(upper)
      } else {
        waiting += [(middle, upper), (lower, middle)]
      }
    }
    (self.bounds, self.isComplete) = (bounds, isComplete)
  }

  /// Whether the polynomial through the nodes of the rule agrees with the function elsewhere in the panel.
  private static func isResolved(
    _ function: any RealFunction, from lower: Double, to upper: Double, negligible: Double
  ) -> Bool {
    let (centre, radius) = (lower + (upper - lower) / 2, (upper - lower) / 2)
    let nodes = rule.nodes.flatMap { lanes in lanes.indices.map { lanes[$0] } }
    let values = nodes.map { function.value(at: centre + radius * $0) }
    let size = values.reduce(0) { max($0, $1.magnitude) }
    guard size.isFinite else { return false }
    return probes.allSatisfy { probe in
      let x = 2 * probe - 1
      // Barycentric interpolation; the weights of Gauss-Legendre nodes are those of QuadratureRule times 1 − x², rooted.
      var (above, below) = (0.0, 0.0)
      for (index, node) in nodes.enumerated() {
        let weight = barycentricWeights[index] / (x - node)
        above += weight * values[index]
        below += weight
      }
      return (above / below - function.value(at: centre + radius * x)).magnitude <= max(0x1p-46 * size, negligible)
    }
  }

  /// (−1)ⁱ √((1 − x²) w) for the nodes x in decreasing order and their weights w (H. Wang, S. Xiang: On the convergence rates of
  /// Legendre approximation, 2012), in the order of the rule.
  private static let barycentricWeights: [Double] = {
    let nodes = rule.nodes.flatMap { lanes in lanes.indices.map { lanes[$0] } }
    let weights = rule.weights.flatMap { lanes in lanes.indices.map { lanes[$0] } }
    let ranks = nodes.map { node in nodes.count { $0 > node } }
    return nodes.indices.map { index in
      let magnitude = ((1 - nodes[index] * nodes[index]) * weights[index]).squareRoot()
      return ranks[index] % 2 == 0 ? magnitude : -magnitude
    }
  }()
}
