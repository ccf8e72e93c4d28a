import PortableMath

/// The square of the rectified linear unit, whose derivative is continuous.
struct SquaredReLU: RealFunction {
  static let entry = CatalogueEntry(
    name: "squared-relu",
    title: "Squared ReLU",
    aliases: ["relu-squared", "relu2"],
    formula: "max(0, x)²",
    references: ["D. R. So et al.: Primer: searching for efficient transformers for language modeling, 2021"]
  ) { _ in SquaredReLU() }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...0] }

  var pieceBounds: [Double] { [0] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let rectified = Real.select(x .<= Real(0), Real(0), x)
    return rectified * rectified
  }

  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.select(x .<= Real(0), Real(0), x + x) }

  /// The second derivative, which jumps at zero.
  func secondDerivative(at x: Double) -> Double { x <= 0 ? 0 : 2 }
}
