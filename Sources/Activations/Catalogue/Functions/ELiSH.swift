import PortableMath

/// The exponential linear unit multiplied by the sigmoid: Swish on the right.
///
/// On the left, the second factor of the derivative is exp(x) + (exp(x) − 1) · σ(−x) = exp(x) + tanh(x/2).
struct ELiSH: RealFunction {
  static let entry = CatalogueEntry(
    name: "elish",
    title: "ELiSH",
    aliases: ["exponential-linear-squashing"],
    formula: "x · σ(x) where x > 0, else (exp(x) − 1) · σ(x)",
    references: ["M. Basirat, P. M. Roth: The quest for the golden activation function, 2018"]
  ) { _ in ELiSH() }

  /// The place of the minimum, and zero, where the formula changes.
  var pieceBounds: [Double] { [-0.88137358701954302, 0] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .> Real(0), x, Real.expm1(x)) * Real.sigmoid(x)
  }

  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let left = Real.exp(Real.min(x, Real(0))) + Real.tanh(Real(0.5) * x)
    return Real.sigmoid(x) * Real.select(x .> Real(0), Real(1) + x * Real.sigmoid(-x), left)
  }

  /// The second derivative, which jumps at zero from 1 to 1/2.
  func secondDerivative(at x: Double) -> Double {
    let (gate, rest) = (Double.sigmoid(x), Double.sigmoid(-x))
    // On the right that of Swish, whose slope underflows before the factor overflows.
    if x > 0 { return rest == 0 ? 0 : gate * rest * (2 - x * Double.tanh(x / 2)) }
    let exponential = Double.exp(x)
    return gate * (rest * (exponential + Double.tanh(x / 2)) + exponential + 2 * gate * rest)
  }
}
