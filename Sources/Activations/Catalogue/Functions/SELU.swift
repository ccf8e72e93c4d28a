import PortableMath

/// The scaled exponential linear unit, whose output has mean 0 and variance 1 for standard normal input.
struct SELU: RealFunction {
  static let entry = CatalogueEntry(
    name: "selu",
    title: "SeLU",
    aliases: ["scaled-elu"],
    formula: "1.0507 · (x where x > 0, else 1.6733 · (exp(x) − 1))",
    references: ["G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter: Self-normalizing neural networks, 2017"]
  ) { _ in SELU() }

  // α₀₁ and λ₀₁ of equation 14 of the paper, for the fixed point at mean 0 and variance 1.
  private static let alpha = 1.6732632423543772848170429916717
  private static let scale = 1.0507009873554804934193349852946

  var breakpoints: [Breakpoint] { [Breakpoint(.kink, at: 0)] }

  var streamedFunction: StreamedFunction? {
    .exponentialUnit(right: Self.scale, left: Self.scale * Self.alpha, leftSlope: Self.scale * Self.alpha)
  }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let scale = Real(Self.scale)
    return Real.select(x .> Real(0), scale * x, scale * Real(Self.alpha) * Real.expm1(x))
  }

  /// The derivative, which at the kink is that of the negative side.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let scale = Real(Self.scale)
    return Real.select(x .> Real(0), scale, scale * Real(Self.alpha) * Real.exp(x))
  }

  /// The second derivative on either side of the kink.
  func secondDerivative(at x: Double) -> Double { x > 0 ? 0 : Self.scale * Self.alpha * Double.exp(x) }
}
