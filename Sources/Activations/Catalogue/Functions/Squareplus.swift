import PortableMath

/// A smooth approximation of the rectified linear unit by arithmetic and one root: a hyperbola with the same
/// asymptotes.
///
/// With r = √(x² + b), the value (x + r) / 2 is max(x, 0) + b / (2(r + |x|)), in which nothing cancels on the left.
struct Squareplus: RealFunction {
  static let entry = CatalogueEntry(
    name: "squareplus",
    title: "Squareplus",
    aliases: ["square-plus"],
    formula: "(x + √(x² + b)) / 2",
    parameters: [Parameter(name: "b", defaultValue: 4, range: 0...1e6, excluded: [0])],
    references: ["J. T. Barron: Squareplus: a softplus-like algebraic rectifier, 2021"]
  ) { Squareplus(b: $0[0]) }

  let b: Double

  /// The place where the formula changes its form to avoid cancellation.
  var pieceBounds: [Double] { [0] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let magnitude = Real.abs(x)
    // The halves are added, because twice the largest numbers would overflow.
    let halfSum = Real(0.5) * root(over: magnitude) + Real(0.5) * magnitude
    return Real.max(x, Real(0)) + Real(b / 4) / halfSum
  }

  /// The derivative (1 + x / r) / 2, computed on the left as b / (2r(r + |x|)), and on the right as 1 minus that.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let magnitude = Real.abs(x)
    let root = root(over: magnitude)
    let tail = Real(b / 2) / root / (root + magnitude)
    return Real.select(x .> Real(0), Real(1) - tail, tail)
  }

  /// The second derivative b / (2r³).
  func secondDerivative(at x: Double) -> Double {
    let root = root(over: x.magnitude)
    return b / 2 / root / root / root
  }

  /// The root √(x² + b) with the larger of |x| and √b factored out, so that no square overflows.
  private func root<Real: PortableReal>(over magnitude: Real) -> Real {
    let other = Real(b.squareRoot())
    let larger = Real.max(magnitude, other)
    let ratio = Real.min(magnitude, other) / larger
    return larger * Real.sqrt(Real(1) + ratio * ratio)
  }
}
