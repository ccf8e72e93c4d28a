import PortableMath

/// A sigmoid function that approaches its limits −1 and 1 as slowly as 1 / x approaches 0.
struct Softsign: RealFunction {
  static let entry = CatalogueEntry(
    name: "softsign",
    title: "Softsign",
    aliases: ["soft-sign"],
    formula: "x / (1 + |x|)",
    references: [
      "J. Bergstra, G. Desjardins, P. Lamblin, Y. Bengio: Quadratic polynomials learn better image features, 2009"
    ]
  ) { _ in Softsign() }

  var pieceBounds: [Double] { [0] }

  func value<Real: PortableReal>(at x: Real) -> Real { x / (Real(1) + Real.abs(x)) }

  /// The derivative 1 / (1 + |x|)², which is continuous at zero.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let shrinkage = Real(1) / (Real(1) + Real.abs(x))
    return shrinkage * shrinkage
  }

  /// The second derivative −2 · sign(x) / (1 + |x|)³, which jumps at zero, where it is given as 0.
  func secondDerivative(at x: Double) -> Double {
    let shrinkage = 1 / (1 + x.magnitude)
    return x == 0 ? 0 : (x < 0 ? 2 : -2) * shrinkage * shrinkage * shrinkage
  }
}
