import Foundation
import Geometry
import Testing

@testable import Plotting
@testable import Scales

/// The ticks of axes of many lengths and limits as matplotlib 3.11 places and labels them, at 100 dots an inch and 10 points.
@Suite struct TickReferenceTests {
  struct Case {
    let orientation: Orientation
    let pixels: Double
    let limits: ClosedRange<Double>
    let values: [Double]
    let labels: [String]
    let offset: String

    /// Reads a line such as `x 353 0.0 1.2 | 0 0.5 1 | 0.0 0.5 1.0 | 1e6`, where the last part may be missing.
    init(_ line: Substring) throws {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
      try #require(parts.count == 4 && parts[0].count == 4)
      orientation = parts[0][0] == "x" ? .horizontal : .vertical
      let numbers = parts[0].dropFirst().compactMap { Double($0) }
      pixels = numbers[0]
      limits = numbers[1]...numbers[2]
      values = parts[1].compactMap { Double($0) }
      labels = parts[2].map { String($0) }
      offset = String(parts[3].first ?? "")
    }

    /// The differences between the ticks of this module and the reference.
    var differences: [String] {
      let locator = TickLocator(
        length: Resolution(dotsPerInch: 100).points(pixels: pixels), fontSize: 10, orientation: orientation)
      let sequence = locator.ticks(in: limits)
      let words = TickLabels(sequence)
      let found = sequence.visibleValues
      let width = limits.upperBound - limits.lowerBound
      // In the reference a tick at zero may be a rounding error.
      let agree = zip(found, values).allSatisfy { ($0 - $1).magnitude <= max(1e-9 * width, 1e-10 * $1.magnitude) }
      return [
        found.count == values.count && agree ? nil : "values \(found) instead of \(values)",
        words.texts == labels ? nil : "labels \(words.texts) instead of \(labels)",
        words.offsetText == offset ? nil : "offset \(words.offsetText) instead of \(offset)",
      ].compactMap(\.self)
    }
  }

  static let cases = Result {
    let url = try #require(Bundle.module.url(forResource: "Data/ticks", withExtension: "txt"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(Case.init)
  }

  @Test("Ticks, labels and offset text are those of matplotlib.")
  func ticksLabelsOffset() throws {
    let cases = try Self.cases.get()
    #expect(cases.count >= 2000)
    for one in cases {
      #expect(one.differences == [], "\(one.orientation) axis of \(one.pixels) pixels over \(one.limits)")
    }
  }
}
