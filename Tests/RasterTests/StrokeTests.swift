import Drawing
import Foundation
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct StrokeTests {
  @Test("A straight stroke covers its length times its width.", arguments: 0..<100)
  func straight(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let angle = Double.random(in: 0...(2 * .pi), using: &generator)
    let width = Double.random(in: 0.1...8, using: &generator)
    var path = Path()
    path.move(to: Point(x: 50 - 40 * cos(angle), y: 50 - 40 * sin(angle)))
    path.line(to: Point(x: 50 + 40 * cos(angle), y: 50 + 40 * sin(angle)))
    let sum = coverage(of: path.stroked(StrokeStyle(width: width)), width: 100, height: 100).reduce(0, +)
    #expect(abs(sum - 80 * width) < (160 + 2 * width) / Double(Edge.one))
  }

  @Test("A stroke around a circle covers the circumference times its width.", arguments: [0.5, 1, 1.39, 2.08, 4])
  func round(width: Double) {
    for radius in [5.0, 12, 45] {
      let path = Path.polygon(x: 50, y: 50, radius: radius, corners: 720)
      for join in [StrokeStyle.Join.round, .miter(limit: 4), .bevel] {
        let stroke = path.stroked(StrokeStyle(width: width, join: join))
        let sum = coverage(of: stroke, width: 100, height: 100).reduce(0, +)
        // The overlap at 720 corners is less than 1/1000.
        #expect(abs(sum / (2 * .pi * radius * width) - 1) < 0.001)
      }
    }
  }

  @Test("The stroke of a wave has the same width everywhere.", arguments: 0..<20)
  func wave(seed: Int) {
    let phase = Double(seed) / 20
    var path = Path()
    for step in 0...400 {
      let x = Double(step) / 4
      let point = Point(x: x, y: 30 + phase + 12 * sin(x / 9 + phase))
      if step == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    let width = 2.0833
    let covered = coverage(of: path.stroked(StrokeStyle(width: width, join: .round)), width: 100, height: 60)
    for column in 2..<98 {
      let sum = (0..<60).map { covered[$0 * 100 + column] }.reduce(0, +)
      // A vertical cut through a stroke of slope s is √(1 + s²) times as long as straight across; over one pixel the
      // slope is that in its middle, but for the curvature.
      let slope = 12.0 / 9 * cos((Double(column) + 0.5) / 9 + phase)
      #expect(abs(sum - width * (1 + slope * slope).squareRoot()) < 0.03)
    }
  }

  @Test("A path that goes back over itself leaves no hole.")
  func backAndForth() {
    var path = Path()
    path.move(to: Point(x: 5, y: 10))
    path.line(to: Point(x: 35, y: 10))
    path.line(to: Point(x: 5, y: 10))
    path.line(to: Point(x: 35, y: 10))
    let stroke = path.stroked(StrokeStyle(width: 4))
    let levels = Pixmap(filling: stroke, width: 40, height: 20).levels
    #expect(levels == Pixmap(filling: Path(Rect(x: 5, y: 8, width: 30, height: 4)), width: 40, height: 20).levels)
  }
}
