import Geometry

/// The places a legend may take inside a frame, in the order in which they are tried.
///
/// After matplotlib's "best": the first that covers the fewest points of curves, plus curves crossing it, plus bars.
enum LegendAnchor: CaseIterable {
  case upperRight, upperLeft, lowerLeft, lowerRight, right, centerLeft, centerRight, lowerCenter, upperCenter, center

  /// The box of that size, and how much it covers.
  static func best(for size: Size, in room: Rect, avoiding obstacles: LegendObstacles) -> (box: Rect, coverage: Int) {
    if obstacles.areReduced {
      let boxes = allCases.map { $0.box(of: size, in: room) }
      let counts = obstacles.counts(in: boxes)
      // The first of the least.
      let place = counts.indices.min { counts[$0] < counts[$1] } ?? 0
      return (boxes[place], counts[place])
    }
    var best = (box: LegendAnchor.upperRight.box(of: size, in: room), coverage: 0)
    best.coverage = obstacles.count(in: best.box)
    for anchor in allCases.dropFirst() where best.coverage > 0 {
      let box = anchor.box(of: size, in: room)
      let coverage = obstacles.count(in: box)
      if coverage < best.coverage { best = (box, coverage) }
    }
    return best
  }

  private func box(of size: Size, in room: Rect) -> Rect {
    Rect(
      x: room.minX + horizontal * (room.width - size.width), y: room.minY + vertical * (room.height - size.height),
      width: size.width, height: size.height)
  }

  /// 0 at the left, 1 at the right.
  private var horizontal: Double {
    switch self {
    case .upperLeft, .lowerLeft, .centerLeft: 0
    case .lowerCenter, .upperCenter, .center: 0.5
    case .upperRight, .lowerRight, .right, .centerRight: 1
    }
  }

  /// 0 at the top, 1 at the bottom.
  private var vertical: Double {
    switch self {
    case .upperRight, .upperLeft, .upperCenter: 0
    case .right, .centerLeft, .centerRight, .center: 0.5
    case .lowerLeft, .lowerRight, .lowerCenter: 1
    }
  }
}
