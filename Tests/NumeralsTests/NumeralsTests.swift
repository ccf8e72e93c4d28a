import Foundation
import SeededNumbers
import Testing

@testable import Numerals

/// Random doubles of every magnitude and sign: finite bit patterns, and short decimals, among which ties are frequent.
struct RandomDoubles: Sequence, IteratorProtocol {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> Double? {
    switch generator.next() % 3 {
    case 0:
      let value = Double(bitPattern: generator.next())
      return value.isFinite ? value : .leastNonzeroMagnitude
    case 1:
      return Double(Int64(bitPattern: generator.next()) % 2_000_000) / 1024
    default:
      return Double(Int64(bitPattern: generator.next()) % 10_000_000) / 10_000
    }
  }
}

@Suite struct NumeralsTests {
  @Test("Rounding by a product gives the digits of the exact expansion, or none.")
  func roundedProducts() {
    var count = 0
    func check(_ value: Double, _ digits: Int) {
      guard let rounded = DecimalExpansion(value, roundedToDigits: digits) else { return }
      count += 1
      #expect(rounded == DecimalExpansion(exactly: value).rounded(toDigits: digits), "\(value), \(digits) digits")
    }
    for value in RandomDoubles(seed: 5).prefix(4_000) { for digits in [1, 3, 5, 6, 9] { check(value, digits) } }
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<4_000 {
      let power = Double.random(in: -6...13, using: &generator)
      let value = pow(10, power) * (Bool.random(using: &generator) ? 1 : -1)
      for digits in 1...9 { check(value, digits) }
      // Next to a power of ten, and next to the middle between two decimals.
      let edge = pow(10, power.rounded())
      for near in [edge, edge.nextUp, edge.nextDown] { check(near, 5) }
      let middle = (value.rounded() + 0.5) / 100
      for near in [middle, middle.nextUp, middle.nextDown] { check(near, 5) }
    }
    #expect(count > 40_000)
  }

  @Test("Five significant digits are written as Python writes them.")
  func reference() throws {
    struct Reference: Decodable { let cases: [[String]] }
    let url = try #require(Bundle.module.url(forResource: "numbers", withExtension: "json", subdirectory: "Data"))
    let cases = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url)).cases
    #expect(cases.count == 223)
    for row in cases {
      let value = try #require(Double(row[0]))
      #expect(String(value, significantDigits: 5) == row[1])
    }
  }

  @Test(
    "Any number of significant digits follows the same rule.",
    arguments: [
      (123.0, 0, "1e+02"),
      (10.0, 1, "1e+01"),
      (0.0, 1, "0e+00"),
      (0.0, 2, "0.0"),
      (-0.0, 2, "-0.0"),
      (0.5, 1, "0.5"),
      (2.5, 1, "2e+00"),
      (1.234e-05, 3, "1.23e-05"),
      (0.00099999, 3, "0.001"),
      (99999.0, 5, "9.9999e+04"),
      (99999.0, 6, "99999.0"),
      (1e300, 20, "1.0000000000000000525e+300"),
      (.leastNonzeroMagnitude, 3, "4.94e-324"),
    ])
  func significantDigits(value: Double, digits: Int, text: String) {
    #expect(String(value, significantDigits: digits) == text)
  }

  @Test(
    "Decimals are rounded from the exact binary value.",
    arguments: [
      (0.125, 2, "0.12"),
      (0.375, 2, "0.38"),
      (2.675, 2, "2.67"),
      (0.5, 0, "0"),
      (1.5, 0, "2"),
      (2.5, 0, "2"),
      (9.995, 2, "9.99"),
      (9.996, 2, "10.00"),
      (0.06, 1, "0.1"),
      (0.04, 1, "0.0"),
      (0.004, 1, "0.0"),
      (-0.0, 2, "-0.00"),
      (-0.001, 2, "-0.00"),
      (1e22, 1, "10000000000000000000000.0"),
      (1500, 0, "1500"),
    ])
  func decimals(value: Double, decimals: Int, text: String) {
    #expect(String(value, decimals: decimals) == text)
  }

  @Test(
    "The shortest text has no superfluous digit.",
    arguments: [
      (2.0, "2"),
      (-0.0, "-0"),
      (0.1, "0.1"),
      (0.30000000000000004, "0.30000000000000004"),
      (1e-7, "1e-07"),
      (0.0001, "0.0001"),
      (0.00012, "0.00012"),
      (9.9e-5, "9.9e-05"),
      (-1500, "-1500"),
      (10_000_000_000, "10000000000"),
      (9_007_199_254_740_992, "9007199254740992"),
      (1e16, "1e+16"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (.leastNonzeroMagnitude, "5e-324"),
    ])
  func shortest(value: Double, text: String) {
    #expect(String(shortest: value) == text)
  }

  @Test("Infinities and NaN are written as words.")
  func nonFinite() {
    for (value, word) in [(Double.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (-.nan, "nan")] {
      #expect(String(value, significantDigits: 5) == word)
      #expect(String(value, decimals: 2) == word)
      #expect(String(shortest: value) == word)
    }
  }

  @Test("Decimals agree with C's printf for any magnitude.", arguments: 0..<20)
  func decimalsAgreeWithC(seed: Int) {
    for value in RandomDoubles(seed: seed).prefix(50) {
      for decimals in [0, 1, 2, 3, 6, 17, 40] {
        #expect(String(value, decimals: decimals) == String(format: "%.\(decimals)f", value))
      }
    }
  }

  @Test("All digits of the smallest and of the greatest number agree with C's printf.")
  func extremesAgreeWithC() {
    for value in [
      .leastNonzeroMagnitude, .leastNormalMagnitude.nextDown, .leastNormalMagnitude, 1.7976931348623157e308,
    ] {
      #expect(String(value, decimals: 1100) == String(format: "%.1100f", value))
    }
  }

  @Test("Significant digits agree with C's printf except for the form of whole numbers.", arguments: 0..<20)
  func significantDigitsAgreeWithC(seed: Int) {
    for value in RandomDoubles(seed: seed).prefix(50) {
      for digits in [2, 5, 9, 17] {
        let expected = String(format: "%.\(digits)g", value)
        // C uses the scientific form from one digit more on, and drops the point of a whole number.
        let wholePart = expected.drop { $0 == "-" }.prefix { $0 != "." }
        if expected.contains("e") || (wholePart.count < digits && expected.contains(".")) {
          #expect(String(value, significantDigits: digits) == expected)
        } else if wholePart.count < digits {
          #expect(String(value, significantDigits: digits) == expected + ".0")
        } else {
          #expect(Double(String(value, significantDigits: digits)) == Double(expected))
        }
      }
    }
  }

  @Test("The shortest text reads back as the same number, and no text with one digit less does.", arguments: 0..<20)
  func shortestReadsBack(seed: Int) {
    for value in RandomDoubles(seed: seed).prefix(100) {
      #expect(Double(String(shortest: value)) == value)
      let count = DecimalExpansion(shortest: value).digits.count
      if count > 1 {
        #expect(Double(DecimalExpansion(exactly: value).rounded(toDigits: count - 1).scientificText) != value)
      }
    }
  }

  @Test(
    "Each hyphen becomes a minus sign.",
    arguments: [("-1e-5", "\u{2212}1e\u{2212}5"), ("12.5", "12.5"), ("", ""), ("-", "\u{2212}")])
  func minusSigns(text: String, typeset: String) {
    #expect(text.withMinusSigns == typeset)
  }
}
