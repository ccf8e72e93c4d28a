import PortableMath

/// The logistic function σ(x), whose values lie between 0 and 1.
struct Sigmoid: RealFunction {
  static let entry = CatalogueEntry(
    name: "sigmoid",
    title: "Sigmoid",
    aliases: ["logistic"],
    formula: "1 / (1 + exp(−x))",
    references: ["P.-F. Verhulst: Recherches mathématiques sur la loi d'accroissement de la population, 1845"]
  ) { _ in Sigmoid() }

  var streamedFunction: StreamedFunction? { .sigmoid }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.sigmoid(x) }

  /// The derivative σ(x) · (1 − σ(x)), where 1 − σ(x) is computed as σ(−x) to avoid cancellation.
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.sigmoid(x) * Real.sigmoid(-x) }

  /// The second derivative −σ′(x) · tanh(x/2), in which nothing cancels.
  func secondDerivative(at x: Double) -> Double { -derivative(at: x) * Double.tanh(x / 2) }
}
