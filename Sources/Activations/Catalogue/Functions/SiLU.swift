/// The sigmoid linear unit, which is Swish with beta 1.
enum SiLU {
  static let entry = CatalogueEntry(
    name: "silu",
    title: "SiLU",
    aliases: ["sigmoid-linear", "sigmoid-linear-unit"],
    formula: "x · σ(x)",
    references: [
      "S. Elfwing, E. Uchibe, K. Doya: Sigmoid-weighted linear units for neural network function approximation, 2017"
    ]
  ) { _ in Swish(beta: 1) }
}
