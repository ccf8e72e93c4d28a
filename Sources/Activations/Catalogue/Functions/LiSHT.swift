import PortableMath

/// The input multiplied by its hyperbolic tangent: an even function, and a smooth form of the absolute value.
struct LiSHT: RealFunction {
  static let entry = CatalogueEntry(
    name: "lisht",
    title: "LiSHT",
    aliases: ["linearly-scaled-hyperbolic-tangent"],
    formula: "x · tanh(x)",
    references: [
      "S. K. Roy, S. Manna, S. R. Dubey, B. B. Chaudhuri: LiSHT: non-parametric linearly scaled hyperbolic tangent activation function for neural networks, 2019"
    ]
  ) { _ in LiSHT() }

  /// The place of the minimum.
  var pieceBounds: [Double] { [0] }

  func value<Real: PortableReal>(at x: Real) -> Real { x * Real.tanh(x) }

  /// The derivative tanh(x) + x / cosh²(x), whose terms have the same sign.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.tanh(x) + x * HyperbolicTangent().derivative(at: x)
  }

  /// The second derivative 2 · (1 − x · tanh(x)) / cosh²(x).
  func secondDerivative(at x: Double) -> Double {
    let slope = HyperbolicTangent().derivative(at: x)
    // The slope underflows before the factor overflows.
    return slope == 0 ? 0 : 2 * slope * (1 - x * Double.tanh(x))
  }
}
