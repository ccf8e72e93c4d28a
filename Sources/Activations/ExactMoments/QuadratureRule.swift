import PortableMath

/// Nodes and weights of a rule of quadrature on −1…1.
///
/// The nodes are found by Newton's iteration on Legendre's polynomials and follow, like the weights, from basic operations
/// alone: the same bits on every machine. Formulas are those of Abramowitz and Stegun, Handbook of Mathematical Functions,
/// 25.4.29 and 25.4.32.
struct QuadratureRule: Sendable {
  /// Eight at a time, the positive half before its mirror image.
  let nodes: [Lanes]
  /// In the order of `nodes`; they sum to 2.
  let weights: [Lanes]

  /// Gauss and Legendre's rule: of all rules of so many nodes the most exact, to polynomials of degree 2n − 1.
  ///
  /// - Parameter order: The number n of nodes.
  init(legendre order: Int) {
    self.init(order: order) { index in
      // The zeros of P_n, near to cos(π(i + ¾) / (n + ½)).
      var x = Double.cos(Double.pi * (Double(index) + 0.75) / (Double(order) + 0.5))
      for _ in 0..<Self.steps {
        let (value, slope) = Self.legendre(x, degree: order)
        x -= value / slope
      }
      let slope = Self.legendre(x, degree: order).slope
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }

  /// Lobatto's rule, whose outermost nodes are the ends −1 and 1: exact to polynomials of degree 2n − 3.
  ///
  /// - Parameter order: The number n of nodes.
  init(lobatto order: Int) {
    let degree = order - 1
    self.init(order: order) { index in
      // The zeros of (1 − x²) P′, P being of degree n − 1, near to cos(πi / (n − 1)).
      var x = index == 0 ? 1 : Double.cos(Double.pi * Double(index) / Double(degree))
      if index > 0 {
        for _ in 0..<Self.steps {
          let (value, slope) = Self.legendre(x, degree: degree)
          // Legendre's equation: (1 − x²) P″ = 2x P′ − m(m + 1) P.
          let bend = (2 * x * slope - Double(degree * (degree + 1)) * value) / (1 - x * x)
          x -= slope / bend
        }
      }
      let value = Self.legendre(x, degree: degree).value
      return (x, 2 / (Double(order * degree) * value * value))
    }
  }

  /// More than enough: the right digits double with each step, from two or one.
  private static let steps = 8

  /// - Parameter node: The nodes that are not negative, from the greatest down, with their weights.
  private init(order: Int, node: (Int) -> (x: Double, weight: Double)) {
    precondition(order >= 2, "A rule of quadrature has two nodes at least.")
    let positive = (0..<order / 2).map(node)
    var all = positive + positive.map { (-$0.x, $0.weight) }
    if order % 2 == 1 { all.append((0, node(order / 2).weight)) }
    // Nodes without weight fill the last eight.
    while all.count % 8 != 0 { all.append((0, 0)) }
    let starts = stride(from: 0, to: all.count, by: 8)
    nodes = starts.map { start in Lanes((0..<8).map { all[start + $0].x }) }
    weights = starts.map { start in Lanes((0..<8).map { all[start + $0].weight }) }
  }

  /// P(x) and, within −1…1, P′(x), by k P_k = (2k − 1) x P_{k−1} − (k − 1) P_{k−2} and (x² − 1) P′ = n (x P_n − P_{n−1}).
  private static func legendre(_ x: Double, degree: Int) -> (value: Double, slope: Double) {
    var (previous, current) = (1.0, x)
    for k in stride(from: 2, through: degree, by: 1) {
      let next = (Double(2 * k - 1) * x * current - Double(k - 1) * previous) / Double(k)
      (previous, current) = (current, next)
    }
    return (current, Double(degree) * (x * current - previous) / (x * x - 1))
  }
}
