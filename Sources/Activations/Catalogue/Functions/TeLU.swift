import PortableMath

/// The input multiplied by tanh(exp(x)): on the right it approaches the identity faster than any other of its kind.
///
/// With u = exp(x), the factor's derivative is u / cosh²(u). Above x = 8 it underflows, and x is held there, so that u
/// does not overflow.
struct TeLU: RealFunction {
  static let entry = CatalogueEntry(
    name: "telu",
    title: "TeLU",
    aliases: ["tanhexp", "tanh-exponential"],
    formula: "x · tanh(exp(x))",
    references: [
      "X. Liu, X. Di: TanhExp: a smooth activation function with high convergence speed for lightweight neural networks, 2020",
      "A. Fernandez, A. Mali: Stable and robust deep learning by hyperbolic tangent exponential linear unit (TeLU), 2024",
    ]
  ) { _ in TeLU() }

  /// The place of the minimum.
  var pieceBounds: [Double] { [-1.0788600584646241] }

  func value<Real: PortableReal>(at x: Real) -> Real { x * Real.tanh(exponential(at: x)) }

  /// The derivative tanh(u) + x · u / cosh²(u).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let exponential = exponential(at: x)
    return Real.tanh(exponential) + x * (exponential * HyperbolicTangent().derivative(at: exponential))
  }

  /// The second derivative u / cosh²(u) · (2 + x · (1 − 2u · tanh(u))).
  func secondDerivative(at x: Double) -> Double {
    let exponential = exponential(at: x)
    let slope = exponential * HyperbolicTangent().derivative(at: exponential)
    return slope == 0 ? 0 : slope * (2 + x * (1 - 2 * exponential * Double.tanh(exponential)))
  }

  private func exponential<Real: PortableReal>(at x: Real) -> Real { Real.exp(Real.min(x, Real(8))) }
}
