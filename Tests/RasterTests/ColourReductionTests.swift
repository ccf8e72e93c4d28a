import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct ColourReductionTests {
  private func distance(_ one: UInt32, _ other: UInt32) -> Int {
    zip(one.bytes, other.bytes).map { abs(Int($0) - Int($1)) }.max()!
  }

  /// Returns a number of colours in a cube of `side` values per channel, each with a number of pixels.
  private func counts(
    _ count: Int, within side: UInt8, using generator: inout SeededGenerator
  ) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    while counts.count < count {
      let color = Color(
        red: .random(in: 100..<(100 + side), using: &generator), green: .random(in: 0..<side, using: &generator),
        blue: .random(in: 0..<side, using: &generator), alpha: .random(in: 250...255, using: &generator))
      counts[color.packed] = .random(in: 1...50, using: &generator)
    }
    return counts
  }

  @Test("No channel changes by more than 4, and the most frequent colours do not change.", arguments: 0..<60)
  func tolerance(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let counts = counts(
      .random(in: 200...700, using: &generator), within: .random(in: 12...60, using: &generator), using: &generator)
    guard let reduction = ColourReduction(counts) else { return }
    #expect(reduction.colours.count <= 256)
    #expect(Set(reduction.colours).count == reduction.colours.count)
    #expect(reduction.indices.count == counts.count)
    #expect(reduction.indices.allSatisfy { distance($0.key, reduction.colours[Int($0.value)]) <= 4 })
    if counts.count <= 256 { #expect(reduction.indices.allSatisfy { $0.key == reduction.colours[Int($0.value)] }) }
    let changed = reduction.indices.filter { $0.key != reduction.colours[Int($0.value)] }.keys
    let mostOfChanged = changed.map { counts[$0]! }.max() ?? 0
    #expect(counts.values.count { $0 >= mostOfChanged } >= 64 || changed.isEmpty)
  }

  @Test("Pictures of similar colours can be reduced, and pictures of too different ones cannot.")
  func possibility() {
    var generator = SeededGenerator(seed: 1)
    #expect(ColourReduction(counts(500, within: 30, using: &generator)) != nil)
    #expect(ColourReduction(counts(500, within: 150, using: &generator)) == nil)
    #expect(ColourReduction(counts(256, within: 150, using: &generator)) != nil)
  }

  @Test("Each pixel of a reduced picture is within 4 of the exact blend.", arguments: 0..<20)
  func picture(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    // The blends of similar colours are some hundred colours near each other.
    let fills = (0..<20).map { _ in
      let base = UInt8.random(in: 150...180, using: &generator)
      let color = Color(red: base, green: base, blue: .random(in: 160...180, using: &generator))
      return Fill(.random(count: 5, in: 0...60, using: &generator), color: color, role: .curve)
    }
    let drawing = DisplayList(width: 60, height: 60, background: Color(0xA0A0A0), fills: fills)
    let blended = drawing.blended
    let count = Set(blended).count
    let picture = Pixmap(rendering: drawing)
    // All colours lie in a space of 651, which a few boxes cover, so that they can always be reduced.
    guard case .indexed(let indices, let palette) = picture.storage else {
      Issue.record("\(count) colours were not reduced.")
      return
    }
    #expect(palette.count <= 256)
    let colours = indices.map { palette[Int($0)] }
    #expect(zip(colours, blended).allSatisfy { distance($0, $1) <= (count > 256 ? 4 : 0) })
  }
}
