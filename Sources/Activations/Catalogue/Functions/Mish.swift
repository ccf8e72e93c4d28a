import PortableMath

/// The input gated by tanh(softplus(x)): smooth, and like Swish slightly negative left of zero.
///
/// With e = exp(x), tanh(log(1 + e)) is a ratio of polynomials, ((1 + e)² − 1) / ((1 + e)² + 1); divided by e² where x is
/// positive, it holds nothing but sums of positive terms in decay = exp(−|x|). So nothing overflows or cancels.
struct Mish: RealFunction {
  static let entry = CatalogueEntry(
    name: "mish",
    title: "Mish",
    formula: "x · tanh(log(1 + exp(x)))",
    references: ["D. Misra: Mish: a self regularized non-monotonic activation function, 2019"]
  ) { _ in Mish() }

  /// The minimum.
  var pieceBounds: [Double] { [-1.1924312145154955] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let (gate, _) = Self.gate(at: x)
    return x * gate
  }

  /// tanh(s) + x · σ(x) / cosh²(s), with s = softplus(x).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let (gate, slope) = Self.gate(at: x)
    return gate + x * slope
  }

  /// tanh(softplus(x)) and its derivative.
  fileprivate static func gate<Real: PortableReal>(at x: Real) -> (value: Real, slope: Real) {
    let decay = Real.exp(-Real.abs(x))
    let square = decay * decay
    let isPositive = x .> Real(0)
    // Numerator and denominator less numerator: e² + 2e over 2 on the left, 1 + 2/e over 2/e² on the right.
    let numerator = Real.select(isPositive, Real(1) + Real(2) * decay, square + Real(2) * decay)
    let denominator = numerator + Real(2) * Real.select(isPositive, square, Real(1))
    // σ(x) / cosh²(s) = 4e(1 + e) / ((1 + e)² + 1)², and e⁻⁴ times both sides of that on the right.
    let slopeNumerator = Real(4) * (Real(1) + decay) * Real.select(isPositive, square, decay)
    return (numerator / denominator, slopeNumerator / (denominator * denominator))
  }
}

/// The gate of Mish, tanh(softplus(x)): one exponential in place of three functions, and as accurate. From 20 on, where
/// PyTorch's softplus gives way to the identity, both are one to the last bit.
package struct TanhOfSoftplus: RealFunction {
  package init() {}

  package func value<Real: PortableReal>(at x: Real) -> Real { Mish.gate(at: x).value }
  package func derivative<Real: PortableReal>(at x: Real) -> Real { Mish.gate(at: x).slope }
}
