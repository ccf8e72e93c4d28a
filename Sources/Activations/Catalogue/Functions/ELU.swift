import PortableMath

/// A linear unit whose negative side decays exponentially to −alpha.
struct ELU: RealFunction {
  static let entry = CatalogueEntry(
    name: "elu",
    title: "eLU",
    aliases: ["exponential-linear"],
    formula: "x where x > 0, else alpha · (exp(x) − 1)",
    parameters: [Parameter(name: "alpha", defaultValue: 1, range: Parameter.customaryRange)],
    references: [
      "D.-A. Clevert, T. Unterthiner, S. Hochreiter: Fast and accurate deep network learning by exponential linear units, 2015"
    ]
  ) { ELU(alpha: $0[0]) }

  let alpha: Double

  var breakpoints: [Breakpoint] { alpha == 1 ? [] : [Breakpoint(.kink, at: 0)] }

  var constantPieces: [ClosedRange<Double>] { alpha == 0 ? [-.infinity...0] : [] }

  var pieceBounds: [Double] { [0] }

  var streamedFunction: StreamedFunction? { .exponentialUnit(left: alpha, leftSlope: alpha) }

  func value<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .> Real(0), x, Real(alpha) * Real.expm1(x))
  }

  /// The derivative; at zero it is that of the negative side.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .> Real(0), Real(1), Real(alpha) * Real.exp(x))
  }

  /// The second derivative; at zero it is that of the negative side.
  func secondDerivative(at x: Double) -> Double { x > 0 ? 0 : alpha * Double.exp(x) }
}
