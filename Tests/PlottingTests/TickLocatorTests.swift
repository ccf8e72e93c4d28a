import Geometry
import SeededNumbers
import Testing

@testable import Plotting
@testable import Scales

@Suite struct TickLocatorTests {
  @Test(
    "There are fewer ticks if fewer intervals are allowed.",
    arguments: [
      (9, 0.0...1.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
      (5, 0.0...1.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
      (4, 0.0...1.0, [0.0, 0.25, 0.5, 0.75, 1.0]),
      (3, 0.0...1.0, [0.0, 0.5, 1.0]),
      (2, 0.0...1.0, [0.0, 0.5, 1.0]),
      (1, 0.0...1.0, [0.0, 1.0]),
      (9, 0.05...0.35, [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35]),
      (9, -4.77...4.53, [-4.0, -2.0, 0.0, 2.0, 4.0]),
      (1, -0.4...0.9, [0.0, 0.5]),
    ])
  func thereFewerTicks(
    intervals: Int, limits: ClosedRange<Double>, expected: [Double]
  ) {
    #expect(TickLocator(intervals: intervals).ticks(in: limits).visibleValues == expected)
  }

  @Test(
    "A horizontal label is taken to need three ems, a vertical one two lines.",
    arguments: [
      // points, font, orientation, intervals
      (300.0, 10.0, Orientation.horizontal, 9),
      (89.0, 10.0, Orientation.horizontal, 2),
      (90.0, 10.0, Orientation.horizontal, 3),
      (90.0, 10.0, Orientation.vertical, 4),
      (2.0, 10.0, Orientation.vertical, 1),
    ])
  func horizontalLabelTaken(
    length: Double, font: Double, orientation: Orientation, intervals: Int
  ) {
    #expect(TickLocator(length: length, fontSize: font, orientation: orientation).intervals == intervals)
  }

  @Test("Ticks are few, inside the axis and evenly spaced, and their labels give their values.", arguments: 0..<400)
  func ticksFewInside(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let limits = random.limits()
    let intervals = 1 + Int(random.next() % 9)
    let sequence = TickLocator(intervals: intervals).ticks(in: limits)
    let values = sequence.visibleValues
    let labels = TickLabels(sequence)
    let width = limits.upperBound - limits.lowerBound

    #expect(values.count >= 2)
    #expect(values.count <= max(intervals, 4) + 1)
    #expect(labels.texts.count == values.count)
    #expect(Set(labels.texts.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }).count == 1)
    for value in values {
      #expect(value >= limits.lowerBound - 1e-9 * width && value <= limits.upperBound + 1e-9 * width)
    }
    for (low, high) in zip(values, values.dropFirst()) {
      #expect(((high - low) / sequence.step.value - 1).magnitude < 1e-3)
    }
    let (factor, offset) = try #require(reading(labels.offsetText))
    for (value, text) in zip(values, labels.texts) {
      let read = try #require(Double(text.replacingMinus)) * factor + offset
      #expect((read - value).magnitude < 2e-3 * width, "\(text) \(labels.offsetText) stands at \(value)")
    }
  }

  /// Returns the power of ten and the offset in an offset text.
  private func reading(_ text: String) -> (factor: Double, offset: Double)? {
    var rest = text.replacingMinus[...]
    var factor = 1.0
    if rest.hasPrefix("1e") {
      let end = rest.dropFirst(3).firstIndex { $0 == "+" || $0 == "-" } ?? rest.endIndex
      guard let value = Double(rest[..<end]) else { return nil }
      factor = value
      rest = rest[end...]
    }
    if rest.isEmpty { return (factor, 0) }
    return Double(rest).map { (factor, $0) }
  }
}

@Suite struct PowerOfTenTests {
  @Test("A power of ten is the double of its decimal text.", arguments: PowerOfTen.exponents)
  func powerTenDouble(exponent: Int) {
    #expect(PowerOfTen.value(exponent) == Double("1e\(exponent)"))
  }

  @Test("The decade of a number is the last whose power it reaches up to rounding.", arguments: 0..<300)
  func decadeNumberLast(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      // Any bits, also of subnormal numbers.
      let x = Double(bitPattern: random.next() >> 1)
      guard x > 0, x.isFinite else { continue }
      let decade = PowerOfTen.exponents.last { x >= PowerOfTen.value($0) * (1 - 0x1p-51) }
      #expect(PowerOfTen.decade(of: x) == decade ?? PowerOfTen.exponents.lowerBound, "\(x)")
    }
  }

  @Test("The decade of a power of ten is its exponent, also one rounding below the power.", arguments: -300...300)
  func decadePowerTen(exponent: Int) {
    let power = PowerOfTen.value(exponent)
    #expect(PowerOfTen.decade(of: power) == exponent)
    #expect(PowerOfTen.decade(of: power.nextDown) == exponent)
    #expect(PowerOfTen.decade(of: power * 0.99999) == exponent - 1)
    #expect(PowerOfTen.decade(of: power * 9.99999) == exponent)
  }

  @Test(
    "A floor quotient is that of Python.",
    arguments: [
      (7.0, 2.0, 3.0), (-7.0, 2.0, -4.0), (1.0, 0.1, 9.0), (6.0, 3.0, 2.0), (-6.0, 3.0, -2.0), (0.0, 5.0, 0.0),
    ])
  func floorQuotientPython(dividend: Double, divisor: Double, quotient: Double) {
    #expect(floorQuotient(dividend, divisor) == quotient)
  }
}

extension String {
  /// The text with hyphens in place of minus signs.
  fileprivate var replacingMinus: String { String(map { $0 == "\u{2212}" ? "-" : $0 }) }
}
