import Numerals

/// The ticks of one axis and their labels.
package struct AxisTicks {
  /// All ticks in the order of their values.
  package var ticks: [Tick]
  /// What all labels have in common, such as `1e6`; empty if they share nothing.
  package var offsetText = ""

  /// A tick of an axis.
  package struct Tick {
    /// The value in data units.
    package let value: Double
    /// The text at the tick; empty if the tick has none.
    package let label: String
    /// Whether the tick is one of the shorter ones between the major ticks.
    package var isMinor = false
  }
}

extension AxisTicks {
  /// Chooses the ticks of an axis.
  ///
  /// - Parameter intervals: The largest number of intervals between ticks; of a logarithmic axis, of its major ticks.
  package init(in limits: ClosedRange<Double>, on scale: ScaleType, intervals: Int) {
    switch scale {
    case .linear: self.init(linearIn: limits, intervals: intervals)
    case .squareRoot: self.init(squareRootIn: limits, intervals: intervals)
    case .logarithmic:
      self.init(logarithmicIn: limits, count: max(intervals, 2), labelsFewMinor: intervals == 1)
    }
  }
}

extension AxisTicks {
  /// Chooses the ticks of a linear axis.
  package init(linearIn limits: ClosedRange<Double>, intervals: Int) {
    let sequence = TickLocator(intervals: intervals).ticks(in: limits)
    let labels = TickLabels(sequence)
    self.init(
      ticks: zip(sequence.visibleValues, labels.texts).map { Tick(value: $0, label: $1) },
      offsetText: labels.offsetText)
  }
}

/// The labels of a linear axis: all have the same number of decimals, and what they share is given once at its end.
///
/// This is matplotlib's `ScalarFormatter` in its default setting.
package struct TickLabels: Hashable {
  /// The label of each visible tick.
  package let texts: [String]
  /// A common power of ten and a common offset, such as `1e6` or `1e−5+3.2e1`; empty if there is neither.
  package let offsetText: String

  package init(_ sequence: TickSequence) {
    let limits = sequence.limits
    let all = sequence.accumulatedValues
    let inside = all.filter(limits.contains)
    let offset = Self.offset(of: inside)
    let power = Self.power(of: inside, offset: offset, limits: limits)
    let scale = PowerOfTen.value(power)
    let decimals = Self.decimals(for: all, limits: limits, offset: offset, scale: scale)
    texts = all.lazy.filter(sequence.shows).map { value in
      let shown = (value - offset) / scale
      return String(shown.magnitude < 1e-8 ? 0 : shown, decimals: decimals).withMinusSigns
    }
    let factor = power == 0 ? "" : "1e\(power + sequence.exponent)"
    offsetText = (factor + Self.text(forOffset: offset, shiftedBy: sequence.exponent)).withMinusSigns
  }

  /// Returns the leading digits that all ticks have in common if taking them away saves four digits, else 0.
  private static func offset(of ticks: [Double]) -> Double {
    guard let first = ticks.first, let last = ticks.last, first < last, first > 0 || last < 0 else { return 0 }
    let low = min(first.magnitude, last.magnitude)
    let high = max(first.magnitude, last.magnitude)
    func leading(_ x: Double, _ exponent: Int) -> Double { floorQuotient(x, PowerOfTen.value(exponent)) }

    let top = PowerOfTen.decade(of: high) + (PowerOfTen.value(PowerOfTen.decade(of: high)) == high ? 0 : 1)
    let floor = PowerOfTen.exponents.lowerBound
    func largestExponent(where differs: (Int) -> Bool) -> Int {
      var exponent = min(top, PowerOfTen.exponents.upperBound)
      while exponent > floor, !differs(exponent) { exponent -= 1 }
      return exponent + 1
    }
    // The first digit, from the left, in which the smallest and the largest differ.
    var exponent = largestExponent { leading(low, $0) != leading(high, $0) }
    if (high - low) / PowerOfTen.value(exponent) <= 1e-2 {
      // They straddle a round number, as 9.9999 and 10.0001 do: let the leading digits differ by one.
      exponent = largestExponent { leading(high, $0) - leading(low, $0) > 1 }
    }
    let digits = leading(high, exponent)
    guard digits >= 1000 else { return 0 }
    return (first < 0 ? -digits : digits) * PowerOfTen.value(exponent)
  }

  /// Returns the exponent of ten that is taken out of the labels: that of values from 10⁶ up or 10⁻⁵ down, else 0.
  private static func power(of ticks: [Double], offset: Double, limits: ClosedRange<Double>) -> Int {
    let largest = offset != 0 ? limits.upperBound - limits.lowerBound : ticks.map(\.magnitude).max() ?? 0
    guard largest > 0 else { return 0 }
    let decade = PowerOfTen.decade(of: largest)
    return decade <= -5 || decade >= 6 ? decade : 0
  }

  /// Returns the fewest decimals with which each label differs from its tick by less than a thousandth of the decade of the
  /// axis.
  private static func decimals(
    for ticks: [Double], limits: ClosedRange<Double>, offset: Double, scale: Double
  ) -> Int {
    let ends = [limits.lowerBound, limits.upperBound]
    let shown = ticks.map { ($0 - offset) / scale }
    let measured = ticks.count < 2 ? shown + ends.map { ($0 - offset) / scale } : shown
    guard let low = measured.min(), let high = measured.max() else { return 0 }
    var extent = high - low
    if extent == 0 { extent = max(low.magnitude, high.magnitude) }
    if extent == 0 { extent = 1 }
    let decade = PowerOfTen.decade(of: extent)
    let tolerance = 1e-3 * PowerOfTen.value(max(decade, PowerOfTen.exponents.lowerBound))
    func isEnough(_ decimals: Int) -> Bool {
      let unit = PowerOfTen.value(min(decimals, PowerOfTen.exponents.upperBound))
      return shown.allSatisfy { ($0 - ($0 * unit).rounded(.toNearestOrEven) / unit).magnitude < tolerance }
    }
    var decimals = max(0, 3 - decade)
    while decimals >= 0, isEnough(decimals) { decimals -= 1 }
    return decimals + 1
  }

  /// Returns the offset in up to ten digits and with its sign: `+1.234e3`, `-5e−1`.
  private static func text(forOffset offset: Double, shiftedBy power: Int) -> String {
    guard offset != 0 else { return "" }
    let decade = PowerOfTen.decade(of: offset.magnitude)
    let mantissa = String(String(offset.magnitude / PowerOfTen.value(decade), decimals: 9).trimmingZeros)
    let exponent = decade + power
    return (offset < 0 ? "-" : "+") + mantissa + (exponent == 0 ? "" : "e\(exponent)")
  }
}

extension String {
  /// The text without zeros at the end of a fraction, and without a point that nothing follows.
  package var trimmingZeros: Substring {
    guard contains(".") else { return self[...] }
    let digits = self[...].trimmingSuffix { $0 == "0" }
    return digits.last == "." ? digits.dropLast() : digits
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var result = self
    while let last = result.last, predicate(last) { result.removeLast() }
    return result
  }
}
