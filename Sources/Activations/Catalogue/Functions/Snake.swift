import PortableMath

/// The identity plus a periodic term, for learning periodic functions. It is monotonic.
struct Snake: RealFunction {
  static let entry = CatalogueEntry(
    name: "snake",
    title: "Snake",
    formula: "x + sin²(a · x) / a",
    parameters: [Parameter(name: "a", defaultValue: 1, range: Parameter.customaryRange, excluded: [0])],
    references: [
      "L. Ziyin, T. Hartwig, M. Ueda: Neural networks fail to learn periodic functions and how to fix it, 2020"
    ]
  ) { Snake(a: $0[0]) }

  let a: Double

  func value<Real: PortableReal>(at x: Real) -> Real {
    let sine = Real.sin(Real(a) * x)
    return x + sine * sine / Real(a)
  }

  /// The derivative 1 + sin(2ax), computed as (sin(ax) + cos(ax))², which keeps its digits near its zeros.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let angle = Real(a) * x
    let sum = Real.sin(angle) + Real.cos(angle)
    return sum * sum
  }

  /// The second derivative 2a · cos(2ax).
  func secondDerivative(at x: Double) -> Double { 2 * a * Double.cos(2 * a * x) }
}
