import PortableMath

/// The identity clamped to an interval.
struct HardTanh: RealFunction {
  static let entry = CatalogueEntry(
    name: "hard-tanh",
    title: "Hard tanh",
    aliases: ["hardtanh", "hard_tanh"],
    formula: "min(max(x, minVal), maxVal)",
    parameters: [
      Parameter(name: "minVal", defaultValue: -1, range: Parameter.customaryRange),
      Parameter(name: "maxVal", defaultValue: 1, range: Parameter.customaryRange),
    ],
    orders: [ParameterOrder("minVal", below: "maxVal")],
    references: ["R. Collobert: Large scale machine learning, 2004"]
  ) { HardTanh(minimum: $0[0], maximum: $0[1]) }

  let minimum: Double
  let maximum: Double

  var breakpoints: [Breakpoint] { [Breakpoint(.kink, at: minimum), Breakpoint(.kink, at: maximum)] }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...minimum, maximum...(.infinity)] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let (minimum, maximum) = (Real(minimum), Real(maximum))
    return Real.select(x .< minimum, minimum, Real.select(x .> maximum, maximum, x))
  }

  /// The derivative, which is zero at both kinks.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .<= Real(minimum), Real(0), Real.select(x .>= Real(maximum), Real(0), Real(1)))
  }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
