import PortableMath

/// The input gated by tanh(softplus(x)): smooth, and like Swish slightly negative left of zero.
///
/// With e = exp(x), tanh(log(1 + e)) is ((1 + e)² − 1) / ((1 + e)² + 1) = n / (n + 2), n = e(e + 2): one exponential, and
/// nothing that cancels.
struct Mish: RealFunction {
  static let entry = CatalogueEntry(
    name: "mish",
    title: "Mish",
    formula: "x · tanh(log(1 + exp(x)))",
    references: ["D. Misra: Mish: a self regularized non-monotonic activation function, 2019"]
  ) { _ in Mish() }

  /// Beyond it the gate is 1 and its slope nothing to the last bit; held there, no power of e overflows.
  private static let end = 40.0

  func value<Real: PortableReal>(at x: Real) -> Real {
    let e = Real.exp(Real.min(x, Real(Self.end)))
    let n = e * (e + Real(2))
    return x * (n / (n + Real(2)))
  }

  /// g + x · g′ for the gate g = n / (n + 2), with g′ = 2n′ / (n + 2)² and n′ = 2e(e + 1).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let held = Real.min(x, Real(Self.end))
    let e = Real.exp(held)
    let n = e * (e + Real(2))
    let denominator = n + Real(2)
    return (n + held * (Real(4) * e * (e + Real(1)) / denominator)) / denominator
  }
}
