import Geometry
import SeededNumbers
import Testing

/// Curves that lie on each other are drawn in turn.
@Suite struct CurveAlternationTests {
  static let frame = Rect(x: 20, y: 10, width: 300, height: 200)
  static let width = 4.0

  /// The lines that are drawn of each curve.
  private func drawn(_ curves: [[[Point]]]) -> [[[Point]]] {
    let parts = CurveAlternation(of: curves, in: Self.frame, width: Self.width).parts
    return zip(curves, parts).map { $1?.lines ?? $0 }
  }

  /// The distance from a point to the nearest of some lines.
  private func distance(_ point: Point, to lines: [[Point]]) -> Double {
    var nearest = Double.infinity
    for line in lines {
      for (start, end) in zip(line, line.dropFirst()) {
        let way = end - start
        let square = way.dot(way)
        let share = square > 0 ? min(max((point - start).dot(way) / square, 0), 1) : 0
        nearest = min(nearest, (start.interpolated(to: end, at: share) - point).length)
      }
    }
    return nearest
  }

  /// Points of a curve inside the frame, a pixel or less apart.
  private func places(on curve: [[Point]]) -> [Point] {
    curve.flatMap { line in
      zip(line, line.dropFirst()).flatMap { start, end in
        let count = max(1, Int((end - start).length))
        return (0..<count).map { start.interpolated(to: end, at: (Double($0) + 0.5) / Double(count)) }
      }
    }.filter { Self.frame.contains($0) }
  }

  /// The share of each curve that shows the middle of its own line, with later curves above earlier ones.
  private func visibleShares(_ curves: [[[Point]]], _ drawn: [[[Point]]]) -> [Double] {
    curves.indices.map { curve in
      let places = places(on: curves[curve])
      let visible = places.count { place in
        distance(place, to: drawn[curve]) < 0.01
          && !drawn[(curve + 1)...].contains { isCovered(place, by: $0) }
      }
      return Double(visible) / Double(places.count)
    }
  }

  /// Whether a point is below strokes along lines, which end flatly.
  private func isCovered(_ point: Point, by lines: [[Point]]) -> Bool {
    lines.contains { line in
      zip(line, line.dropFirst()).contains { start, end in
        let way = end - start
        let share = (point - start).dot(way) / way.dot(way)
        return (0...1).contains(share)
          && (start.interpolated(to: end, at: share) - point).length < Self.width / 2
      }
    }
  }

  /// The largest distance from a curve to the nearest line that is drawn.
  private func largestGap(_ curves: [[[Point]]], _ drawn: [[[Point]]]) -> Double {
    let lines = drawn.flatMap(\.self)
    return curves.flatMap { places(on: $0).map { distance($0, to: lines) } }.max() ?? 0
  }

  private func wave(from left: Double = 0, to right: Double = 340, step: Double = 3, shift: Double = 0) -> [Point] {
    stride(from: left, through: right, by: step).map { x in
      let bend = ((x - 170) / 170) * ((x - 170) / 170)
      return Point(x: x, y: 60 + 120 * bend * (1 - bend / 2) + shift)
    }
  }

  @Test("Each of several curves that are the same has its share of the path.", arguments: 2...6)
  func sameCurves(count: Int) {
    // The points of each curve differ.
    let curves = (0..<count).map { [wave(step: 2 + Double($0) * 0.7)] }
    let drawn = drawn(curves)
    for share in visibleShares(curves, drawn) {
      #expect(share >= 0.9 / Double(count) && share <= 1.1 / Double(count), "\(share) of \(count)")
    }
    #expect(largestGap(curves, drawn) < 1)
  }

  @Test("Curves that stand upright on each other, or lie on the edge of the frame, are drawn in turn too.")
  func uprightCurves() {
    let upright = (0..<3).map { curve in
      [[Point(x: 100, y: -50), Point(x: 100, y: 60 + Double(curve)), Point(x: 100, y: 400)]]
    }
    let edge = (0..<2).map { curve in
      [
        [
          Point(x: -5, y: Self.frame.maxY), Point(x: 80 + Double(curve), y: Self.frame.maxY),
          Point(x: 900, y: Self.frame.maxY),
        ]
      ]
    }
    for curves in [upright, edge] {
      let drawn = drawn(curves)
      for share in visibleShares(curves, drawn) { #expect(share >= 0.9 / Double(curves.count)) }
      #expect(largestGap(curves, drawn) < 1)
    }
  }

  @Test("Curves that only cross, or run beside each other, are drawn whole.")
  func crossingCurves() {
    let rising = [[Point(x: 0, y: 200), Point(x: 400, y: 0)]]
    let falling = [[Point(x: 0, y: 0), Point(x: 400, y: 200)]]
    let beside = [[Point(x: 0, y: 203), Point(x: 400, y: 3)]]
    let parts = CurveAlternation(of: [rising, falling, beside], in: Self.frame, width: Self.width).parts
    #expect(parts.allSatisfy { $0 == nil })
  }

  @Test("A dash is about five widths long, and a short stretch is divided among its curves.")
  func dashLengths() throws {
    func lengths(_ shared: Double) throws -> [Double] {
      let one = [[Point(x: 30, y: 30), Point(x: 60, y: 100), Point(x: 60 + shared, y: 100), Point(x: 300, y: 30)]]
      let two = [[Point(x: 30, y: 180), Point(x: 60, y: 100), Point(x: 60 + shared, y: 100), Point(x: 300, y: 180)]]
      let parts = CurveAlternation(of: [one, two], in: Self.frame, width: Self.width).parts
      return try parts.flatMap { try #require($0).lines }.compactMap { line -> Double? in
        let isLevel = line.allSatisfy { ($0.y - 100).magnitude < 1e-6 }
        return isLevel ? (line[line.count - 1] - line[0]).length : nil
      }
    }
    // Ten dashes of 20 pixels: those at both ends belong to longer parts.
    let long = try lengths(200)
    #expect(long.count == 8 && long.allSatisfy { (20...22.5).contains($0) }, "\(long)")
    #expect(try lengths(24).allSatisfy { $0 < 24 })
  }

  /// Two to four curves of random bends that are the same over some stretches.
  private func random(seed: Int) -> [[[Point]]] {
    var random = SeededGenerator(seed: seed)
    func number(_ low: Double, _ high: Double) -> Double { low + Double(random.next() >> 11) * 0x1p-53 * (high - low) }
    let base = (0...6).map { Point(x: 10 + 55 * Double($0), y: number(20, 200)) }
    return (0..<(2 + Int(random.next() % 3))).map { _ in
      var corners = base
      let first = Int(random.next() % 7)
      for index in first..<min(first + 3, 7) where random.next() % 3 > 0 { corners[index].y = number(0, 220) }
      if random.next() % 4 == 0 { corners.reverse() }
      // Points between the corners, and sometimes a gap.
      let step = number(0.02, 0.3)
      let dense =
        zip(corners, corners.dropFirst()).flatMap { start, end in
          stride(from: 0, to: 1, by: step).map { start.interpolated(to: end, at: $0) }
        } + [corners[6]]
      guard random.next() % 3 == 0 else { return [dense] }
      let gap = dense.count / 2
      return [Array(dense[..<gap]), Array(dense[(gap + 1)...])]
    }
  }

  @Test("Curves that share stretches leave no gap, and all of them can be seen.", arguments: 0..<50)
  func sharedStretches(seed: Int) {
    let curves = random(seed: seed)
    let drawn = drawn(curves)
    #expect(largestGap(curves, drawn) <= Self.width / 2 + 0.5)
    for share in visibleShares(curves, drawn) { #expect(share >= min(0.3, 0.9 / Double(curves.count))) }
  }

  @Test("Curves of any points are divided, and one that fills the frame is drawn whole.")
  func anyPoints() {
    var random = SeededGenerator(seed: 1)
    let extremes: [Double] = [.nan, .infinity, -.infinity, 1e308, -1e308, 0, 100, 100, .leastNonzeroMagnitude]
    let wild = (0..<5).map { _ in
      [
        (0..<400).map { _ in
          Point(x: extremes[Int(random.next() % 9)], y: extremes[Int(random.next() % 9)])
        }
      ]
    }
    for part in CurveAlternation(of: wild, in: Self.frame, width: Self.width).parts {
      let points = part?.lines.flatMap(\.self) ?? []
      #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
    let noise = (0..<2).map { _ in
      [(0..<65_536).map { Point(x: 20 + Double($0) * 300 / 65_536, y: 10 + Double(random.next() % 200)) }]
    }
    #expect(CurveAlternation(of: noise, in: Self.frame, width: Self.width).parts.allSatisfy { $0 == nil })
    for curves in [[], [[]], [[], [[]]], [[[Point(x: 50, y: 50)]], [[Point(x: 50, y: 50)]]]] {
      #expect(CurveAlternation(of: curves, in: Self.frame, width: Self.width).parts.allSatisfy { $0 == nil })
    }
    let flat = Rect(x: 0, y: 0, width: 0, height: 0)
    #expect(CurveAlternation(of: [[wave()], [wave()]], in: flat, width: 0).parts.allSatisfy { $0 == nil })
  }
}

/// Intervals that are pushed apart.
@Suite struct IntervalStackTests {
  @Test("Intervals that fit are where they should be, and others are pushed apart by as little as can be.")
  func intervals() {
    func starts(_ wanted: [Double], _ room: ClosedRange<Double> = 0...100) -> [Double] {
      IntervalStack(
        lengths: wanted.map { _ in 10 }, gap: 2, within: room, wanted: wanted, weights: wanted.map { _ in 1 }
      ).starts
    }
    #expect(starts([]) == [])
    #expect(starts([5, 40]) == [5, 40])
    #expect(starts([50, 50]) == [44, 56])
    #expect(starts([50, 50, 80]) == [44, 56, 80])
    #expect(starts([-20, 95]) == [0, 90])
    #expect(starts([0, 0, 0]) == [0, 12, 24])
    #expect(starts([0, 0, 0], 0...33) == [])
  }

  @Test("No interval overlaps another or leaves the range.", arguments: 0..<50)
  func noOverlap(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let lengths = (0..<6).map { _ in Double(1 + random.next() % 30) }
    let wanted = lengths.map { _ in Double(random.next() % 240) - 20 }.sorted()
    let starts = IntervalStack(
      lengths: lengths, gap: 1, within: 0...200, wanted: wanted, weights: lengths.map { _ in 1 }
    ).starts
    guard !starts.isEmpty else {
      #expect(lengths.reduce(5, +) > 200)
      return
    }
    #expect(starts[0] >= -1e-9 && starts[5] + lengths[5] <= 200 + 1e-9)
    for index in 1..<6 { #expect(starts[index] >= starts[index - 1] + lengths[index - 1] + 1 - 1e-9) }
  }
}
