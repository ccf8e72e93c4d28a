import PortableMath

/// The input multiplied by log(1 + σ(x)), so that the slope on the right is log 2.
struct Logish: RealFunction {
  static let entry = CatalogueEntry(
    name: "logish",
    title: "Logish",
    formula: "x · log(1 + 1 / (1 + exp(−x)))",
    references: [
      "H. Zhu, H. Zeng, J. Liu, X. Zhang: Logish: a new nonlinear nonmonotonic activation function for convolutional neural network, 2021"
    ]
  ) { _ in Logish() }

  /// The place of the minimum.
  var pieceBounds: [Double] { [-1.3724541370256921] }

  func value<Real: PortableReal>(at x: Real) -> Real { x * Real.log1p(Real.sigmoid(x)) }

  /// The derivative log(1 + σ(x)) + x · σ(x) · σ(−x) / (1 + σ(x)).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let gate = Real.sigmoid(x)
    // The slope underflows before x overflows.
    return Real.log1p(gate) + x * (gate * Real.sigmoid(-x) / (Real(1) + gate))
  }

  /// The second derivative: twice the slope s of the factor, and x times its second derivative s · (σ(−x) − σ(x) − s).
  func secondDerivative(at x: Double) -> Double {
    let (gate, rest) = (Double.sigmoid(x), Double.sigmoid(-x))
    let slope = gate * rest / (1 + gate)
    return slope == 0 ? 0 : slope * (2 + x * (rest - gate - slope))
  }
}
