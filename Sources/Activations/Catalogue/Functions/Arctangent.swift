import PortableMath

/// The arctangent, a sigmoid function with the limits ±π/2.
struct Arctangent: RealFunction {
  static let entry = CatalogueEntry(
    name: "arctan",
    title: "Arctan",
    aliases: ["arctangent", "arcus-tangent"],
    formula: "atan(x)",
    references: ["J. Kamruzzaman, S. M. Aziz: A note on activation function in multilayer feedforward learning, 2002"]
  ) { _ in Arctangent() }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.atan(x) }

  /// The derivative 1 / (1 + x²).
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real(1) / (Real(1) + x * x) }

  /// The second derivative −2x / (1 + x²)².
  func secondDerivative(at x: Double) -> Double {
    let slope = derivative(at: x)
    return -2 * slope * slope * x
  }
}
