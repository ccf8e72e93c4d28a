import PortableMath

/// The input multiplied by its own sigmoid.
struct Swish: RealFunction {
  static let entry = CatalogueEntry(
    name: "swish",
    title: "Swish",
    aliases: ["swish-beta"],
    formula: "x · σ(beta · x)",
    parameters: [Parameter(name: "beta", defaultValue: 1, range: Parameter.customaryRange)],
    references: [
      "S. Elfwing, E. Uchibe, K. Doya: Sigmoid-weighted linear units for neural network function approximation, 2017",
      "P. Ramachandran, B. Zoph, Q. V. Le: Searching for activation functions, 2017",
    ]
  ) { Swish(beta: $0[0]) }

  let beta: Double

  /// The place of the minimum, where u = βx solves 1 + u · σ(−u) = 0.
  var pieceBounds: [Double] { [-1.2784645427610738 / beta] }

  var streamedFunction: StreamedFunction? { .swish(beta: beta) }

  func value<Real: PortableReal>(at x: Real) -> Real { x * Real.sigmoid(Real(beta) * x) }

  /// The derivative σ(βx) + βx · σ(βx) · σ(−βx).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let gate = Real.sigmoid(Real(beta) * x)
    let slope = gate * Real.sigmoid(-(Real(beta) * x))
    // The slope underflows before x overflows. It is multiplied by x first, because beta · x may be infinite.
    return gate + Real(beta) * (x * slope)
  }

  /// The second derivative β · σ′(u) · (2 − u · tanh(u/2)), with u = βx.
  func secondDerivative(at x: Double) -> Double {
    let scaled = beta * x
    let slope = Double.sigmoid(scaled) * Double.sigmoid(-scaled)
    // The slope underflows before the factor overflows.
    return slope == 0 ? 0 : beta * slope * (2 - scaled * Double.tanh(scaled / 2))
  }
}
