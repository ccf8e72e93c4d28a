import PortableMath
import SeededNumbers
import Testing

@testable import Certificates

@Suite struct RealIntervalTests {
  /// Numbers of all sizes and signs, small whole numbers among them.
  private static func number(using generator: inout SeededGenerator) -> Double {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: Double(Int.random(in: -9...9, using: &generator))
    case 1: Double.random(in: -3...3, using: &generator)
    case 2: Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator)).asFinite
    default: Double(sign: .plus, exponent: Int.random(in: -1070...1020, using: &generator), significand: 1.375)
    }
  }

  @Test("Results are enclosed by neighbours, and exact results are single numbers.")
  func directedRounding() {
    var generator = SeededGenerator(seed: 18)
    for _ in 0..<20_000 {
      let (a, b) = (Self.number(using: &generator), Self.number(using: &generator))
      for (interval, rounded) in [
        (RealInterval(a) + RealInterval(b), a + b), (RealInterval(a) - RealInterval(b), a - b),
        (RealInterval(a) * RealInterval(b), a * b), (RealInterval(a) / RealInterval(b), a / b),
        (RealInterval(a).squareRoot, a.squareRoot()),
      ] where rounded.isFinite {
        #expect(interval.lower.value <= rounded && rounded <= interval.upper.value, "\(a), \(b)")
        #expect(interval.lower.value >= rounded.nextDown && interval.upper.value <= rounded.nextUp, "\(a), \(b)")
      }
    }
    #expect(RealInterval(1) / RealInterval(3) == RealInterval(above: 1.0 / 3, below: (1.0 / 3).nextUp))
    #expect(RealInterval(6) / RealInterval(3) == RealInterval(2))
    #expect(RealInterval(9).squareRoot == RealInterval(3))
    // The sum of both doubles lies between two neighbours and is neither.
    #expect(RealInterval(0.1) + RealInterval(0.2) == RealInterval(above: 0.3, below: 0.1 + 0.2))
  }

  @Test("Operations on intervals enclose the results for numbers within them.")
  func inclusion() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<4_000 {
      let ends = (0..<4).map { _ in Double.random(in: -3...3, using: &generator) }
      let left = RealInterval(min(ends[0], ends[1]), max(ends[0], ends[1]))
      let right = RealInterval(min(ends[2], ends[3]), max(ends[2], ends[3]))
      let x = Double.random(in: left.lower.value...left.upper.value, using: &generator)
      let y = Double.random(in: right.lower.value...right.upper.value, using: &generator)
      func contains(_ interval: RealInterval, _ value: Double) -> Bool {
        interval.lower.value <= value.nextUp && value.nextDown <= interval.upper.value
      }
      #expect(contains(left + right, x + y))
      #expect(contains(left - right, x - y))
      #expect(contains(left * right, x * y))
      #expect(contains(left / right, x / y))
      #expect(contains(left.power(2), x * x))
      #expect(contains(left.power(3), x * x * x))
      #expect(contains(left.absolute, x.magnitude))
    }
  }

  @Test(
    "The values of every elementary function over an interval enclose those within it.",
    arguments: ElementaryFunction.allCases)
  func elementaryFunctions(function: ElementaryFunction) {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let scale = [1.0, 1, 30, 800].randomElement(using: &generator)!
      let ends = [
        Double.random(in: -scale...scale, using: &generator), Double.random(in: -scale...scale, using: &generator),
      ]
      let box = RealInterval(ends.min()!, ends.max()!)
      let x = Double.random(in: box.lower.value...box.upper.value, using: &generator)
      let (point, whole) = (function.values(over: RealInterval(x)), function.values(over: box))
      guard !point.isEmpty else { continue }
      #expect(point.intersection(whole).isEmpty == false, "\(function)(\(x)) in \(box)")
      #expect(whole.lower.value <= point.upper.value && point.lower.value <= whole.upper.value)
    }
  }

  @Test("An open end excludes its number, and sums and products keep it open.")
  func openEnds() {
    let positive = RealInterval(above: 0, below: 1)
    #expect(positive.isPositive && !positive.contains(0) && !positive.contains(1))
    #expect((positive * positive).isPositive)
    #expect((RealInterval.one - positive).isPositive)
    #expect((positive * RealInterval(0, 2)).contains(0))
    #expect((RealInterval.one / positive).lower == RealInterval.End(value: 1, isOpen: true))
    #expect((RealInterval.one / positive).upper.value == .infinity)
    #expect(ElementaryFunction.exp.values(over: .whole).isPositive)
    #expect(ElementaryFunction.exp.values(over: RealInterval(800)).upper.value == .infinity)
    #expect(ElementaryFunction.exp.values(over: RealInterval(800)).lower.value == .greatestFiniteMagnitude)
    #expect(ElementaryFunction.log.values(over: positive).isNegative)
    #expect(ElementaryFunction.floor.values(over: positive) == .zero)
    // Between the greatest number below 1 and 1 there are numbers whose integer part is 0.
    #expect(ElementaryFunction.floor.values(over: RealInterval(above: 1.0.nextDown, below: 2)) == RealInterval(0, 1))
    #expect(ElementaryFunction.ceil.values(over: RealInterval(above: 0, below: 1.0.nextUp)) == RealInterval(1, 2))
    #expect(ElementaryFunction.round.values(over: RealInterval(above: 1.5.nextDown, below: 2)) == RealInterval(1, 2))
    #expect(ElementaryFunction.trunc.values(over: RealInterval(above: -1, below: 1)) == .zero)
    #expect(ElementaryFunction.tanh.values(over: RealInterval(0)) == .zero)
  }
}

extension Double {
  /// The number itself, or zero in place of an infinite one or NaN.
  fileprivate var asFinite: Double { isFinite ? self : 0 }
}
