import Foundation
import SeededNumbers

@testable import Geometry

extension Path {
  /// Returns a path through random points of a square of side 100.
  static func random(count: Int, isCurved: Bool, isClosed: Bool, using generator: inout SeededGenerator) -> Path {
    func point() -> Point {
      Point(x: .random(in: 0...100, using: &generator), y: .random(in: 0...100, using: &generator))
    }
    var path = Path()
    path.move(to: point())
    for index in 1..<count {
      switch isCurved ? index % 3 : 0 {
      case 1: path.quadratic(to: point(), control: point())
      case 2: path.cubic(to: point(), control1: point(), control2: point())
      default: path.line(to: point())
      }
    }
    if isClosed { path.close() }
    return path
  }

  /// Returns four cubic curves that are at most 0.03 % of the radius away from a circle.
  static func circle(x: Double, y: Double, radius: Double) -> Path {
    let reach = 0.5522847498307936 * radius
    var path = Path()
    path.move(to: Point(x: x + radius, y: y))
    for (cosine, sine) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
      path.cubic(
        to: Point(x: x - sine * radius, y: y + cosine * radius),
        control1: Point(x: x + cosine * radius - sine * reach, y: y + sine * radius + cosine * reach),
        control2: Point(x: x - sine * radius + cosine * reach, y: y + cosine * radius + sine * reach))
    }
    path.close()
    return path
  }

  /// The areas of the contours, positive if they run clockwise as displayed.
  var signedAreas: [Double] { flattened().map(\.signedArea) }
}

/// The lines of a path, each as its two ends.
struct Lines {
  private let lines: [(Point, Point)]

  init(_ polylines: [Polyline]) { lines = polylines.flatMap { $0.isClosed ? $0.closedLines : $0.openLines } }

  /// Returns how often the lines run clockwise around a point.
  func winding(around point: Point) -> Int {
    var winding = 0
    for (start, end) in lines where (start.y <= point.y) != (end.y <= point.y) {
      let side = (end - start).cross(point - start)
      if end.y > start.y && side > 0 { winding += 1 }
      if end.y < start.y && side < 0 { winding -= 1 }
    }
    return winding
  }

  /// Returns the distance of a point from the nearest line.
  func distance(to point: Point) -> Double {
    var least = Double.infinity
    for (start, end) in lines {
      let line = end - start
      let share = line.length > 0 ? min(max((point - start).dot(line) / line.dot(line), 0), 1) : 0
      least = min(least, (point - start.interpolated(to: end, at: share)).length)
    }
    return least
  }
}

extension Polyline {
  var openLines: [(Point, Point)] { Array(zip(points, points.dropFirst())) }

  var closedLines: [(Point, Point)] { openLines + [(points[points.count - 1], points[0])] }

  var signedArea: Double {
    closedLines.map { Vector(dx: $0.x, dy: $0.y).cross(Vector(dx: $1.x, dy: $1.y)) / 2 }.reduce(0, +)
  }
}
