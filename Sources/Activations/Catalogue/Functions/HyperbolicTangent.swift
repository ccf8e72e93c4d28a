import PortableMath

/// The hyperbolic tangent, whose values lie between −1 and 1.
package struct HyperbolicTangent: RealFunction {
  static let entry = CatalogueEntry(
    name: "tanh",
    title: "Tanh",
    aliases: ["hyperbolic-tangent"],
    formula: "tanh(x)",
    references: ["Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller: Efficient BackProp, 1998"]
  ) { _ in HyperbolicTangent() }

  package var streamedFunction: StreamedFunction? { .tanh }

  package func value<Real: PortableReal>(at x: Real) -> Real { Real.tanh(x) }

  /// The derivative 1 / cosh²(x), written in terms of exp(−2|x|). It keeps all digits in the tails, where 1 − tanh²(x)
  /// loses them.
  package func derivative<Real: PortableReal>(at x: Real) -> Real {
    let decay = Real.exp(Real(-2) * Real.abs(x))
    let sum = Real(1) + decay
    return Real(4) * decay / (sum * sum)
  }

  /// The second derivative −2 · tanh(x) / cosh²(x).
  package func secondDerivative(at x: Double) -> Double { -2 * Double.tanh(x) * derivative(at: x) }
}
