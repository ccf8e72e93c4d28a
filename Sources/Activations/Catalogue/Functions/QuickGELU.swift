/// The Gaussian error linear unit with the normal distribution approximated by a logistic one, which is Swish with beta
/// 1.702.
enum QuickGELU {
  static let entry = CatalogueEntry(
    name: "quick-gelu",
    title: "Quick GELU",
    aliases: ["sigmoid-gelu", "gelu-sigmoid"],
    formula: "x · σ(1.702 · x)",
    references: ["D. Hendrycks, K. Gimpel: Gaussian error linear units (GELUs), 2016"]
  ) { _ in Swish(beta: 1.702) }
}
