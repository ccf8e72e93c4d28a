/// The parts of curves that are drawn so that no curve hides another: where curves lie on each other, they are drawn in turn.
///
/// Curves that are nearer to each other than a distance, usually half the width of a line, form a group. Along the first curve of a group, a
/// stretch with the same members is divided into equally long dashes, as many for each member, which have them in turn. A
/// member is drawn where it runs beside dashes of its own.
public struct CurveAlternation {
  /// The lines to be drawn of each curve; nil for a curve that is drawn whole.
  public private(set) var parts: [CurveParts?]

  /// The length of a dash, in widths of a line.
  static let dashLength = 5.0
  /// The largest number of curves that are compared.
  static let curveLimit = 32

  /// Divides curves into the parts that are drawn.
  ///
  /// - Parameters:
  ///   - curves: The points of each curve in pixels.
  ///   - width: The width of the widest line, in pixels.
  ///   - reach: The distance in pixels below which curves lie on each other; half of the width unless it is given.
  public init(of curves: [[[Point]]], in frame: Rect, width: Double, reach: Double? = nil) {
    parts = [CurveParts?](repeating: nil, count: curves.count)
    guard (2...Self.curveLimit).contains(curves.count), width > 0 else { return }
    let step = max(width / 2, max(frame.width, frame.height) / 4096)
    let traces = curves.map { CurveTrace(of: $0, in: frame, step: step) }
    // Less than three widths are a crossing.
    let shortest = Int((3 * width / step).rounded(.up))
    let neighbors = CurveNeighbors(of: traces, in: frame, reach: reach ?? width / 2, shortest: shortest)
    guard !neighbors.isEmpty else { return }

    let groups = traces.indices.map { curve in
      (0..<(traces[curve]?.samples.count ?? 0)).map { CurveGroup(around: $0, of: curve, among: neighbors) }
    }
    let stretches = traces.indices.map { curve in
      CurveStretch.all(
        along: curve, traces[curve]?.samples ?? [], groups[curve], shortest: shortest, dash: Self.dashLength * width)
    }
    /// The dash beside a sample: its stretch, its number, and the place along the leading curve.
    func dash(_ curve: Int, _ sample: Int) -> (stretch: CurveStretch, index: Int, distance: Double)? {
      let group = groups[curve][sample]
      guard let stretch = stretches[group.leader].last(where: { $0.start <= group.distance }),
        group.distance <= stretch.end, stretch.members.contains(curve)
      else { return nil }
      return (stretch, stretch.dash(at: group.distance), group.distance)
    }
    var isShown = traces.indices.map { curve in
      groups[curve].indices.map { sample in
        dash(curve, sample).map { $0.stretch.owner(of: $0.index) == curve } ?? true
      }
    }
    // Nothing is left out that no other curve shows.
    for curve in isShown.indices {
      for sample in isShown[curve].indices where !isShown[curve][sample] {
        let isHidden = traces.indices.contains { other in
          guard other != curve, let match = neighbors.match(curve, sample, on: other), match.gap.isFinite else {
            return false
          }
          let places = max(match.sample - 1, 0)...min(match.sample + 1, isShown[other].count - 1)
          return places.contains { isShown[other][$0] }
        }
        if !isHidden { isShown[curve][sample] = true }
      }
    }
    for curve in isShown.indices where isShown[curve].contains(false) {
      guard let trace = traces[curve] else { continue }
      parts[curve] = CurveParts(of: trace, where: isShown[curve], margin: 2 * width) { sample in
        // The place between this sample and the next at which one dash ends and another begins.
        guard let one = dash(curve, sample), let two = dash(curve, sample + 1), one.stretch.start == two.stretch.start,
          one.index != two.index
        else { return 0.5 }
        let border = one.stretch.start(of: max(one.index, two.index))
        let length = two.distance - one.distance
        return length == 0 ? 0.5 : min(max((border - one.distance) / length, 0), 1)
      }
    }
  }
}

/// The curves that lie on each other at a sample of one of them.
private struct CurveGroup {
  /// The members as bits of their numbers.
  let members: UInt32
  /// The lowest number among the members, and the place along that curve.
  let leader: Int
  let distance: Double

  /// Finds the group: the neighbours of the curve, their neighbours, and so on.
  init(around sample: Int, of curve: Int, among neighbors: CurveNeighbors) {
    var members: UInt32 = 1 << UInt32(curve)
    var (leader, distance) = (curve, neighbors.traces[curve]?.samples[sample].distance ?? 0)
    var open = [(curve, sample)]
    while let (curve, sample) = open.popLast() {
      for other in neighbors.traces.indices where members & (1 << UInt32(other)) == 0 {
        guard let match = neighbors.match(curve, sample, on: other) else { continue }
        members |= 1 << UInt32(other)
        open.append((other, match.sample))
        if other < leader { (leader, distance) = (other, match.distance) }
      }
    }
    (self.members, self.leader, self.distance) = (members, leader, distance)
  }
}

/// A stretch of a curve along which the same curves lie on it, all with higher numbers.
private struct CurveStretch {
  /// The distances along the curve at both ends.
  let start: Double
  let end: Double
  let members: [Int]
  /// The number of dashes: a multiple of the number of members.
  let dashCount: Int

  /// Returns the stretches along a curve in their order.
  static func all(
    along curve: Int, _ samples: [CurveTrace.Sample], _ groups: [CurveGroup], shortest: Int, dash: Double
  ) -> [CurveStretch] {
    var runs: [(range: Range<Int>, members: UInt32)] = []
    for (index, group) in groups.enumerated() {
      let members = group.leader == curve ? group.members : 0
      if let last = runs.last, last.members == members, samples[index - 1].line == samples[index].line {
        runs[runs.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        runs.append((index..<index + 1, members))
      }
    }
    // Where members come or go one after the other, what is too short for dashes joins what is before or after it.
    func isGroup(_ run: (range: Range<Int>, members: UInt32)) -> Bool { run.members.nonzeroBitCount > 1 }
    var joined: [(range: Range<Int>, members: UInt32)] = []
    for run in runs {
      guard let last = joined.last, isGroup(last), isGroup(run),
        samples[run.range.lowerBound - 1].line == samples[run.range.lowerBound].line,
        min(last.range.count, run.range.count) < shortest || last.members == run.members
      else {
        joined.append(run)
        continue
      }
      joined[joined.count - 1] = (
        last.range.lowerBound..<run.range.upperBound, last.range.count < run.range.count ? run.members : last.members
      )
    }
    return joined.filter(isGroup).map { run in
      func border(_ index: Int) -> Double {
        let isInside =
          index > 0 && index < samples.count && samples[index - 1].line == samples[index].line
        guard isInside else { return samples[min(index, samples.count - 1)].distance }
        return (samples[index - 1].distance + samples[index].distance) / 2
      }
      let start = border(run.range.lowerBound)
      let last = run.range.upperBound
      let isLineEnd = last == samples.count || samples[last].line != samples[last - 1].line
      let end = isLineEnd ? samples[last - 1].distance : border(last)
      let members = (0..<32).filter { run.members & (1 << UInt32($0)) != 0 }
      let rounds = max(1, ((end - start) / (dash * Double(members.count))).rounded())
      return CurveStretch(start: start, end: end, members: members, dashCount: members.count * Int(rounds))
    }
  }

  /// Returns the number of the dash at a distance along the curve.
  func dash(at distance: Double) -> Int {
    let place = (distance - start) / (end - start) * Double(dashCount)
    return place > 0 ? min(Int(place), dashCount - 1) : 0
  }

  /// Returns the curve that a dash belongs to.
  func owner(of dash: Int) -> Int { members[dash % members.count] }

  /// Returns the distance along the curve at which a dash begins.
  func start(of dash: Int) -> Double { start + (end - start) * Double(dash) / Double(dashCount) }
}
