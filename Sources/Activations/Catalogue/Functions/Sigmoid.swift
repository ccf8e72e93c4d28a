import PortableMath

/// The logistic function σ(x), from 0 to 1.
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

  /// σ(x) · (1 − σ(x)), with 1 − σ(x) = σ(−x) free of cancellation.
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.sigmoid(x) * Real.sigmoid(-x) }
}
