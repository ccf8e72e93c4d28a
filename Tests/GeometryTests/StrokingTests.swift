import Foundation
import SeededNumbers
import Testing

@testable import Geometry

@Suite struct StrokingTests {
  @Test("A round stroke covers the points within half its width of the path, and no others.", arguments: 0..<200)
  func roundPen(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let path = Path.random(
      count: .random(in: 2...6, using: &generator), isCurved: seed % 2 == 1, isClosed: seed % 4 > 1, using: &generator)
    let width = Double.random(in: 0.5...40, using: &generator)
    let stroke = Lines(path.stroked(StrokeStyle(width: width, cap: .round, join: .round)).flattened())
    let lines = Lines(path.flattened(tolerance: 1e-3))
    for _ in 0..<100 {
      let point = Point(x: .random(in: -20...120, using: &generator), y: .random(in: -20...120, using: &generator))
      let distance = lines.distance(to: point)
      // The lines of the path and those of the arcs are each off by the tolerance; points on the edge are left out.
      guard abs(distance - width / 2) > 3 * Path.defaultTolerance else { continue }
      let winding = stroke.winding(around: point)
      #expect(distance < width / 2 ? winding > 0 : winding == 0, "\(point) at \(distance) of \(width / 2)")
    }
  }

  @Test("No point is wound around counterclockwise.", arguments: 0..<100)
  func orientation(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let path = Path.random(
      count: .random(in: 2...9, using: &generator), isCurved: seed % 2 == 0, isClosed: seed % 4 > 1, using: &generator)
    let joins: [StrokeStyle.Join] = [.miter(limit: 10), .bevel, .round]
    let style = StrokeStyle(width: .random(in: 1...90, using: &generator), cap: .square, join: joins[seed % 3])
    let stroke = Lines(path.stroked(style).flattened())
    for _ in 0..<100 {
      let point = Point(x: .random(in: -20...120, using: &generator), y: .random(in: -20...120, using: &generator))
      #expect(stroke.winding(around: point) >= 0)
    }
  }

  @Test(
    "A stroke of a straight line covers its length times the width, and the caps.",
    arguments: [
      (StrokeStyle.Cap.butt, 0.0),
      (.square, 4.0),
      (.round, .pi),
    ])
  func caps(cap: StrokeStyle.Cap, ends: Double) {
    for direction in 0..<24 {
      let angle = Double(direction) * .pi / 12 + 0.1
      var path = Path()
      path.move(to: Point(x: 3, y: 4))
      path.line(to: Point(x: 3 + 50 * cos(angle), y: 4 + 50 * sin(angle)))
      let areas = path.stroked(StrokeStyle(width: 2, cap: cap), tolerance: 1e-5).signedAreas
      #expect(areas.count == 1)
      #expect(abs(areas[0] - (50 * 2 + ends)) < 1e-4)
    }
  }

  @Test(
    "The outer side of a corner has the area of its join.", arguments: [-170, -120, -90, -30, -3, 5, 45, 90, 135, 175])
  func joins(degrees: Int) {
    let angle = Double(degrees) * .pi / 180
    let turn = abs(angle)
    let radius = 1.5
    // The lines are long enough for the inner edges to cross before the middle.
    let length = 100.0
    var path = Path()
    path.move(to: Point(x: -length, y: 0))
    path.line(to: Point(x: 0, y: 0))
    path.line(to: Point(x: length * cos(angle), y: length * sin(angle)))
    func area(_ join: StrokeStyle.Join) -> Double {
      path.stroked(StrokeStyle(width: 2 * radius, join: join), tolerance: 1e-6).signedAreas.reduce(0, +)
    }
    let arms = 2 * radius * 2 * length - radius * radius * tan(turn / 2)
    #expect(abs(area(.bevel) - arms - radius * radius * sin(turn) / 2) < 1e-6)
    #expect(abs(area(.round) - arms - radius * radius * turn / 2) < 1e-4)
    #expect(abs(area(.miter(limit: 100)) - 2 * radius * 2 * length) < 1e-6)
    let reach = 1 / cos(turn / 2)
    #expect(area(.miter(limit: reach * 1.001)) == area(.miter(limit: 100)))
    #expect(area(.miter(limit: reach * 0.999)) == area(.bevel))
  }

  @Test("A stroke of a circle covers its circumference times the width.", arguments: [0.5, 1, 1.39, 2.08, 4, 8])
  func circles(width: Double) {
    for radius in [4.0, 4.5, 10, 33, 100] where radius > width / 2 {
      // With these radii the inner edge is a circle too, so that no area is counted twice.
      let style = StrokeStyle(width: width, join: .round)
      let area = Path.circle(x: 7, y: 9, radius: radius).stroked(style).signedAreas.reduce(0, +)
      // Both edges may be off by the tolerance, and four cubics are no exact circle.
      #expect(abs(area / (2 * .pi * radius * width) - 1) < 0.001 + 2 * Path.defaultTolerance / width)
    }
  }

  @Test("A stroke of a rectangle with mitred corners is a rectangle around a rectangle.")
  func frame() {
    let stroke = Path(Rect(x: 10, y: 20, width: 30, height: 40)).stroked(StrokeStyle(width: 2))
    let area: Double = 32 * 42 - 28 * 38
    #expect(stroke.signedAreas.reduce(0, +) == area)
    #expect(stroke.controlBox == Rect(x: 9, y: 19, width: 32, height: 42))
  }

  @Test("Repeated points change nothing.")
  func repeatedPoints() {
    var path = Path()
    var repeated = Path()
    for (index, x) in [1.0, 5, 9, 4].enumerated() {
      let point = Point(x: x, y: Double(index * index))
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
      if index == 0 { repeated.move(to: point) } else { repeated.line(to: point) }
      repeated.line(to: point)
    }
    #expect(repeated.stroked(StrokeStyle(width: 2)) == path.stroked(StrokeStyle(width: 2)))
    path.close()
    repeated.line(to: Point(x: 1, y: 0))
    repeated.close()
    #expect(repeated.stroked(StrokeStyle(width: 2)) == path.stroked(StrokeStyle(width: 2)))
  }

  @Test("A single point, or a stroke without width, draws nothing.", arguments: [-1, 0, Double.nan, .infinity])
  func nothing(width: Double) {
    var dot = Path()
    dot.move(to: Point(x: 1, y: 1))
    dot.line(to: Point(x: 1, y: 1))
    dot.close()
    #expect(dot.stroked(StrokeStyle(width: 3, cap: .round)).isEmpty)
    #expect(Path(Rect(x: 0, y: 0, width: 1, height: 1)).stroked(StrokeStyle(width: width)).isEmpty)
  }

  @Test("Extreme coordinates make a stroke of bounded size.", arguments: 0..<200)
  func hostileCoordinates(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let coordinates: [Double] = [
      0, 1, -7, .leastNonzeroMagnitude, 1e9, -1e150, 1e300, -1e300, .greatestFiniteMagnitude,
      .nan, .infinity,
      -.infinity,
    ]
    let points = (0..<24).map { _ in
      Point(x: coordinates.randomElement(using: &generator)!, y: coordinates.randomElement(using: &generator)!)
    }
    var path = Path()
    for index in stride(from: 0, to: 24, by: 6) {
      path.move(to: points[index])
      path.line(to: points[index + 1])
      path.quadratic(to: points[index + 2], control: points[index + 3])
      path.cubic(to: points[index + 3], control1: points[index + 4], control2: points[index + 5])
      if seed % 2 == 0 { path.close() }
    }
    let widths = [.leastNonzeroMagnitude, 1, 1e200, .greatestFiniteMagnitude]
    let style = StrokeStyle(width: widths[seed % 4], cap: .round, join: seed % 3 == 0 ? .miter(limit: .nan) : .round)
    // There are eight curves of 1024 lines, each with a corner of two arcs of at most 256 lines and a few more points.
    #expect(path.stroked(style).elements.count < 8 * 1024 * (2 * 256 + 8))
  }
}
