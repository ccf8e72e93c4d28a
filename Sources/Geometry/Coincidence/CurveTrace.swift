/// The part of a curve inside the frame, with places along it at equal distances.
///
/// A place on the curve is told by its distance along the curve, which grows from line to line.
struct CurveTrace {
  /// The lines of the curve inside the frame.
  private(set) var lines: [Line] = []
  /// Places along all lines, both ends of each among them.
  private(set) var samples: [Sample] = []

  /// Points that are joined.
  struct Line {
    var points: [Point]
    /// The distance along the curve to each point.
    var distances: [Double]
    /// Whether the curve itself begins or ends at the ends of the line; otherwise it crosses the frame there.
    var begins: Bool
    var ends: Bool
  }

  /// A place on a line.
  struct Sample {
    let point: Point
    let distance: Double
    /// The index of the line.
    let line: Int
  }

  /// The largest number of samples: a curve that is longer fills the frame, and is no line that could be told from others.
  static let sampleLimit = 16_384

  /// Traces a curve; nil if it has no part inside the frame or would have too many samples.
  ///
  /// - Parameter step: The distance between two samples.
  init?(of polylines: [[Point]], in frame: Rect, step: Double) {
    // A point on the edge may be rounded to a place a little beyond it.
    let room = frame.inset(by: -0.01)
    var start = 0.0
    var length = 0.0
    for polyline in polylines {
      var line: Line?
      func isLonger(_ line: Line) -> Bool { line.distances[line.distances.count - 1] > line.distances[0] }
      func finish(atEnd: Bool) {
        guard var finished = line else { return }
        line = nil
        guard isLonger(finished) else { return }
        finished.ends = atEnd
        let end = finished.distances[finished.distances.count - 1]
        length += end - finished.distances[0]
        // Lines are far enough apart for no place near one of them to count as near the next.
        start = end + 16 * step
        lines.append(finished)
      }
      for index in polyline.indices.dropFirst() {
        let (from, to) = (polyline[index - 1], polyline[index])
        guard [from.x, from.y, to.x, to.y].allSatisfy(\.isFinite), let shares = room.shares(from: from, to: to) else {
          finish(atEnd: false)
          continue
        }
        let entry = shares.lowerBound == 0 ? from : from.interpolated(to: to, at: shares.lowerBound)
        let exit = shares.upperBound == 1 ? to : from.interpolated(to: to, at: shares.upperBound)
        if line == nil || shares.lowerBound > 0 {
          finish(atEnd: false)
          line = Line(points: [entry], distances: [start], begins: index == 1 && shares.lowerBound == 0, ends: false)
        }
        let distance = (line?.distances.last ?? start) + (exit - entry).length
        line?.points.append(exit)
        line?.distances.append(distance)
        if shares.upperBound < 1 { finish(atEnd: false) }
        guard length + distance - start <= step * Double(Self.sampleLimit) else { return nil }
      }
      finish(atEnd: true)
    }
    guard !lines.isEmpty, Double(lines.count) + length / step <= Double(Self.sampleLimit) else { return nil }
    for (index, line) in lines.enumerated() { addSamples(of: line, index, step: step) }
  }

  private mutating func addSamples(of line: Line, _ index: Int, step: Double) {
    let (start, end) = (line.distances[0], line.distances[line.distances.count - 1])
    let count = max(1, Int(((end - start) / step).rounded(.up)))
    var place = 0
    for sample in 0...count {
      let distance = sample == count ? end : start + (end - start) * Double(sample) / Double(count)
      while place < line.distances.count - 2, line.distances[place + 1] < distance { place += 1 }
      samples.append(Sample(point: line.point(at: distance, after: place), distance: distance, line: index))
    }
  }

  /// Returns the points of a line between two places on it. Where the curve crosses the frame, the points reach beyond it by
  /// a margin, so that the line is as wide at the frame as elsewhere.
  func points(of index: Int, between start: Double, and end: Double, margin: Double) -> [Point] {
    let line = lines[index]
    let first = line.distances.partitioningIndex { $0 > start }
    let last = line.distances.partitioningIndex { $0 >= end }
    let inner = first < last ? Array(line.points[first..<last]) : []
    var points = [line.point(at: start, after: max(first - 1, 0))] + inner
    points.append(line.point(at: end, after: max(last - 1, 0)))
    func beyond(_ point: Point, from other: Point) -> Point? {
      let way = point - other
      return way.length > 0 ? point + way * (margin / way.length) : nil
    }
    if !line.begins, start <= line.distances[0], let point = beyond(points[0], from: points[1]) {
      points.insert(point, at: 0)
    }
    let count = points.count
    if !line.ends, end >= line.distances[line.distances.count - 1],
      let point = beyond(points[count - 1], from: points[count - 2])
    {
      points.append(point)
    }
    return points
  }
}

extension CurveTrace.Line {
  /// Returns the point at a distance along the curve, which is on the line that begins at an index or at one of its ends.
  fileprivate func point(at distance: Double, after index: Int) -> Point {
    let next = min(index + 1, points.count - 1)
    let length = distances[next] - distances[index]
    guard length > 0 else { return points[next] }
    return points[index].interpolated(to: points[next], at: min(max((distance - distances[index]) / length, 0), 1))
  }
}

extension RandomAccessCollection where Index == Int {
  /// Returns the first index whose element satisfies a condition that all later elements satisfy too.
  func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
