import Foundation
import Geometry
import Testing

@testable import Plotting

/// Ticks of axes of many lengths and limits as matplotlib 3.11 places and words them.
@Suite struct TickReferenceTests {
  struct Case: Decodable, Sendable {
    let axis: String
    let pixels: Double
    let dpi: Double
    let fontsize: Double
    let min: Double
    let max: Double
    let values: [Double]
    let labels: [String]
    let offset: String
  }

  struct Table: Decodable { let cases: [Case] }

  static func cases(in file: String) throws -> [Case] {
    let url = try #require(Bundle.module.url(forResource: "Data/\(file)", withExtension: "json"))
    return try JSONDecoder().decode(Table.self, from: Data(contentsOf: url)).cases
  }

  @Test func `Ticks, labels and offset text are those of matplotlib`() throws {
    let cases = try Self.cases(in: "ticks")
    #expect(cases.count == 400)
    for one in cases {
      let limits = one.min...one.max
      let locator = TickLocator(
        length: Resolution(dotsPerInch: one.dpi).points(pixels: one.pixels), fontSize: one.fontsize,
        orientation: one.axis == "x" ? .horizontal : .vertical)
      let sequence = locator.ticks(in: limits)
      let values = sequence.values(in: limits)
      let labels = TickLabels(sequence, in: limits)
      let place = Comment(rawValue: "\(one.axis) axis of \(one.pixels) pixels from \(one.min) to \(one.max)")
      #expect(labels.texts == one.labels, place)
      #expect(labels.offsetText == one.offset, place)
      #expect(values.count == one.values.count, place)
      for (value, expected) in zip(values, one.values) {
        // Zero is a tick, or a remainder of it, in the reference.
        let scale = expected.magnitude < 1e-12 * (one.max - one.min) ? one.max - one.min : expected.magnitude
        #expect((value - expected).magnitude <= 1e-9 * scale, place)
      }
    }
  }
}
