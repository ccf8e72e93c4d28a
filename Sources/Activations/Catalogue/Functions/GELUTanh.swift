import PortableMath

/// The Gaussian error linear unit with the normal distribution approximated by a hyperbolic tangent.
///
/// With u = √(2/π) · (x + 0.044715 x³), the factor (1 + tanh(u)) / 2 is σ(2u), which does not cancel on the left.
struct GELUTanh: RealFunction {
  static let entry = CatalogueEntry(
    name: "gelu-tanh",
    title: "GELU (tanh)",
    aliases: ["gelutanh", "gelu_tanh"],
    formula: "x / 2 · (1 + tanh(√(2 / π) · (x + 0.044715 · x³)))",
    references: ["D. Hendrycks, K. Gimpel: Gaussian error linear units (GELUs), 2016"]
  ) { _ in GELUTanh() }

  private static let cubic = 0.044715
  // 2 · √(2/π).
  private static let scale = 1.5957691216057307117597842397375

  /// The place of the minimum.
  var pieceBounds: [Double] { [-0.75246142207101626] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    x * Real.sigmoid(argument(at: x).value)
  }

  /// The derivative σ(2u) + x · 2u′ · σ(2u) · σ(−2u).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let argument = argument(at: x)
    let gate = Real.sigmoid(argument.value)
    return gate + x * (gate * Real.sigmoid(-argument.value)) * argument.slope
  }

  /// The second derivative σ′(v) · (2v′ + x · (v″ − v′² · tanh(v/2))), with v = 2u.
  func secondDerivative(at x: Double) -> Double {
    let argument = argument(at: x)
    let slope = Double.sigmoid(argument.value) * Double.sigmoid(-argument.value)
    guard slope > 0 else { return 0 }
    let bend = Self.scale * 6 * Self.cubic * x
    return slope
      * (2 * argument.slope + x * (bend - argument.slope * argument.slope * Double.tanh(argument.value / 2)))
  }

  /// The argument 2u and its derivative. Beyond ±30 the sigmoid is 0 or 1 to the last bit; x is clamped there, so that
  /// no power of it overflows.
  private func argument<Real: PortableReal>(at x: Real) -> (value: Real, slope: Real) {
    let held = Real.select(x .> Real(30), Real(30), Real.select(x .< Real(-30), Real(-30), x))
    let square = held * held
    let value = Real(Self.scale) * held * (Real(1) + Real(Self.cubic) * square)
    return (value, Real(Self.scale) * (Real(1) + Real(3 * Self.cubic) * square))
  }
}
