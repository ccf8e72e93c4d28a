import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct StripTests {
  private static let far: [Double] = [
    -1e9, 1.4e8, -1.3e8, 1e17, -1e300, 1e300, .nan, .infinity, -.infinity, 0, 17.5, 40,
  ]

  /// Returns random polygons and curves, some of them clipped, some of them far beyond the drawing.
  private func drawing(using generator: inout SeededGenerator) -> DisplayList {
    let fills = (0..<Int.random(in: 0...25, using: &generator)).map { index in
      var path = Path.random(count: .random(in: 3...5, using: &generator), in: -9...60, using: &generator)
      let far = Self.far.randomElement(using: &generator)!
      if index.isMultiple(of: 7) { path.line(to: Point(x: 20, y: far)) }
      if index.isMultiple(of: 5) {
        path.move(to: Point(x: 3, y: 9))
        path.cubic(to: Point(x: 40, y: 30), control1: Point(x: 9, y: 70), control2: Point(x: 50, y: -30))
        path.quadratic(to: Point(x: 4, y: 18), control: Point(x: 44, y: 44))
      }
      let clip = Rect(x: 4, y: .random(in: -9...50, using: &generator), width: 30, height: 14.5)
      return Fill(
        path,
        color: Color(.random(in: 0...0xFFFFFF, using: &generator), alpha: .random(in: 0...255, using: &generator)),
        role: .curve, clip: index.isMultiple(of: 3) ? clip : nil)
    }
    return DisplayList(width: 48, height: 53, fills: fills)
  }

  @Test("The pixels are the same from one strip and from many.", arguments: 0..<40)
  func pixels(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let drawing = drawing(using: &generator)
    let whole = Pixmap(rendering: drawing, in: Strip.strips(of: drawing, capacity: 53 * 48))
    for capacity in [48 * 4, 48 * 17 + 5] {
      #expect(Pixmap(rendering: drawing, in: Strip.strips(of: drawing, capacity: capacity)) == whole)
    }
  }

  @Test(
    "The division into strips follows from the size alone.",
    arguments: [(1500, 500, 1), (9000, 3000, 26), (1 << 22, 16, 16), (1, 1, 1)])
  func count(width: Int, height: Int, count: Int) {
    let strips = Strip.strips(of: DisplayList(width: width, height: height))
    #expect(strips.count == count)
    #expect(strips.map(\.area.rows.count).reduce(0, +) == height)
    #expect(zip(strips, strips.dropFirst()).allSatisfy { $0.area.rows.upperBound == $1.area.rows.lowerBound })
  }

  @Test("A strip has the fills that reach into it, in their order.")
  func fills() {
    let tops: [Double] = [0, 25, 12, 3, 29, -40, 40]
    let fills = tops.map { Fill(Path(Rect(x: 0, y: $0, width: 5, height: 1)), color: .black, role: .bar) }
    let strips = Strip.strips(of: DisplayList(width: 10, height: 30, fills: fills), capacity: 100)
    #expect(strips.map(\.fills) == [[0, 3], [2], [1, 4]])
  }

  @Test("A picture is the same however many tasks draw it.", arguments: [2, 5])
  func tasks(jobs: Int) async {
    var generator = SeededGenerator(seed: 3)
    for count in [3, 40] {
      let fills = (0..<count).map { _ in
        let path = Path.random(count: 4, in: 0...60, using: &generator).translated(
          by: Vector(dx: .random(in: 0...1100, using: &generator), dy: .random(in: 0...1900, using: &generator)))
        return Fill(path, color: Color(.random(in: 0...0xFFFFFF, using: &generator)), role: .curve)
      }
      let drawing = DisplayList(width: 1200, height: 2000, fills: fills)
      let alone = Pixmap(rendering: drawing)
      let together = await Pixmap(rendering: drawing, jobs: jobs)
      switch (alone.storage, together.storage) {
      case (.indexed(let one, let palette), .indexed(let other, let otherPalette)):
        #expect(one == other && palette == otherPalette && count == 3)
      case (.rgba(let one), .rgba(let other)):
        #expect(one == other && count == 40)
      default:
        Issue.record("The pixels lie in memory otherwise.")
      }
    }
  }
}
