import Numerals
import PortableMath

extension AxisTicks {
  /// Chooses the ticks of a logarithmic axis: major ticks at powers of ten and minor ticks at their multiples from 2 to 9.
  ///
  /// This is matplotlib 3.11's `LogLocator` and `LogFormatterSciNotation`. There are minor ticks if every decade has a
  /// major tick, and they have labels if the axis has at most one major tick.
  ///
  /// - Parameters:
  ///   - limits: Both ends of the axis, which are positive.
  ///   - count: The largest number of major ticks, at least two.
  ///   - labelsFewMinor: Whether only the first and the last minor tick may have labels.
  package init(logarithmicIn limits: ClosedRange<Double>, count: Int, labelsFewMinor: Bool) {
    func isShown(_ value: Double) -> Bool {
      value.isFinite && value >= limits.lowerBound * (1 - 1e-10) && value <= limits.upperBound * (1 + 1e-10)
    }
    let decades = Self.decades(in: limits)
    let (exponents, stride) = Self.majorExponents(in: decades, count: count)
    let major = exponents.map { PowerOfTen.scaled(1, by: $0) }.filter(isShown)

    var minor: [Double] = []
    if decades.count < 10, stride == 1 {
      let all = (decades.lowerBound - 1)..<decades.upperBound
      minor = all.clamped(to: Range(PowerOfTen.exponents)).flatMap { decade in
        (2...9).map { PowerOfTen.scaled(Double($0), by: decade) }
      }.filter(isShown)
      if decades.count + minor.count <= 1 {
        minor = TickLocator(intervals: 9).ticks(in: limits).visibleValues.filter { isShown($0) && !major.contains($0) }
      }
    }

    let isWide = Double.log10(limits.upperBound) - Double.log10(limits.lowerBound) > 0.4
    func label(_ index: Int) -> String {
      let isLabelled =
        decades.count <= 1 && (!labelsFewMinor || index == 0 || index == minor.count - 1)
        && (!isWide || [1, 2, 3, 4, 6, 10].contains(Self.coefficient(of: minor[index]).rounded()))
      return isLabelled ? Self.label(of: minor[index]) : ""
    }
    let ticks =
      major.map { Tick(value: $0, label: Self.label(of: $0)) }
      + minor.indices.map { Tick(value: minor[$0], label: label($0), isMinor: true) }
    self.init(ticks: ticks.sorted { $0.value < $1.value })
  }

  /// Returns the exponents of the powers of ten between the limits.
  private static func decades(in limits: ClosedRange<Double>) -> Range<Int> {
    let decade = PowerOfTen.decade(of: limits.lowerBound)
    // A limit a few roundings above a power of ten counts as that power.
    let first = limits.lowerBound <= PowerOfTen.value(decade) * (1 + 0x1p-51) ? decade : decade + 1
    return first..<max(PowerOfTen.decade(of: limits.upperBound) + 1, first)
  }

  /// Returns the exponents of the major ticks and their distance, as `LogLocator.tick_values` derives them.
  private static func majorExponents(in decades: Range<Int>, count limit: Int) -> (exponents: [Int], stride: Int) {
    let available = decades.count
    guard available > 1 else { return (Array(decades), 1) }
    var stride = available / (limit + 1) + 1
    let count = min((available + stride - 1) / stride, limit)
    // The largest stride that gives this count if rounded up or, where there is none, if rounded down.
    stride = (available - 1) / (count - 1)
    if stride * count < available { stride = available / count }
    // Ticks are at multiples of the stride where that leaves the count as it is.
    let offsets = max(available - stride * count, 0)..<min(available - stride * (count - 1), stride)
    let aligned = (-decades.lowerBound % stride + stride) % stride
    let first = decades.lowerBound + (offsets.contains(aligned) ? aligned : offsets.lowerBound)
    return (Array(Swift.stride(from: first, to: decades.upperBound, by: stride)), stride)
  }

  /// Returns the number from 1 to 10 whose product with a power of ten is the value.
  private static func coefficient(of value: Double) -> Double {
    let decade = PowerOfTen.decade(of: value)
    // The smallest powers are subnormal, with few digits.
    return decade < -290 ? value * 1e30 / PowerOfTen.value(decade + 30) : value / PowerOfTen.value(decade)
  }

  /// Returns a text such as `10⁻³` or `2×10⁵`.
  package static func label(of value: Double) -> String {
    let digits = String(coefficient(of: value), decimals: 5).trimmingZeros
    let power = "10" + String(PowerOfTen.decade(of: value)).map { Self.superscripts[$0] ?? $0 }
    return digits == "1" ? power : "\(digits)×\(power)"
  }

  private static let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
}
