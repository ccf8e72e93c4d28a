/// The distance between two ticks: 1, 2, 2.5 or 5 times a power of ten.
struct TickStep: Hashable {
  /// 10, 20, 25 or 50.
  let tenths: Int
  /// The step is `tenths` · 10^(`exponent` − 1).
  let exponent: Int
  /// The step as a double, with the roundings that matplotlib's product of a mantissa and a power of ten has.
  let value: Double

  /// An integer times the step times a power of ten, rounded once.
  func multiple(_ index: Double, shiftedBy power: Int) -> Double {
    PowerOfTen.scaled(index * Double(tenths), by: exponent - 1 + power)
  }

  /// The steps to choose from, increasing, from a tenth of the power of ten up to 20 times it.
  static func staircase(around decade: Int) -> [TickStep] {
    let scale = PowerOfTen.value(decade)
    let tenths = [10, 20, 25, 50]
    let below = tenths.map { TickStep(tenths: $0, exponent: decade - 1, value: 0.1 * (Double($0) / 10) * scale) }
    let within = tenths.map { TickStep(tenths: $0, exponent: decade, value: Double($0) / 10 * scale) }
    let above = [10, 20].map { TickStep(tenths: $0, exponent: decade + 1, value: Double($0) * scale) }
    return below + within + above
  }
}
