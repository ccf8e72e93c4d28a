import PortableMath

/// The rectified linear unit: 0 for negative inputs, the identity for others.
struct ReLU: RealFunction {
  static let entry = CatalogueEntry(
    name: "relu",
    title: "ReLU",
    aliases: ["rectifier", "rectified-linear"],
    formula: "max(0, x)",
    references: ["V. Nair, G. E. Hinton: Rectified linear units improve restricted Boltzmann machines, 2010"]
  ) { _ in ReLU() }

  var breakpoints: [Breakpoint] { [Breakpoint(.kink, at: 0)] }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...0] }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.select(x .<= Real(0), Real(0), x) }

  /// The derivative, which is zero at the kink.
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.select(x .<= Real(0), Real(0), Real(1)) }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
