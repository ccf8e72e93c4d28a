import PortableMath

/// The inverse square root unit: a sigmoid function by arithmetic and one root, with the limits ±1/√alpha.
///
/// With t = √alpha · |x|, numerator and denominator are divided by t where it is above 1, so that no square overflows.
struct ISRU: RealFunction {
  static let entry = CatalogueEntry(
    name: "isru",
    title: "ISRU",
    aliases: ["inverse-square-root-unit"],
    formula: "x / √(1 + alpha · x²)",
    parameters: [Parameter(name: "alpha", defaultValue: 1, range: 0...1e6)],
    references: [
      "B. Carlile, G. Delamarter, P. Kinney, A. Marti, B. Whitney: Improving deep learning by inverse square root linear units (ISRLUs), 2017"
    ]
  ) { ISRU(alpha: $0[0]) }

  let alpha: Double

  func value<Real: PortableReal>(at x: Real) -> Real {
    let scale = alpha.squareRoot()
    let (root, isFar) = root(over: Real(scale) * Real.abs(x))
    let limit = Real(1 / scale)
    return Real.select(isFar, Real.select(x .> Real(0), limit, -limit), x) / root
  }

  /// The derivative 1 / √(1 + alpha · x²)³.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let inverse = inverseRoot(at: x)
    return inverse * inverse * inverse
  }

  /// The second derivative −3 · alpha · x / √(1 + alpha · x²)⁵.
  func secondDerivative(at x: Double) -> Double {
    let square = inverseRoot(at: x) * inverseRoot(at: x)
    return -3 * alpha * value(at: x) * (square * square)
  }

  private func inverseRoot<Real: PortableReal>(at x: Real) -> Real {
    let scaled = Real(alpha.squareRoot()) * Real.abs(x)
    let (root, isFar) = root(over: scaled)
    return Real.select(isFar, Real(1) / scaled, Real(1)) / root
  }

  /// The root √(1 + t²), divided by t where t is above 1.
  private func root<Real: PortableReal>(over scaled: Real) -> (value: Real, isFar: Real.Mask) {
    let ratio = Real.min(scaled, Real(1)) / Real.max(scaled, Real(1))
    return (Real.sqrt(Real(1) + ratio * ratio), scaled .> Real(1))
  }
}
