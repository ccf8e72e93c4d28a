import SeededNumbers
import Testing

@testable import Geometry

@Suite struct FlatteningTests {
  @Test("Lines stay within the tolerance of the curve that they replace.", arguments: 0..<100)
  func tolerance(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let tolerance = [1, 0.05, 0.001][seed % 3]
    func point() -> Point {
      Point(x: .random(in: 0...300, using: &generator), y: .random(in: 0...300, using: &generator))
    }
    let (start, control1, control2, end) = (point(), point(), point(), point())
    var quadratic = Path()
    quadratic.move(to: start)
    quadratic.quadratic(to: end, control: control1)
    var cubic = Path()
    cubic.move(to: start)
    cubic.cubic(to: end, control1: control1, control2: control2)
    let (parabola, curve) = try (
      #require(quadratic.flattened(tolerance: tolerance).first), #require(cubic.flattened(tolerance: tolerance).first)
    )
    let (parabolaLines, curveLines) = (Lines([parabola]), Lines([curve]))
    for step in 0...200 {
      let share = Double(step) / 200
      let (first, second) = (start.interpolated(to: control1, at: share), control1.interpolated(to: end, at: share))
      #expect(parabolaLines.distance(to: first.interpolated(to: second, at: share)) <= tolerance)

      let middle = control1.interpolated(to: control2, at: share)
      let left = first.interpolated(to: middle, at: share)
      let right = middle.interpolated(to: control2.interpolated(to: end, at: share), at: share)
      #expect(curveLines.distance(to: left.interpolated(to: right, at: share)) <= tolerance)
    }
    #expect(parabola.points.first == start && parabola.points.last == end)
    #expect(curve.points.first == start && curve.points.last == end)
  }

  @Test(
    "A quarter of the tolerance takes twice the number of lines.",
    arguments: [
      (1.0, 8), (0.25, 15), (0.0625, 29), (1e-300, 1024),
    ])
  func lineCount(tolerance: Double, count: Int) {
    // The second difference is (0, -200): √(200 / 4) = 7.07, and twice that is 14.14, four times 28.28.
    var path = Path()
    path.move(to: Point(x: 0, y: 0))
    path.quadratic(to: Point(x: 200, y: 0), control: Point(x: 100, y: 100))
    #expect(path.flattened(tolerance: tolerance).map { $0.points.count - 1 } == [count])
  }

  @Test("A curve that is straight with a constant speed becomes one line.")
  func straightCurve() {
    var path = Path()
    path.move(to: Point(x: 0, y: 0))
    path.cubic(to: Point(x: 9, y: 6), control1: Point(x: 3, y: 2), control2: Point(x: 6, y: 4))
    #expect(path.flattened().map(\.points) == [[Point(x: 0, y: 0), Point(x: 9, y: 6)]])
  }

  @Test("Contours are closed and continued as they were drawn.")
  func contours() {
    var path = Path(Rect(x: 0, y: 0, width: 2, height: 1))
    path.line(to: Point(x: -5, y: -5))
    path.move(to: Point(x: 7, y: 7))
    let polylines = path.flattened()
    #expect(polylines.map(\.isClosed) == [true, false])
    #expect(polylines.map(\.points.count) == [4, 2])
    #expect(polylines.last?.points == [Point(x: 0, y: 0), Point(x: -5, y: -5)])
    #expect(Path().flattened().isEmpty)
  }

  @Test("A point that is not finite breaks the contour.", arguments: [Double.nan, .infinity, -.infinity])
  func gaps(hole: Double) {
    var path = Path()
    path.move(to: Point(x: 0, y: 0))
    path.line(to: Point(x: 1, y: 0))
    path.line(to: Point(x: 2, y: hole))
    path.line(to: Point(x: 3, y: 0))
    path.line(to: Point(x: 4, y: 0))
    path.close()
    #expect(path.flattened().map { $0.points.map(\.x) } == [[0, 1], [3, 4]])
    #expect(path.flattened().map(\.isClosed) == [false, false])

    var curve = Path()
    curve.move(to: Point(x: hole, y: 0))
    curve.line(to: Point(x: 1, y: 0))
    curve.cubic(to: Point(x: 2, y: 0), control1: Point(x: hole, y: 0), control2: Point(x: 2, y: 0))
    curve.line(to: Point(x: 3, y: 0))
    curve.quadratic(to: Point(x: hole, y: 0), control: Point(x: 2, y: 0))
    #expect(curve.flattened().map { $0.points.map(\.x) } == [[2, 3]])
  }
}
