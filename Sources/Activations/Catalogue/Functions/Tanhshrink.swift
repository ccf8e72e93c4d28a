import PortableMath

/// The difference between the input and its hyperbolic tangent.
struct Tanhshrink: RealFunction {
  static let entry = CatalogueEntry(
    name: "tanhshrink",
    title: "Tanhshrink",
    aliases: ["tanh-shrink"],
    formula: "x − tanh(x)",
    references: ["PyTorch: torch.nn.Tanhshrink"]
  ) { _ in Tanhshrink() }

  /// The value. The two terms cancel near zero, where the absolute error stays within a unit in the last place of x.
  func value<Real: PortableReal>(at x: Real) -> Real { x - Real.tanh(x) }

  /// The derivative 1 − 1 / cosh²(x) = tanh²(x).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let tangent = Real.tanh(x)
    return tangent * tangent
  }

  /// The second derivative 2 · tanh(x) / cosh²(x).
  func secondDerivative(at x: Double) -> Double {
    2 * Double.tanh(x) * HyperbolicTangent().derivative(at: x)
  }
}
