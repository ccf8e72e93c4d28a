import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct HostilityTests {
  private static let coordinates: [Double] = [
    0, 1, 7.5, -3, 20, .leastNonzeroMagnitude, 1e9, -1e9, 1.4e8, -1.4e8, 1e18, 1e150, -1e150, 1e300, -1e300,
    .greatestFiniteMagnitude, .nan, .infinity, -.infinity,
  ]

  @Test("Extreme coordinates are drawn in bounded time.", arguments: 0..<300)
  func coordinates(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    func point() -> Point {
      Point(
        x: HostilityTests.coordinates.randomElement(using: &generator)!,
        y: HostilityTests.coordinates.randomElement(using: &generator)!)
    }
    var path = Path()
    for _ in 0..<4 {
      path.move(to: point())
      path.line(to: point())
      path.quadratic(to: point(), control: point())
      path.line(to: point())
      path.cubic(to: point(), control1: point(), control2: point())
      path.close()
    }
    let picture = Pixmap(filling: path, width: 20, height: 20)
    #expect(picture.bytes.count == 1600)
    // The windings of a closed outline add up to zero in every row, wherever its edges were cut and moved.
    var sums: [Int: Int] = [:]
    let outline = Outline(path)
    for edge in outline.edges {
      for row in [-5, 0, 3, 19, 1000] where edge.y0 <= row * Edge.one && edge.y1 > row * Edge.one {
        sums[row, default: 0] += edge.winding
      }
    }
    #expect(sums.values.allSatisfy { $0 == 0 })
  }

  @Test(
    "Lines to distant points keep their slope inside the drawing.",
    arguments: [1e8, 1.3e8, 1.4e8, 1e9, 1e12, 1e15, 1e100, 1e300])
  func slope(far: Double) {
    // This is the half plane below the line from the upper left to the lower right corner.
    let half = Path(corners: [Point(x: -far, y: -far), Point(x: far, y: far), Point(x: -far, y: far)])
    let near = Path(corners: [Point(x: 0, y: 0), Point(x: 20, y: 20), Point(x: 0, y: 20)])
    #expect(Pixmap(filling: half, width: 20, height: 20) == Pixmap(filling: near, width: 20, height: 20))
    let steep = Path(corners: [Point(x: 10, y: 0), Point(x: 10 + far / 2, y: far), Point(x: 10 - far / 2, y: far)])
    let cut = Path(corners: [Point(x: 10, y: 0), Point(x: 20, y: 20), Point(x: 0, y: 20)])
    #expect(Pixmap(filling: steep, width: 20, height: 20) == Pixmap(filling: cut, width: 20, height: 20))
  }

  @Test("A huge area around the drawing fills it, and an area outside does not.")
  func beside() {
    let around = Path(Rect(x: -1e200, y: -1e200, width: 2e200, height: 2e200))
    #expect(Pixmap(filling: around, width: 9, height: 9).levels.allSatisfy { $0 == 16 })
    for (x, y) in [(-1e9, 0.0), (-50, 0), (50, 0), (1e9, 0), (0, -1e9), (0, -50), (0, 50), (0, 1e9)] {
      let rect = Rect(x: x, y: y, width: 20, height: 20)
      #expect(Pixmap(filling: Path(rect), width: 9, height: 9).levels.allSatisfy { $0 == 0 })
    }
  }

  @Test("A very long row is drawn.")
  func longestRow() {
    let width = Pixmap.maximumPixelCount / 16
    let path = Path(Rect(x: Double(width) - 2.5, y: 0, width: 2, height: 1))
    let picture = Pixmap(filling: path, width: width, height: 1)
    #expect((1...4).map { picture[width - $0, 0][3] } == [128, 255, 128, 0])
  }
}
