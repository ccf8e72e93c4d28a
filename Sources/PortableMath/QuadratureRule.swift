/// The nodes and weights of a quadrature rule on −1…1.
///
/// The nodes are zeros of Legendre polynomials or of their derivatives, found by Newton's method. Nodes and weights
/// follow from basic operations alone, so that they are the same bits on every machine. The formulas are 25.4.29 and
/// 25.4.32 of Abramowitz and Stegun, Handbook of Mathematical Functions.
package struct QuadratureRule: Sendable {
  /// The nodes, eight at a time, the positive ones before their mirror images.
  package let nodes: [Lanes]
  /// The weights in the order of `nodes`; they sum to 2.
  package let weights: [Lanes]

  /// Makes the Gauss-Legendre rule, which is exact for polynomials of degree 2n − 1, the highest possible with n nodes.
  ///
  /// - Parameter order: The number n of nodes.
  package init(legendre order: Int) {
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
  package init(lobatto order: Int) {
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
