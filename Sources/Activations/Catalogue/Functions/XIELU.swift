import PortableMath

/// The expanded integral of the exponential linear unit: a parabola on the right, and an exponential and a line on the
/// left, whose derivative is continuous.
///
/// The parameters are those that a network applies. A trained one stores others, from which it computes these by
/// softplus. Transformers holds the exponent at −10⁻⁶ or below, which changes values by at most alphaN · 10⁻⁶.
struct XIELU: RealFunction {
  static let entry = CatalogueEntry(
    name: "xielu",
    title: "xIELU",
    aliases: ["expanded-integral-of-elu"],
    formula: "beta · x + (alphaP · x² where x > 0, else alphaN · (exp(x) − 1 − x))",
    parameters: [
      Parameter(name: "alphaP", defaultValue: 0.8, range: Parameter.customaryRange),
      Parameter(name: "alphaN", defaultValue: 0.8, range: Parameter.customaryRange),
      Parameter(name: "beta", defaultValue: 0.5, range: Parameter.customaryRange),
    ],
    references: ["A. H. Huang, I. Schlag: Deriving activation functions using integration, 2024"]
  ) { XIELU(alphaP: $0[0], alphaN: $0[1], beta: $0[2]) }

  let alphaP: Double
  let alphaN: Double
  let beta: Double

  var constantPieces: [ClosedRange<Double>] {
    switch (alphaP == 0 && beta == 0, alphaN == 0 && beta == 0) {
    case (true, true): [-.infinity...(.infinity)]
    case (true, false): [0...(.infinity)]
    case (false, true): [-.infinity...0]
    case (false, false): []
    }
  }

  /// Zero, where the formula changes, and the extrema of the parabola and of the exponential side.
  var pieceBounds: [Double] {
    let left = Double.log1p(-beta / alphaN)
    let right = -beta / (2 * alphaP)
    return (left < 0 && left.isFinite ? [left] : []) + [0] + (right > 0 && right.isFinite ? [right] : [])
  }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let right = x * (Real(alphaP) * x + Real(beta))
    let slope = beta - alphaN
    let line = slope == 0 ? Real(0) : Real(slope) * x
    return Real.select(x .> Real(0), right, Real(alphaN) * Real.expm1(x) + line)
  }

  /// The derivative 2 · alphaP · x + beta on the right, and alphaN · (exp(x) − 1) + beta on the left.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let bend = Real.select(x .> Real(0), Real(2 * alphaP) * x, Real(alphaN) * Real.expm1(x))
    return bend + Real(beta)
  }

  /// The second derivative, which jumps at zero unless alphaN is twice alphaP.
  func secondDerivative(at x: Double) -> Double { x > 0 ? 2 * alphaP : alphaN * Double.exp(x) }
}
