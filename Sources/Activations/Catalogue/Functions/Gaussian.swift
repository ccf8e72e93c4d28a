import PortableMath

/// The bell curve exp(−x²) of radial basis functions.
struct Gaussian: RealFunction {
  static let entry = CatalogueEntry(
    name: "gaussian",
    title: "Gaussian",
    aliases: ["gauss"],
    formula: "exp(−x²)",
    references: ["D. S. Broomhead, D. Lowe: Multivariable functional interpolation and adaptive networks, 1988"]
  ) { _ in Gaussian() }

  /// The place of the maximum.
  var pieceBounds: [Double] { [0] }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.exp(-(x * x)) }

  /// The derivative −2x · exp(−x²).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    // The exponential underflows before x overflows.
    Real(-2) * Real.exp(-(x * x)) * x
  }

  /// The second derivative (4x² − 2) · exp(−x²).
  func secondDerivative(at x: Double) -> Double {
    let bell = Double.exp(-(x * x))
    return bell == 0 ? 0 : bell * (4 * x * x - 2)
  }
}
