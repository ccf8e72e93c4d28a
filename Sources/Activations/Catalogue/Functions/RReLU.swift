/// The leaky rectified linear unit whose slope is random in training. In evaluation, as here, it is the mean of the
/// bounds.
enum RReLU {
  static let entry = CatalogueEntry(
    name: "rrelu",
    title: "RReLU (evaluation)",
    aliases: ["randomized-relu"],
    formula: "x where x > 0, else (lower + upper) / 2 · x",
    parameters: [
      Parameter(name: "lower", defaultValue: 1.0 / 8, range: Parameter.customaryRange),
      Parameter(name: "upper", defaultValue: 1.0 / 3, range: Parameter.customaryRange),
    ],
    orders: [ParameterOrder("lower", below: "upper", allowsEqual: true)],
    references: [
      "B. Xu, N. Wang, T. Chen, M. Li: Empirical evaluation of rectified activations in convolutional network, 2015"
    ]
  ) { LeakyReLU(negativeSlope: ($0[0] + $0[1]) / 2) }
}
