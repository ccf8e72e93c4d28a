import PortableMath

/// The piecewise Mish: 0, then a parabola, then the identity.
struct HardMish: RealFunction {
  static let entry = CatalogueEntry(
    name: "hard-mish",
    title: "Hard mish",
    aliases: ["h-mish"],
    formula: "x / 2 · min(2, max(0, x + 2))",
    references: ["D. Misra: H-Mish, 2020", "timm: timm.layers.HardMish"]
  ) { _ in HardMish() }

  var breakpoints: [Breakpoint] { [Breakpoint(.kink, at: -2)] }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...(-2)] }

  /// The place of the minimum, and zero, where the formula changes.
  var pieceBounds: [Double] { [-1, 0] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let parabola = Real(0.5) * x * (x + Real(2))
    return Real.select(x .<= Real(-2), Real(0), Real.select(x .>= Real(0), x, parabola))
  }

  /// The derivative, which at the kink is that of the left piece.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .<= Real(-2), Real(0), Real.select(x .>= Real(0), Real(1), x + Real(1)))
  }

  /// The second derivative, which jumps at both ends of the parabola.
  func secondDerivative(at x: Double) -> Double { x > -2 && x < 0 ? 1 : 0 }
}
