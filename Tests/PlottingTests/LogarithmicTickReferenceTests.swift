import Foundation
import Geometry
import SeededNumbers
import Testing

@testable import Plotting
@testable import Scales

/// The ticks of logarithmic axes as matplotlib 3.11 places and labels them, at 100 dots an inch and 10 points.
@Suite struct LogarithmicTickReferenceTests {
  struct Case {
    let orientation: Orientation
    let pixels: Double
    let limits: ClosedRange<Double>
    /// The values with labels, their labels, the values without, and the values of the major ticks.
    let labelled: [Double]
    let labels: [String]
    let unlabelled: [Double]
    let major: [Double]

    /// Reads a line such as `x 353 2.0 30.0 | 2 10 20 | 2×10⁰ 10¹ 2×10¹ | 3 4 5 | 10`.
    init(_ line: Substring) throws {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
      try #require(parts.count == 5 && parts[0].count == 4)
      orientation = parts[0][0] == "x" ? .horizontal : .vertical
      let numbers = parts[0].dropFirst().compactMap { Double($0) }
      pixels = numbers[0]
      limits = numbers[1]...numbers[2]
      labelled = parts[1].compactMap { Double($0) }
      labels = parts[2].map { String($0) }
      unlabelled = parts[3].compactMap { Double($0) }
      major = parts[4].compactMap { Double($0) }
    }

    /// The differences between the ticks of this module and the reference.
    var differences: [String] {
      let locator = TickLocator(
        length: Resolution(dotsPerInch: 100).points(pixels: pixels), fontSize: 10, orientation: orientation)
      // Fewer than two intervals are only tried where labels overlap.
      let ticks = AxisTicks(in: limits, on: .logarithmic, intervals: max(locator.intervals, 2)).ticks
      func compare(_ name: String, _ found: [Double], _ expected: [Double]) -> String? {
        let agree = zip(found, expected).allSatisfy { ($0 / $1 - 1).magnitude < 1e-11 }
        return agree && found.count == expected.count ? nil : "\(name) \(found) instead of \(expected)"
      }
      let found = ticks.filter { !$0.label.isEmpty }.map(\.label)
      return [
        compare("labelled", ticks.filter { !$0.label.isEmpty }.map(\.value), labelled),
        compare("unlabelled", ticks.filter(\.label.isEmpty).map(\.value), unlabelled),
        compare("major", ticks.filter { !$0.isMinor }.map(\.value), major),
        found == labels ? nil : "labels \(found) instead of \(labels)",
      ].compactMap(\.self)
    }
  }

  static let cases = Result {
    let url = try #require(Bundle.module.url(forResource: "Data/logarithmic-ticks", withExtension: "txt"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(Case.init)
  }

  @Test("Major ticks, minor ticks and labels are those of matplotlib.")
  func majorTicksMinor() throws {
    let cases = try Self.cases.get()
    #expect(cases.count >= 70)
    for one in cases {
      #expect(one.differences == [], "\(one.orientation) axis of \(one.pixels) pixels over \(one.limits)")
    }
  }

  @Test("A logarithmic axis of any positive limits has ticks inside, at places that are finite.", arguments: 0..<300)
  func logarithmicAxisAny(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func positive() -> Double {
      let extremes: [Double] = [
        .leastNonzeroMagnitude, 4 * .leastNonzeroMagnitude, .leastNormalMagnitude, 1, 1e308, .greatestFiniteMagnitude,
      ]
      let pick = Int(random.next() % 12)
      let number = pick < extremes.count ? extremes[pick] : Double(bitPattern: random.next() >> 1)
      return number.isFinite && number > 0 ? number : 1
    }
    let ends = [positive(), positive()]
    var range = DataRange(on: .logarithmic)
    for end in ends { range.add(end) }
    let limits = range.limits(margin: 0.05)
    #expect(limits.lowerBound > 0 && limits.upperBound.isFinite && limits.lowerBound < limits.upperBound)
    let scale = AxisScale(.logarithmic, limits: limits, start: 0, end: 100)
    for intervals in TickLocator.intervalBounds {
      let ticks = AxisTicks(in: limits, on: .logarithmic, intervals: intervals).ticks
      #expect(!ticks.isEmpty, "\(limits)")
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value }, "\(limits)")
      #expect(ticks.allSatisfy { (-1e-6...100 + 1e-6).contains(scale.position(of: $0.value)) }, "\(limits)")
    }
  }

  static let margins: [(values: [Double], limits: ClosedRange<Double>)] = [
    ([1, 100], 0.7943282347242815...125.89254117941673),
    ([0, -3, .nan, 10, 1000], 7.943282347242815...1258.9254117941673),
    ([7], 0.8912509381337456...11.220184543019636),
    ([10], 0.7943282347242815...125.89254117941673),
    ([], 1...10), ([-5, 0], 1...10),
  ]

  @Test("Limits leave a margin on a logarithmic scale and pass over what is not positive.", arguments: margins)
  func limitsLeaveMargin(
    values: [Double], expected: ClosedRange<Double>
  ) {
    var range = DataRange(on: .logarithmic)
    for value in values { range.add(value) }
    let limits = range.limits(margin: 0.05)
    #expect((limits.lowerBound / expected.lowerBound - 1).magnitude < 1e-12)
    #expect((limits.upperBound / expected.upperBound - 1).magnitude < 1e-12)
  }
}
