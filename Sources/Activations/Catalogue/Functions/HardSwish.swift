import PortableMath

/// The piecewise Swish: 0, then a parabola, then the identity.
struct HardSwish: RealFunction {
  static let entry = CatalogueEntry(
    name: "hard-swish",
    title: "Hard swish",
    aliases: ["hardswish", "hard_swish", "hard-silu"],
    formula: "x · min(max(x + 3, 0), 6) / 6",
    references: ["A. Howard et al.: Searching for MobileNetV3, 2019"]
  ) { _ in HardSwish() }

  var breakpoints: [Breakpoint] { [Breakpoint(.kink, at: -3), Breakpoint(.kink, at: 3)] }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...(-3)] }

  /// The place of the minimum.
  var pieceBounds: [Double] { [-1.5] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let parabola = x * (x + Real(3)) / Real(6)
    return Real.select(x .<= Real(-3), Real(0), Real.select(x .>= Real(3), x, parabola))
  }

  /// The derivative, which at both kinks is that of the outer piece.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let line = x / Real(3) + Real(0.5)
    return Real.select(x .<= Real(-3), Real(0), Real.select(x .>= Real(3), Real(1), line))
  }

  /// The second derivative, which at both kinks is that of the outer piece.
  func secondDerivative(at x: Double) -> Double { x > -3 && x < 3 ? 1.0 / 3 : 0 }
}
