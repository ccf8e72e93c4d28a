import PortableMath

/// A smooth rectifier of arithmetic and one root: half of a hyperbola whose asymptotes are the rectifier's arms.
///
/// With r = √(x² + b), (x + r) / 2 is max(x, 0) + b / (2(r + |x|)), in which nothing cancels on the left.
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

  /// Where the formula changes its form, so as not to cancel.
  var pieceBounds: [Double] { [0] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let magnitude = Real.abs(x)
    // Halves are added, for twice the largest numbers would overflow.
    let halfSum = Real(0.5) * root(over: magnitude) + Real(0.5) * magnitude
    return Real.max(x, Real(0)) + Real(b / 4) / halfSum
  }

  /// (1 + x / r) / 2: on the left b / (2r(r + |x|)), and on the right what is missing from 1.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let magnitude = Real.abs(x)
    let root = root(over: magnitude)
    let tail = Real(b / 2) / root / (root + magnitude)
    return Real.select(x .> Real(0), Real(1) - tail, tail)
  }

  /// √(x² + b), the larger of |x| and √b taken out, so that no square overflows.
  private func root<Real: PortableReal>(over magnitude: Real) -> Real {
    let other = Real(b.squareRoot())
    let larger = Real.max(magnitude, other)
    let ratio = Real.min(magnitude, other) / larger
    return larger * Real.sqrt(Real(1) + ratio * ratio)
  }
}
