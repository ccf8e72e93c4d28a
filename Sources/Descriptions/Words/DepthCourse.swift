/// How a standard deviation changes along the layers that a signal or a gradient passes.
struct DepthCourse {
  enum Kind {
    /// All numbers are the same, but for rounding.
    case constant(Double)
    /// No number is less than the one before it.
    case rising
    /// No number is greater than the one before it.
    case falling
    case other
  }

  /// The numbers up to the first one that is not finite, in the order in which the layers are passed.
  let values: [Double]
  /// Whether a number is not finite.
  let isCutOff: Bool
  let kind: Kind

  /// Numbers that differ less count as the same.
  private static let tolerance = 1e-6

  init(of numbers: [Double]) {
    let end = numbers.firstIndex { !$0.isFinite } ?? numbers.count
    values = Array(numbers[..<end])
    isCutOff = end < numbers.count
    guard let least = values.min(), let greatest = values.max() else {
      kind = .other
      return
    }
    let steps = zip(values, values.dropFirst())
    if greatest - least <= Self.tolerance * greatest {
      kind = .constant(values[values.count - 1])
    } else if steps.allSatisfy({ $1 >= $0 * (1 - 1e-9) }) {
      kind = .rising
    } else if steps.allSatisfy({ $1 <= $0 * (1 + 1e-9) }) {
      kind = .falling
    } else {
      kind = .other
    }
  }

  /// The index of the first number from which on all are 0; nil if the last is not.
  var vanishing: Int? {
    guard values.last == 0 else { return nil }
    return values.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
  }

  /// The index of the first number from which on all are within a thousandth of the last; nil if that is one of the last third,
  /// or there are few numbers, so that they may still change.
  var settling: Int? {
    guard let last = values.last, last > 0, !isCutOff, values.count > 5 else { return nil }
    let start = values.lastIndex { ($0 - last).magnitude > 1e-3 * last }.map { $0 + 1 } ?? 0
    return 3 * start <= 2 * values.count ? start : nil
  }
}
