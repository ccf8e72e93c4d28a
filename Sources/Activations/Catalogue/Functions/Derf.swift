import PortableMath

/// The dynamic error function, which stands in place of a normalization layer. The defaults are the values at which
/// training begins.
struct Derf: RealFunction {
  static let entry = CatalogueEntry(
    name: "derf",
    title: "Derf",
    aliases: ["dynamic-erf"],
    formula: "gamma · erf(alpha · x + s) + beta",
    parameters: [
      Parameter(name: "alpha", defaultValue: 0.5, range: Parameter.customaryRange),
      Parameter(name: "s", defaultValue: 0, range: Parameter.customaryRange),
      Parameter(name: "gamma", defaultValue: 1, range: Parameter.customaryRange),
      Parameter(name: "beta", defaultValue: 0, range: Parameter.customaryRange),
    ],
    references: ["M. Chen, T. Lu, J. Zhu, M. Sun, Z. Liu: Stronger normalization-free transformers, 2025"]
  ) { Derf(alpha: $0[0], shift: $0[1], gamma: $0[2], beta: $0[3]) }

  // 2/√π.
  private static let peak = 1.1283791670955125738961589031215

  let alpha: Double
  let shift: Double
  let gamma: Double
  let beta: Double

  var constantPieces: [ClosedRange<Double>] { alpha == 0 || gamma == 0 ? [-.infinity...(.infinity)] : [] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    Real(gamma) * Real.erf(Real(alpha) * x + Real(shift)) + Real(beta)
  }

  /// The derivative gamma · alpha · 2/√π · exp(−(alpha · x + s)²).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let argument = Real(alpha) * x + Real(shift)
    return Real(gamma * alpha * Self.peak) * Real.exp(-(argument * argument))
  }

  /// The second derivative, which is the first times −2 · alpha · (alpha · x + s).
  func secondDerivative(at x: Double) -> Double {
    let slope = derivative(at: x)
    // The slope underflows before the factor overflows.
    return slope == 0 ? 0 : -2 * alpha * (alpha * x + shift) * slope
  }
}
