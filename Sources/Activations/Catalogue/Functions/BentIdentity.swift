import PortableMath

/// The identity with a bend at zero: its slope grows from 1/2 to 3/2.
///
/// With m = |x|, the term (√(m² + 1) − 1) / 2 is m/2 times a factor between 0 and 1, in which nothing cancels.
struct BentIdentity: RealFunction {
  static let entry = CatalogueEntry(
    name: "bent-identity",
    title: "Bent identity",
    formula: "(√(x² + 1) − 1) / 2 + x",
    references: [
      "V. Kunc, J. Kléma: Three decades of activations: a comprehensive survey of 400 activation functions for neural networks, 2024"
    ]
  ) { _ in BentIdentity() }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let magnitude = Real.abs(x)
    let (root, ratio) = root(over: magnitude)
    // (√(m² + 1) − 1) / m = m / (√(m² + 1) + 1), beyond 1 divided by m above and below.
    let isFar = magnitude .> Real(1)
    let factor = Real.select(isFar, Real(1), magnitude) / (root + Real.select(isFar, ratio, Real(1)))
    return x * (Real(1) + Real(0.5) * Real.select(x .> Real(0), factor, -factor))
  }

  /// The derivative 1 + x / (2 · √(x² + 1)).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let magnitude = Real.abs(x)
    let numerator = Real.select(magnitude .> Real(1), Real.select(x .> Real(0), Real(1), Real(-1)), x)
    return Real(1) + Real(0.5) * (numerator / root(over: magnitude).value)
  }

  /// The second derivative 1 / (2 · √(x² + 1)³).
  func secondDerivative(at x: Double) -> Double {
    let (root, ratio) = root(over: x.magnitude)
    let inverse = x.magnitude > 1 ? ratio / root : 1 / root
    return 0.5 * (inverse * inverse * inverse)
  }

  /// The root √(m² + 1) divided by the larger of m and 1, and the ratio of the smaller to the larger.
  private func root<Real: PortableReal>(over magnitude: Real) -> (value: Real, ratio: Real) {
    let ratio = Real.min(magnitude, Real(1)) / Real.max(magnitude, Real(1))
    return (Real.sqrt(Real(1) + ratio * ratio), ratio)
  }
}
