import PortableMath

/// The input multiplied by tanh(softplus(x)): smooth, and like Swish slightly negative left of zero.
///
/// With e = exp(x), tanh(log(1 + e)) is a ratio of polynomials, ((1 + e)² − 1) / ((1 + e)² + 1). Where x is positive,
/// both are divided by e². What remains are sums of positive terms in exp(−|x|), so that nothing overflows or cancels.
struct Mish: RealFunction {
  static let entry = CatalogueEntry(
    name: "mish",
    title: "Mish",
    formula: "x · tanh(log(1 + exp(x)))",
    references: ["D. Misra: Mish: a self regularized non-monotonic activation function, 2019"]
  ) { _ in Mish() }

  /// The place of the minimum.
  var pieceBounds: [Double] { [-1.1924312145154955] }

  var streamedFunction: StreamedFunction? { .mish }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let (gate, _) = Self.gate(at: x)
    return x * gate
  }

  /// The derivative tanh(s) + x · σ(x) / cosh²(s), with s = softplus(x).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let (gate, slope) = Self.gate(at: x)
    return gate + x * slope
  }

  /// The second derivative: twice the slope of the factor, and x times its second derivative.
  func secondDerivative(at x: Double) -> Double {
    let (slope, bend) = Self.bend(at: x)
    return slope == 0 ? 0 : 2 * slope + x * bend
  }

  /// The factor tanh(softplus(x)) and its derivative.
  fileprivate static func gate<Real: PortableReal>(at x: Real) -> (value: Real, slope: Real) {
    let decay = Real.exp(-Real.abs(x))
    let square = decay * decay
    let isPositive = x .> Real(0)
    // The numerator, and the denominator as its sum with another term: on the left e² + 2e and 2, on the right 1 + 2/e
    // and 2/e².
    let numerator = Real.select(isPositive, Real(1) + Real(2) * decay, square + Real(2) * decay)
    let denominator = numerator + Real(2) * Real.select(isPositive, square, Real(1))
    // σ(x) / cosh²(s) = 4e(1 + e) / ((1 + e)² + 1)²; on the right both numerator and denominator are multiplied by e⁻⁴.
    let slopeNumerator = Real(4) * (Real(1) + decay) * Real.select(isPositive, square, decay)
    return (numerator / denominator, slopeNumerator / (denominator * denominator))
  }

  /// The derivative of the factor tanh(softplus(x)) and its second derivative.
  ///
  /// With w = 1 + exp(x), the second is the first times 1 + (w − 1)(1 − 3w²) / (w · (w² + 1)). Where x is positive,
  /// numerator and denominator are divided by exp(3x).
  fileprivate static func bend(at x: Double) -> (slope: Double, bend: Double) {
    let slope = gate(at: x).slope
    let decay = Double.exp(-x.magnitude)
    let (w, square) = (1 + decay, decay * decay)
    let ratio =
      x > 0
      ? (square - 3 * w * w) / (w * (w * w + square)) : decay * (1 - 3 * w * w) / (w * (w * w + 1))
    return (slope, slope * (1 + ratio))
  }
}

/// The factor of Mish, tanh(softplus(x)), which takes one exponential in place of three functions and is as accurate.
///
/// From 20 on, where PyTorch's softplus is the identity, both are 1 to the last bit.
package struct TanhOfSoftplus: RealFunction {
  package init() {}

  package func value<Real: PortableReal>(at x: Real) -> Real { Mish.gate(at: x).value }
  package func derivative<Real: PortableReal>(at x: Real) -> Real { Mish.gate(at: x).slope }
  package func secondDerivative(at x: Double) -> Double { Mish.bend(at: x).bend }
}
