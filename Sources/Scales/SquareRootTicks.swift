import Numerals

extension AxisTicks {
  /// Chooses the ticks of an axis of square roots: round numbers at about equal distances along the axis, such as 0, 100,
  /// 500, 1000, 2000 and 3000.
  ///
  /// From one tick to the next, the roundest number in the part of the axis is taken that is 0.8 to 1.5 intervals further,
  /// and of equally round ones that nearest to one interval. An axis whose limits are close together, as their square roots
  /// are almost in proportion to them, has the ticks of a linear axis.
  ///
  /// - Parameters:
  ///   - limits: Both ends of the axis, which are not negative.
  ///   - intervals: The number of intervals between ticks, about which there are.
  package init(squareRootIn limits: ClosedRange<Double>, intervals: Int) {
    guard limits.lowerBound <= limits.upperBound / 4, limits.upperBound > 1e-300 else {
      self.init(linearIn: limits, intervals: intervals)
      return
    }
    let (start, end) = (limits.lowerBound.squareRoot(), limits.upperBound.squareRoot())
    let interval = (end - start) / Double(intervals)
    var numbers: [RoundNumber] = []
    if limits.lowerBound == 0 {
      numbers.append(.zero)
    } else if let first = RoundNumber(from: start, to: start + 0.5 * interval, near: start) {
      numbers.append(first)
    }
    while let last = numbers.last?.value.squareRoot(), last + 0.8 * interval <= end {
      let wanted = min(last + interval, end)
      guard let next = RoundNumber(from: last + 0.8 * interval, to: min(last + 1.5 * interval, end), near: wanted)
      else {
        break
      }
      // The last interval may be too short for a number that is as round as the others.
      let roughest = numbers.lazy.map(\.roughness).max() ?? 0
      if last + 1.5 * interval > end, numbers.count > 1, next.roughness > max(roughest, 3) { break }
      numbers.append(next)
    }
    let isPlain = limits.upperBound < 1e6 && limits.upperBound >= 1e-3
    self.init(
      ticks: numbers.map { number in
        let text = isPlain ? number.text : number.value == 0 ? "0" : AxisTicks.label(of: number.value)
        return Tick(value: number.value, label: text)
      })
  }
}

/// A number of few digits.
private struct RoundNumber {
  package let value: Double
  /// The number of decimals after the point.
  package let decimals: Int
  /// How much the number asks of a reader: 0 for a power of ten, and more for less familiar digits.
  package let roughness: Int

  package static let zero = RoundNumber(value: 0, decimals: 0, roughness: 0)

  /// The digits of numbers in the order of their roughness, each with the same number of digits.
  private static let digits: [(all: [Int], count: Int)] =
    [([1], 1), ([5], 1), ([2], 1), ([3, 4, 6, 8], 1), ([15, 25], 2), ([7, 9], 1)]
    + [(Array(10...99), 2), (Array(100...999), 3)]

  private init(value: Double, decimals: Int, roughness: Int) {
    self.value = value
    self.decimals = decimals
    self.roughness = roughness
  }

  /// Finds the roundest number whose square root is in a range of positive numbers, and of those the nearest to a place;
  /// nil if none of three digits is there.
  package init?(from lower: Double, to upper: Double, near place: Double) {
    guard upper > 0, upper * upper >= .leastNormalMagnitude, upper * upper <= .greatestFiniteMagnitude else {
      return nil
    }
    let decade = PowerOfTen.decade(of: upper * upper)
    for (roughness, digits) in Self.digits.enumerated() {
      var best: RoundNumber?
      for exponent in [decade, decade - 1] where exponent - 2 >= PowerOfTen.exponents.lowerBound {
        let shift = exponent + 1 - digits.count
        for number in digits.all {
          let value = PowerOfTen.scaled(Double(number), by: shift)
          let root = value.squareRoot()
          guard root >= lower, root <= upper else { continue }
          if let best, (best.value.squareRoot() - place).magnitude <= (root - place).magnitude { continue }
          best = RoundNumber(value: value, decimals: max(0, -shift), roughness: roughness)
        }
      }
      if let best {
        self = best
        return
      }
    }
    return nil
  }

  /// The number in decimal digits.
  package var text: String { String(String(value, decimals: decimals).trimmingZeros) }
}
