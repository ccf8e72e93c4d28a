import PortableMath

/// The input multiplied by tanh(log(1 + σ(x))), so that the slope on the right is 3/5.
///
/// With g = σ(x) and p = g · (g + 2), tanh(log(1 + g)) is ((1 + g)² − 1) / ((1 + g)² + 1) = p / (p + 2), in which nothing
/// cancels.
struct Smish: RealFunction {
  static let entry = CatalogueEntry(
    name: "smish",
    title: "Smish",
    formula: "x · tanh(log(1 + 1 / (1 + exp(−x))))",
    references: [
      "X. Wang, H. Ren, A. Wang: Smish: a novel activation function for deep learning methods, 2022"
    ]
  ) { _ in Smish() }

  /// The place of the minimum.
  var pieceBounds: [Double] { [-1.3945193019245041] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let gate = Real.sigmoid(x)
    let numerator = gate * (gate + Real(2))
    return x * (numerator / (numerator + Real(2)))
  }

  /// The derivative p / (p + 2) + x · 4 · (1 + g) · g · σ(−x) / (p + 2)².
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let gate = Real.sigmoid(x)
    let numerator = gate * (gate + Real(2))
    let denominator = numerator + Real(2)
    let slope = Real(4) * (Real(1) + gate) * (gate * Real.sigmoid(-x)) / (denominator * denominator)
    // The slope underflows before x overflows.
    return numerator / denominator + x * slope
  }

  /// The second derivative: twice the slope of the factor, and x times its second derivative.
  ///
  /// The latter is the slope times its logarithmic derivative σ(−x) − g + g · σ(−x) · (1 / (1 + g) − 4 · (1 + g) / (p + 2)).
  func secondDerivative(at x: Double) -> Double {
    let (gate, rest) = (Double.sigmoid(x), Double.sigmoid(-x))
    let denominator = gate * (gate + 2) + 2
    let slope = 4 * (1 + gate) * (gate * rest) / (denominator * denominator)
    guard slope > 0 else { return 0 }
    let bend = rest - gate + gate * rest * (1 / (1 + gate) - 4 * (1 + gate) / denominator)
    return slope * (2 + x * bend)
  }
}
