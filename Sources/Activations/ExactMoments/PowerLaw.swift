import PortableMath

/// The power law A + B · hᵃ that a quantity follows at a distance h on one side of a place, or A + B · log h if a is 0.
///
/// It is written as first + step · s(h / reach), where s is 0 at the distance `reach` and 1 at half of it.
struct PowerLaw {
  /// The exponent a.
  let exponent: Double
  /// The quantity at the distance `reach`.
  let first: Double
  /// The difference between the quantity at half the distance and `first`.
  let step: Double
  /// Whether the quantity is finite and follows such a law.
  let isKnown: Bool

  /// Fits the law to a quantity.
  ///
  /// - Parameters:
  ///   - reach: The distance, a power of two, at which the law holds exactly.
  ///   - limit: The greatest distance at which the quantity is evaluated to find the exponent.
  init(of quantity: (Double) -> Double, at place: Double, side: Double, reach: Double, limit: Double) {
    func value(_ distance: Double) -> Double { quantity(place + side * distance) }
    first = value(reach)
    let (second, third) = (value(reach / 2), value(reach / 4))
    step = second - first
    guard first.isFinite, second.isFinite, third.isFinite else {
      // Growth up to infinity is faster than any power. A quantity that is infinite everywhere does not grow.
      (exponent, isKnown) = (first.isInfinite && value(limit).isFinite ? -.infinity : .nan, false)
      return
    }
    // If the change is no greater than rounding errors, the quantity is smooth.
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

  /// Estimates the exponent from the steps between halved distances, each of which is 2⁻ᵃ times the one before, and
  /// takes the estimates that agree best.
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

  /// Whether the integral of the quantity, or of its square, up to the place diverges; nil if that cannot be decided.
  func diverges(power: Double) -> Bool? {
    if exponent == -.infinity { return true }
    guard isKnown else { return nil }
    let total = power * exponent
    if total <= -1 + 0x1p-20 { return true }
    return total >= -1 + 0x1p-7 ? false : nil
  }

  /// The integral over the last stretch of the quantity minus an offset, or of the square of that difference.
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
