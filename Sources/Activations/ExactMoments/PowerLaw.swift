import PortableMath

/// How a quantity behaves on one side of a place: like A + B · hᵃ at the distance h, or like A + B · log h where a is 0.
///
/// Written as first + step · s(h / reach), where s is 0 at the distance `reach` and 1 at half of it.
struct PowerLaw {
  /// The exponent a.
  let exponent: Double
  /// At the distance `reach`.
  let first: Double
  /// What is added at half the distance.
  let step: Double
  /// Whether the quantity is finite, and follows such a law.
  let isKnown: Bool

  /// - Parameters:
  ///   - reach: The distance, a power of two, at which the law is to hold exactly.
  ///   - limit: How far off the quantity may be looked at to find the exponent.
  init(of quantity: (Double) -> Double, at place: Double, side: Double, reach: Double, limit: Double) {
    func value(_ distance: Double) -> Double { quantity(place + side * distance) }
    first = value(reach)
    let (second, third) = (value(reach / 2), value(reach / 4))
    step = second - first
    guard first.isFinite, second.isFinite, third.isFinite else {
      // Growing into infinity is faster than any power; being infinite all along is no growth.
      (exponent, isKnown) = (first.isInfinite && value(limit).isFinite ? -.infinity : .nan, false)
      return
    }
    // Where nothing is to be seen beside rounding, the quantity is smooth.
    guard step.magnitude > 0x1p-44 * first.magnitude, third != second else {
      (exponent, isKnown) = (1, true)
      return
    }
    var values: [Double] = []
    var distance = limit
    while distance >= reach / 16 {
      values.append(value(distance))
      distance /= 2
    }
    let found = Self.exponent(of: values)
    exponent = found.exponent
    isKnown = found.error < 1e-3
  }

  /// From steps between halved distances, each of which is 2⁻ᵃ times the one before; the estimates that agree best.
  private static func exponent(of values: [Double]) -> (exponent: Double, error: Double) {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    let exponents = zip(steps, steps.dropFirst()).map { -Double.log($1 / $0) / 0.6931471805599453 }
    var best = (exponent: Double.nan, error: Double.infinity)
    for index in exponents.indices.dropFirst(2) {
      let (first, second, third) = (exponents[index - 2], exponents[index - 1], exponents[index])
      let error = max((third - second).magnitude, (second - first).magnitude)
      if error <= best.error { best = (third, error) }
    }
    return best
  }

  /// Whether ∫ of the quantity, or of its square, up to the place diverges; nil where it is too near to tell.
  func diverges(power: Double) -> Bool? {
    if exponent == -.infinity { return true }
    guard isKnown else { return nil }
    let total = power * exponent
    if total <= -1 + 0x1p-20 { return true }
    return total >= -1 + 0x1p-7 ? false : nil
  }

  /// ∫ over the reach of the quantity less an offset, or of the square of that, and at which share of the reach its
  /// weight lies.
  func integral(power: Int, less offset: Double, reach: Double) -> Double {
    // ∫s = −q / (a + 1) and ∫s² = 2q² / ((2a + 1)(a + 1)) over 0…1, with q = a / (2⁻ᵃ − 1).
    let a = exponent
    let q = a == 0 ? -1 / 0.6931471805599453 : a / Double.expm1(-a * 0.6931471805599453)
    let value = first - offset
    let linear = -q / (a + 1)
    if power == 1 { return reach * (value + step * linear) }
    return reach * (value * value + 2 * value * step * linear + step * step * 2 * q * q / ((2 * a + 1) * (a + 1)))
  }
}
