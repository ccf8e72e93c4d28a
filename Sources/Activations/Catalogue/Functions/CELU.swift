import PortableMath

/// The exponential linear unit whose derivative is continuous for every alpha.
struct CELU: RealFunction {
  static let entry = CatalogueEntry(
    name: "celu",
    title: "CeLU",
    aliases: ["continuously-differentiable-elu"],
    formula: "x where x > 0, else alpha · (exp(x / alpha) − 1)",
    parameters: [Parameter(name: "alpha", defaultValue: 1, range: Parameter.customaryRange, excluded: [0])],
    references: ["J. T. Barron: Continuously differentiable exponential linear units, 2017"]
  ) { CELU(alpha: $0[0]) }

  let alpha: Double

  var pieceBounds: [Double] { [0] }

  var streamedFunction: StreamedFunction? { .exponentialUnit(left: alpha, scale: alpha, leftSlope: 1) }

  func value<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .> Real(0), x, Real(alpha) * Real.expm1(x / Real(alpha)))
  }

  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .> Real(0), Real(1), Real.exp(x / Real(alpha)))
  }

  /// The second derivative; at zero it is that of the negative side.
  func secondDerivative(at x: Double) -> Double { x > 0 ? 0 : Double.exp(x / alpha) / alpha }
}
