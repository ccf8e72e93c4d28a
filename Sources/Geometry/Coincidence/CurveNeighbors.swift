/// Which curves of a panel are so near to each other that one hides the other, at each sample of each curve.
struct CurveNeighbors {
  let traces: [CurveTrace?]
  /// The matches of the samples of one curve on another, for each pair of curves; empty where they never meet.
  private var matches: [[Match?]]

  /// The nearest place on another curve.
  struct Match {
    /// The nearest sample of the other curve.
    let sample: Int
    /// The distance along the other curve.
    let distance: Double
    /// The distance between both curves, or infinity in a short gap between near places.
    let gap: Double
  }

  /// Compares each curve with all others.
  ///
  /// - Parameters:
  ///   - reach: The distance below which a curve is near another.
  ///   - shortest: The number of samples in the shortest stretch that counts; what is shorter is a crossing. A curve that is
  ///     near for a good part of its length always counts.
  init(of traces: [CurveTrace?], in frame: Rect, reach: Double, shortest: Int) {
    self.traces = traces
    matches = [[Match?]](repeating: [], count: traces.count * traces.count)
    let cells = SampleCells(of: traces, in: frame, size: 2 * reach)
    for (curve, trace) in traces.enumerated() {
      guard let trace else { continue }
      for (index, sample) in trace.samples.enumerated() {
        cells.forEachNear(sample.point) { other, place in
          guard other != curve, let foreign = traces[other] else { return }
          let pair = curve * traces.count + other
          guard let found = foreign.match(to: sample.point, around: place, within: reach) else { return }
          if matches[pair].isEmpty { matches[pair] = [Match?](repeating: nil, count: trace.samples.count) }
          if found.gap < matches[pair][index]?.gap ?? .infinity { matches[pair][index] = found }
        }
      }
    }
    for (curve, trace) in traces.enumerated() {
      guard let trace else { continue }
      for other in traces.indices where !matches[curve * traces.count + other].isEmpty {
        matches[curve * traces.count + other].keepStretches(of: trace.samples, shortest: shortest)
      }
    }
    addCounterparts()
  }

  /// Whether any two curves are near each other.
  var isEmpty: Bool { matches.allSatisfy(\.isEmpty) }

  /// Returns the place on another curve that is near a sample of a curve; nil if there is none.
  func match(_ curve: Int, _ sample: Int, on other: Int) -> Match? {
    let pair = matches[curve * traces.count + other]
    return pair.isEmpty ? nil : pair[sample]
  }

  /// Makes the relation the same from both sides: where a curve has a match on another, that has one on the curve.
  private mutating func addCounterparts() {
    let known = matches
    for curve in traces.indices {
      for other in traces.indices {
        guard let trace = traces[curve], let foreign = traces[other] else { continue }
        let back = other * traces.count + curve
        for (index, match) in known[curve * traces.count + other].enumerated() {
          guard let match else { continue }
          if matches[back].isEmpty { matches[back] = [Match?](repeating: nil, count: foreign.samples.count) }
          if matches[back][match.sample] == nil {
            matches[back][match.sample] = Match(sample: index, distance: trace.samples[index].distance, gap: match.gap)
          }
        }
      }
    }
  }
}

extension CurveTrace {
  /// Returns the place on the two lines around a sample that is nearest to a point; nil if it is not within a distance.
  fileprivate func match(to point: Point, around place: Int, within reach: Double) -> CurveNeighbors.Match? {
    var nearest = reach
    var match: CurveNeighbors.Match?
    for (from, to) in [(place - 1, place), (place, place + 1)] where from >= 0 && to < samples.count {
      let (start, end) = (samples[from], samples[to])
      guard start.line == end.line else { continue }
      let way = end.point - start.point
      let square = way.dot(way)
      let share = square > 0 ? min(max((point - start.point).dot(way) / square, 0), 1) : 0
      let distance = (start.point.interpolated(to: end.point, at: share) - point).length
      guard distance < nearest else { continue }
      nearest = distance
      match = CurveNeighbors.Match(
        sample: share < 0.5 ? from : to, distance: start.distance + (end.distance - start.distance) * share,
        gap: distance)
    }
    return match
  }
}

extension [CurveNeighbors.Match?] {
  /// Fills short gaps between matches, and then removes those of short stretches.
  fileprivate mutating func keepStretches(of samples: [CurveTrace.Sample], shortest: Int) {
    let enough = Swift.min(shortest, Swift.max(1, samples.count / 3))
    func runs(_ isRun: (Element) -> Bool) -> [Range<Int>] {
      var runs: [Range<Int>] = []
      for index in indices where isRun(self[index]) {
        if let last = runs.last, last.upperBound == index, samples[index - 1].line == samples[index].line {
          runs[runs.count - 1] = last.lowerBound..<index + 1
        } else {
          runs.append(index..<index + 1)
        }
      }
      return runs
    }
    for gap in runs({ $0 == nil }) where gap.count < shortest {
      // Not a gap at the end of a line.
      guard gap.lowerBound > 0, gap.upperBound < count, samples[gap.lowerBound - 1].line == samples[gap.upperBound].line
      else { continue }
      guard let match = self[gap.lowerBound - 1] else { continue }
      for index in gap {
        self[index] = CurveNeighbors.Match(sample: match.sample, distance: match.distance, gap: .infinity)
      }
    }
    for run in runs({ $0 != nil }) where run.count < enough {
      for index in run { self[index] = nil }
    }
  }
}

/// The samples of curves in square cells, so that those near a point are found without a look at all others.
private struct SampleCells {
  private let origin: Point
  private let size: Double
  private let columns: Int
  private let rows: Int
  /// The place in `entries` at which each cell begins, and the end of the last.
  private var starts: [Int]
  private var entries: [(curve: Int, sample: Int)]

  /// The largest number of samples of one curve in a cell; a curve has more only where it runs to and fro.
  private static let limit = 8

  init(of traces: [CurveTrace?], in frame: Rect, size wanted: Double) {
    // At most 512 cells along each side.
    let size = max(wanted, max(frame.width, frame.height) / 512)
    let room = frame.inset(by: -size)
    self.size = size
    origin = Point(x: room.minX, y: room.minY)
    columns = Int(room.width / size) + 1
    rows = Int(room.height / size) + 1
    starts = [Int](repeating: 0, count: columns * rows + 1)
    entries = []
    var held: [(cell: Int, curve: Int, sample: Int)] = []
    for (curve, trace) in traces.enumerated() {
      var counts: [Int: Int] = [:]
      for (index, sample) in (trace?.samples ?? []).enumerated() {
        let (column, row) = place(of: sample.point)
        let cell = row * columns + column
        guard counts[cell, default: 0] < Self.limit else { continue }
        counts[cell, default: 0] += 1
        held.append((cell, curve, index))
        starts[cell + 1] += 1
      }
    }
    for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
    var next = starts
    entries = [(curve: Int, sample: Int)](repeating: (0, 0), count: held.count)
    for (cell, curve, sample) in held {
      entries[next[cell]] = (curve, sample)
      next[cell] += 1
    }
  }

  private func place(of point: Point) -> (column: Int, row: Int) {
    (
      min(max(Int((point.x - origin.x) / size), 0), columns - 1),
      min(max(Int((point.y - origin.y) / size), 0), rows - 1)
    )
  }

  /// Calls a closure with the samples in the cell of a point and in those around it.
  func forEachNear(_ point: Point, _ body: (_ curve: Int, _ sample: Int) -> Void) {
    let (column, row) = place(of: point)
    for row in max(row - 1, 0)...min(row + 1, rows - 1) {
      for cell in row * columns + max(column - 1, 0)...row * columns + min(column + 1, columns - 1) {
        for entry in entries[starts[cell]..<starts[cell + 1]] { body(entry.curve, entry.sample) }
      }
    }
  }
}
