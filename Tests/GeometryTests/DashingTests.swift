import SeededNumbers
import Testing

@testable import Geometry

@Suite struct DashingTests {
  private func line(_ points: (Double, Double)...) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      let point = Point(x: point.0, y: point.1)
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    return path
  }

  /// The ends of each dash along a line on the x axis.
  private func dashes(_ length: Double, _ pattern: [Double]) -> [[Double]] {
    line((0, 0), (length, 0)).dashed(pattern).flattened().map { $0.points.map(\.x) }
  }

  @Test(
    "Dashes follow the pattern from the start.",
    arguments: [
      // length, pattern, dashes
      (10.0, [4.0, 2.0], [[0.0, 4.0], [6.0, 10.0]]),
      (11.0, [4.0, 2.0], [[0.0, 4.0], [6.0, 10.0]]),
      (9.0, [4.0, 2.0], [[0.0, 4.0], [6.0, 9.0]]),
      (3.0, [4.0, 2.0], [[0.0, 3.0]]),
      (9.0, [3.0], [[0.0, 3.0], [6.0, 9.0]]),
      (9.0, [4.0, 1.0, 1.0, 1.0], [[0.0, 4.0], [5.0, 6.0], [7.0, 9.0]]),
      (5.0, [2.0, 0.0], [[0.0, 2.0], [2.0, 4.0], [4.0, 5.0]]),
      (5.0, [0.0, 2.0, 1.0, 1.0], [[2.0, 3.0]]),
    ])
  func pattern(length: Double, pattern: [Double], expected: [[Double]]) {
    #expect(dashes(length, pattern) == expected)
  }

  @Test(
    "A pattern without a valid length leaves the path unchanged.",
    arguments: [[], [0.0], [0.0, 0.0], [-1.0, 2.0], [.nan, 1.0], [.infinity, 1.0]])
  func invalidPattern(pattern: [Double]) {
    let path = line((0, 0), (10, 0), (10, 5))
    #expect(path.dashed(pattern) == path)
  }

  @Test("A dash continues around corners, and every contour begins with a new dash.")
  func corners() {
    var path = line((0, 0), (3, 0), (3, 3))
    path.append(line((0, 9), (3, 9)))
    let dashes = path.dashed([5, 1]).flattened().map(\.points)
    #expect(
      dashes == [
        [Point(x: 0, y: 0), Point(x: 3, y: 0), Point(x: 3, y: 2)], [Point(x: 0, y: 9), Point(x: 3, y: 9)],
      ])
  }

  @Test("Dashes and gaps share the length of a path in the ratio of the pattern.", arguments: 0..<200)
  func lengths(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    let points = (0..<12).map { _ in (number(0...100), number(0...100)) }
    var path = Path()
    path.move(to: Point(x: points[0].0, y: points[0].1))
    for point in points.dropFirst() { path.line(to: Point(x: point.0, y: point.1)) }
    let (on, off) = (number(0.5...3), number(0.5...3))
    func length(_ path: Path) -> Double {
      path.flattened().flatMap { zip($0.points, $0.points.dropFirst()).map { ($1 - $0).length } }.reduce(0, +)
    }
    let whole = length(path)
    let dashed = length(path.dashed([on, off]))
    let periods = (whole / (on + off)).rounded(.down)
    let rest = min(whole - periods * (on + off), on)
    #expect((dashed - periods * on - rest).magnitude < 1e-6)
  }

  @Test("A path that would have too many dashes is not dashed.")
  func tooManyDashes() {
    let far = line((0, 0), (1e300, 0))
    #expect(far.dashed([1, 1]).flattened().map(\.points) == far.flattened().map(\.points))
    #expect(dashes(1e-9, [1e-15, 1e-15]) == [[0, 1e-9]])
  }
}
