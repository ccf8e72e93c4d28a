import Geometry

/// The names of the curves of a panel at their ends: in the column beside the frame, and inside where curves end there.
struct EndLabels {
  /// The names that have a place.
  let labels: [EndLabel]
  /// The last visible point of each curve of the legend, in pixels; nil where the curve has none.
  let ends: [Point?]
  /// Whether there is room for the names beside the frame.
  let fit: Bool
  /// The indices of the entries whose curves end inside the frame where there is no room for their names.
  let withoutPlace: Set<Int>

  /// Completes the names beside the frame by those inside.
  ///
  /// - Parameters:
  ///   - obstacles: What no name may cover.
  ///   - others: The boxes of the other texts inside the frame.
  init(
    completing column: EndColumn, of text: LegendText, in area: PlotArea, avoiding obstacles: () -> Obstacles,
    and others: [Rect], on paper: Paper
  ) {
    var labels = column.labels
    var withoutPlace: Set<Int> = []
    let beside = Set(labels.map(\.index))
    let inside = text.entries.indices.filter { !beside.contains($0) }
    if !inside.isEmpty {
      let surroundings = (obstacles: obstacles(), clearance: paper.pixels(EndLabel.leaderGap))
      for index in inside {
        guard let end = column.ends[index] else { continue }
        let block = text.entries[index].block
        let candidates = InsidePlaces(of: block.box.size, around: end, in: area.frame, on: paper).boxes
        let place = candidates.lazy.compactMap { box -> EndLabel? in
          let label = EndLabel(block, of: index, in: box, from: end, on: paper)
          let isFree =
            surroundings.obstacles.areClear(of: box.inset(by: -surroundings.clearance))
            && !others.contains { $0.overlaps(box) } && !labels.contains { $0.touches(label) }
          return isFree ? label : nil
        }.first
        if let place { labels.append(place) } else { withoutPlace.insert(index) }
      }
    }
    self.labels = labels.sorted { $0.index < $1.index }
    ends = column.ends
    fit = column.fits
    self.withoutPlace = withoutPlace
  }
}

extension EndLabel {
  /// Places a name inside a frame, with a line to the end if that is not near.
  fileprivate init(_ block: TextBlock, of index: Int, in box: Rect, from end: Point, on paper: Paper) {
    let isNear = box.distance(to: end) <= paper.pixels(Self.reach)
    self.init(
      index: index, block: block.placed(at: Point(x: box.minX, y: box.minY)),
      leader: isNear
        ? nil : LegendLayout.Leader(from: end, to: box.nearest(to: end), gap: paper.pixels(Self.leaderGap)))
  }

  /// Whether a name covers another one or its line, or the lines cross.
  fileprivate func touches(_ other: EndLabel) -> Bool {
    block.box.overlaps(other.block.box) || leader?.crosses(other.block.box) ?? false
      || other.leader?.crosses(block.box) ?? false
      || leader.flatMap { leader in other.leader.map { leader.crosses($0) } } ?? false
  }
}

/// The places inside a frame that the name of a curve may take around the end of the curve, from the nearest on.
private struct InsidePlaces {
  let boxes: [Rect]

  /// The directions that are tried at each distance, as parts of the distance.
  private static let directions: [(dx: Double, dy: Double)] = [
    (1, 0), (0, -1), (0, 1), (-1, 0), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7),
  ]

  init(of size: Size, around end: Point, in frame: Rect, on paper: Paper) {
    let gap = paper.pixels(EndLabel.gap)
    let room = frame.inset(by: gap / 2)
    guard size.width <= room.width, size.height <= room.height else {
      boxes = []
      return
    }
    boxes = [0, 0.75, 1.5, 2.5, 4, 6].flatMap { distance in
      Self.directions.map { direction in
        let reach = gap + distance * paper.em
        func start(_ place: Double, _ part: Double, _ length: Double) -> Double {
          place + part * reach - (part > 0 ? 0 : part < 0 ? length : length / 2)
        }
        let box = Rect(
          x: start(end.x, direction.dx, size.width), y: start(end.y, direction.dy, size.height), width: size.width,
          height: size.height)
        // Inside of the frame, the nearest place.
        return Rect(
          x: min(max(box.x, room.minX), room.maxX - size.width),
          y: min(max(box.y, room.minY), room.maxY - size.height), width: size.width, height: size.height)
      }
    }
  }
}
