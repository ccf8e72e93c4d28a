import PortableMath

/// The exponential function, its own derivative.
package struct Exponential: RealFunction {
  static let entry = CatalogueEntry(
    name: "exponential",
    title: "Exponential",
    aliases: ["exp"],
    formula: "exp(x)",
    references: ["Keras: keras.activations.exponential"]
  ) { _ in Exponential() }

  package func value<Real: PortableReal>(at x: Real) -> Real { Real.exp(x) }

  package func derivative<Real: PortableReal>(at x: Real) -> Real { Real.exp(x) }

  package func secondDerivative(at x: Double) -> Double { Double.exp(x) }
}
