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
  /// At each node; and so are the others.
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

  /// From the least to the greatest value at any node; nil where one is not finite.
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

  /// ∫g over each panel. The integrand is made part of the loop, at eight nodes a time.
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

  /// The weighted sums of g and |g| over the nodes of one rule in one panel.
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

  /// Always in the same order.
  private static func sum(of lanes: Lanes) -> Double { lanes.indices.reduce(0) { $0 + lanes[$1] } }
}
