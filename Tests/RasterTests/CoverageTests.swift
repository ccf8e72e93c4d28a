import Drawing
import Foundation
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct CoverageTests {
  @Test("The coverage of a polygon adds up to its area.", arguments: 0..<500)
  func area(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let corners = Int.random(in: 3...20, using: &generator)
    let radius = Double.random(in: 0.3...30, using: &generator)
    let path = Path.polygon(
      x: .random(in: 31...33, using: &generator), y: .random(in: 31...33, using: &generator), radius: radius,
      corners: corners, turned: .random(in: 0...1, using: &generator))
    let area = Double(corners) / 2 * radius * radius * sin(2 * .pi / Double(corners))
    let sum = coverage(of: path, width: 64, height: 64).reduce(0, +)
    // Corners and crossings are rounded by up to half a 4096th; along the whole edge that is at most edge / 4096.
    #expect(abs(sum - area) <= 2 * .pi * radius / Double(Edge.one))
  }

  @Test("A triangle covers each pixel by the part of the pixel that is inside.", arguments: 0..<20)
  func triangle(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let path = Path.random(count: 3, in: 0...12, using: &generator)
    let corners = path.flattened()[0].points
    let covered = coverage(of: path, width: 12, height: 12)
    func isInside(_ point: Point) -> Bool {
      let sides = (0..<3).map { (corners[($0 + 1) % 3] - corners[$0]).cross(point - corners[$0]) }
      return sides.allSatisfy { $0 >= 0 } || sides.allSatisfy { $0 <= 0 }
    }
    for row in 0..<12 {
      for column in 0..<12 {
        var inside = 0
        for index in 0..<400 {
          let place = Point(
            x: Double(column) + (Double(index % 20) + 0.5) / 20, y: Double(row) + (Double(index / 20) + 0.5) / 20)
          if isInside(place) { inside += 1 }
        }
        // Each of at most three edges leaves at most 40 of the 400 squares half counted.
        #expect(abs(covered[row * 12 + column] - Double(inside) / 400) < 0.06)
      }
    }
  }

  @Test("A reversed path has the same pixels.", arguments: 0..<300)
  func reversal(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let path = Path.random(count: .random(in: 3...12, using: &generator), in: -20...60, using: &generator)
    let one = Outline(path)
    let other = Outline(path.reversed)
    let (edgeCount, otherCount) = (one.edges.count, other.edges.count)
    #expect(edgeCount == otherCount)
    #expect(
      Pixmap(filling: path, width: 40, height: 40) == Pixmap(filling: path.reversed, width: 40, height: 40))
    #expect(coverage(of: path, width: 40, height: 40) == coverage(of: path.reversed, width: 40, height: 40))
  }

  @Test("A shift by whole pixels moves the pixels exactly.", arguments: 0..<300)
  func shifts(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    // Coordinates on a grid of 2⁻²⁰ pixels can be shifted without rounding.
    let path = Path.random(count: .random(in: 3...12, using: &generator), in: 0...20, using: &generator)
      .mapped { Point(x: ($0.x * 1_048_576).rounded() / 1_048_576, y: ($0.y * 1_048_576).rounded() / 1_048_576) }
    let (right, down) = (Int.random(in: 0...200, using: &generator), Int.random(in: 0...20, using: &generator))
    let still = Pixmap(filling: path, width: 20, height: 20)
    let moved = Pixmap(
      filling: path.translated(by: Vector(dx: Double(right), dy: Double(down))), width: 220, height: 40)
    #expect(moved.levels == still.levels(movedBy: right, down, width: 220, height: 40))
  }

  @Test("A path that leaves the drawing has the same pixels inside it.", arguments: 0..<300)
  func overhang(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let path = Path.random(count: .random(in: 3...12, using: &generator), in: -30...70, using: &generator)
      .mapped { Point(x: ($0.x * 1_048_576).rounded() / 1_048_576, y: ($0.y * 1_048_576).rounded() / 1_048_576) }
    let moved = path.translated(by: Vector(dx: 30, dy: 30))
    let whole = Pixmap(filling: moved, width: 100, height: 100)
    let cut = Pixmap(filling: path, width: 40, height: 40)
    #expect(cut.levels == whole.levels(movedBy: -30, -30, width: 40, height: 40))
    let clipped = Pixmap(
      filling: moved, width: 100, height: 100, clip: Rect(x: 30, y: 30, width: 40, height: 40))
    #expect(clipped.levels == cut.levels(movedBy: 30, 30, width: 100, height: 100))
  }

  @Test("A regular polygon leaves the corners of its square empty and fills its centre.", arguments: 3...19)
  func regularPolygons(corners: Int) {
    for radius in [4, 5, 8, 13, 16, 31, 64] {
      let size = 2 * radius
      let path = Path.polygon(
        x: Double(radius), y: Double(radius), radius: Double(radius), corners: corners, turned: 0.37)
      let levels = Pixmap(filling: path, width: size, height: size).levels
      for corner in [0, size - 1, size * (size - 1), size * size - 1] { #expect(levels[corner] == 0) }
      for (x, y) in [(0, 0), (-1, 0), (0, -1), (-1, -1)] {
        #expect(levels[(radius + y) * size + radius + x] == 16)
      }
    }
  }

  @Test("Contours of the same direction overlap without a hole, and of opposite directions with one.")
  func winding() {
    let outer = Path(Rect(x: 1, y: 1, width: 8, height: 8))
    let inner = Path(Rect(x: 3, y: 3, width: 4, height: 4))
    var twice = outer
    twice.append(inner)
    var ring = outer
    ring.append(inner.reversed)
    #expect(Pixmap(filling: twice, width: 10, height: 10) == Pixmap(filling: outer, width: 10, height: 10))
    #expect(Pixmap(filling: ring, width: 10, height: 10).levels.reduce(0, +) == (64 - 16) * 16)
  }

  @Test("A tall drawing is filled band by band without a seam.")
  func bands() {
    let (width, height) = (1200, 1000)
    #expect(CoverageAccumulator.rowCount(columns: 0..<width) < height / 2)
    let path = Path.polygon(x: 600, y: 500, radius: 490, corners: 3, turned: 0.1)
    let narrow = (0..<12).map { strip in
      Pixmap(
        filling: path.translated(by: Vector(dx: Double(-100 * strip), dy: 0)), width: 100, height: height
      ).levels.reduce(0, +)
    }
    #expect(Pixmap(filling: path, width: width, height: height).levels.reduce(0, +) == narrow.reduce(0, +))
  }
}
