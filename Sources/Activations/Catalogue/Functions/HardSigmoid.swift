import PortableMath

/// The piecewise linear sigmoid: 0, then a line, then 1.
struct HardSigmoid: RealFunction {
  static let entry = CatalogueEntry(
    name: "hard-sigmoid",
    title: "Hard sigmoid",
    aliases: ["hardsigmoid", "hard_sigmoid"],
    formula: "min(max(x + 3, 0), 6) / 6",
    references: [
      "M. Courbariaux, Y. Bengio, J.-P. David: BinaryConnect, 2015",
      "A. Howard et al.: Searching for MobileNetV3, 2019",
    ]
  ) { _ in HardSigmoid() }

  var breakpoints: [Breakpoint] { [Breakpoint(.kink, at: -3), Breakpoint(.kink, at: 3)] }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...(-3), 3...(.infinity)] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let line = (x + Real(3)) / Real(6)
    return Real.select(x .<= Real(-3), Real(0), Real.select(x .>= Real(3), Real(1), line))
  }

  /// The derivative, which is zero at both kinks.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .<= Real(-3), Real(0), Real.select(x .>= Real(3), Real(0), Real(1.0 / 6)))
  }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
