/// The leaky rectified linear unit whose slope is learned by the network; here the slope is a parameter.
enum PReLU {
  static let entry = CatalogueEntry(
    name: "prelu",
    title: "PReLU",
    aliases: ["parametric-relu"],
    formula: "x where x > 0, else weight · x",
    parameters: [Parameter(name: "weight", defaultValue: 0.25, range: Parameter.customaryRange)],
    references: ["K. He, X. Zhang, S. Ren, J. Sun: Delving deep into rectifiers, 2015"]
  ) { LeakyReLU(negativeSlope: $0[0]) }
}
