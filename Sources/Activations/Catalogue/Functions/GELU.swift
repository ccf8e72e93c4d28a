import PortableMath

/// The Gaussian error linear unit: the input multiplied by Φ(x), the probability that a normal sample lies below it.
///
/// The derivative computes Φ(x) as erfc(−x/√2) / 2, which unlike (1 + erf(x/√2)) / 2 keeps its digits on the left.
/// There the rounding error of x/√2 is amplified by x², to a relative error of 2e-13 at x = −38, where the value
/// underflows.
struct GELU: RealFunction {
  static let entry = CatalogueEntry(
    name: "gelu",
    title: "GELU",
    aliases: ["gaussian-error-linear-unit", "gelu-erf"],
    formula: "x · Φ(x) = x / 2 · (1 + erf(x / √2))",
    references: ["D. Hendrycks, K. Gimpel: Gaussian error linear units (GELUs), 2016"]
  ) { _ in GELU() }

  // 1/√2.
  private static let inverseRoot = 0.70710678118654752440084436210485
  // 1/√(2π), the normal density at zero.
  private static let peak = 0.39894228040143267793994605993438

  var streamedFunction: StreamedFunction? { .gelu }

  /// The place of the minimum.
  var pieceBounds: [Double] { [-0.75179152469356446] }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.gelu(x) }

  /// The derivative Φ(x) + x · φ(x), with φ(x) = exp(−x²/2) / √(2π).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let density = Real(Self.peak) * Real.exp(Real(-0.5) * x * x)
    return Real(0.5) * Real.erfc(-(Real(Self.inverseRoot) * x)) + x * density
  }

  /// The second derivative φ(x) · (2 − x²).
  func secondDerivative(at x: Double) -> Double {
    let density = Self.peak * Double.exp(-0.5 * x * x)
    // The density underflows before the factor overflows.
    return density == 0 ? 0 : density * (2 - x * x)
  }
}
