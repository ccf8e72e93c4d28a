import Drawing
import Geometry
import Goldens
import Pixels
import Testing

@testable import Raster

@Suite struct GoldenTests {
  // Coordinates are literals, so that the pictures do not depend on a libm.
  private func zigzag(_ points: [(Double, Double)]) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      let point = Point(x: point.0, y: point.1)
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    return path
  }

  @Test("A polygon matches its golden picture.")
  func polygon() throws {
    let star = Path(
      corners: [(16, 1), (25, 28.5), (1.5, 11.5), (30.5, 11.5), (7, 28.5)].map { Point(x: $0.0, y: $0.1) })
    try Golden("polygon.txt").expect(levelsOf: Pixmap(filling: star, width: 32, height: 30))
  }

  @Test("The joins of a stroke match their golden picture.")
  func joins() throws {
    let corner = zigzag([(6, 20), (14, 6), (20, 20), (24, 12)])
    var path = Path()
    for (index, join) in [StrokeStyle.Join.miter(limit: 4), .round, .bevel].enumerated() {
      path.append(
        corner.translated(by: Vector(dx: Double(index) * 26, dy: 2)).stroked(StrokeStyle(width: 5, join: join)))
    }
    try Golden("joins.txt").expect(levelsOf: Pixmap(filling: path, width: 84, height: 32))
  }

  @Test("The caps of a stroke match their golden picture.")
  func caps() throws {
    let line = zigzag([(6, 12), (20, 6.5)])
    var path = Path()
    for (index, cap) in [StrokeStyle.Cap.butt, .round, .square].enumerated() {
      path.append(
        line.translated(by: Vector(dx: Double(index) * 24, dy: 0)).stroked(StrokeStyle(width: 6, cap: cap)))
    }
    try Golden("caps.txt").expect(levelsOf: Pixmap(filling: path, width: 76, height: 19))
  }

  @Test("A curve matches its golden picture.")
  func curve() throws {
    var path = Path()
    path.move(to: Point(x: 2, y: 25))
    path.cubic(to: Point(x: 30, y: 8), control1: Point(x: 12, y: -14), control2: Point(x: 18, y: 44))
    path.quadratic(to: Point(x: 46, y: 20), control: Point(x: 40, y: -12))
    let stroke = path.stroked(StrokeStyle(width: 2.0833, cap: .square, join: .round))
    try Golden("curve.txt").expect(levelsOf: Pixmap(filling: stroke, width: 50, height: 30))
  }

  @Test("The stroke of a closed contour matches its golden picture.")
  func ring() throws {
    let stroke = Path(
      corners: [(4.5, 4.5), (27, 3), (24, 24), (15, 13), (5, 21)].map { Point(x: $0.0, y: $0.1) }
    ).stroked(StrokeStyle(width: 1.5, join: .round))
    try Golden("ring.txt").expect(levelsOf: Pixmap(filling: stroke, width: 32, height: 28))
  }

  @Test("A clipped stroke matches its golden picture.")
  func clip() throws {
    let stroke = zigzag([(-5, 20), (8, 2), (16, 25), (24, -3), (40, 18)]).stroked(StrokeStyle(width: 3))
    let clip = Rect(x: 4, y: 3, width: 22, height: 15)
    try Golden("clip.txt").expect(levelsOf: Pixmap(filling: stroke, width: 32, height: 22, clip: clip))
  }

  @Test("Overlapping translucent areas match their golden pictures.")
  func overlap() throws {
    let fills = [
      Fill(Path(Rect(x: 1, y: 1, width: 7.5, height: 6.25)), color: Color(0x1f77b4, alpha: 128), role: .bar),
      Fill(
        Path(corners: [(4, 2), (11, 5), (5, 10)].map { Point(x: $0.0, y: $0.1) }), color: Color(0xff7f0e, alpha: 204),
        role: .bar),
    ]
    let white = Pixmap(rendering: DisplayList(width: 12, height: 11, fills: fills))
    try Golden("overlap.txt").expect(coloursOf: white)
    let clear = DisplayList(width: 12, height: 11, background: Color(0, alpha: 0), fills: fills)
    try Golden("overlap-transparent.txt").expect(coloursOf: Pixmap(rendering: clear))
  }
}
