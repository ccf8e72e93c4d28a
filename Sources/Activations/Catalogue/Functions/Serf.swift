import PortableMath

/// The input multiplied by the error function of its softplus: like Mish, with erf in place of tanh.
struct Serf: RealFunction {
  static let entry = CatalogueEntry(
    name: "serf",
    title: "Serf",
    aliases: ["log-softplus-error"],
    formula: "x · erf(log(1 + exp(x)))",
    references: [
      "S. Nag, M. Bhattacharyya: SERF: towards better training of deep neural networks using log-softplus error activation function, 2021"
    ]
  ) { _ in Serf() }

  // 2/√π.
  private static let peak = 1.1283791670955125738961589031215

  /// The place of the minimum.
  var pieceBounds: [Double] { [-1.1930599689281880] }

  func value<Real: PortableReal>(at x: Real) -> Real { x * Real.erf(Real.softplus(x)) }

  /// The derivative erf(s) + x · 2/√π · exp(−s²) · σ(x), with s = softplus(x).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let softplus = Real.softplus(x)
    let slope = Real(Self.peak) * Real.exp(-(softplus * softplus)) * Real.sigmoid(x)
    // The slope underflows before x overflows.
    return Real.erf(softplus) + x * slope
  }

  /// The second derivative: twice the slope of the factor, and x times its second derivative, which is the slope times
  /// σ(−x) − 2 · s · σ(x).
  func secondDerivative(at x: Double) -> Double {
    let (softplus, gate) = (Double.softplus(x), Double.sigmoid(x))
    let slope = Self.peak * Double.exp(-(softplus * softplus)) * gate
    return slope == 0 ? 0 : slope * (2 + x * (Double.sigmoid(-x) - 2 * softplus * gate))
  }
}
