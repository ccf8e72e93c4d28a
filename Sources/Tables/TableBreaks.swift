import Activations

/// The places where the function of a table is not smooth.
struct TableBreaks {
  private(set) var breakpoints: [Breakpoint] = []
  /// The breakpoints, and the places where only the second derivative jumps.
  private(set) var formulaChanges: [Double] = []

  /// Half a unit in the last place of single precision, relative to which differences count.
  private static let resolution = 0x1p-24

  init(
    of table: PointTable, pieces: [TablePieces.Piece], interpolation: TableInterpolation, beyond: TableExtension
  ) {
    let last = table.count - 1
    for point in 0...last {
      let place = table.x[point]
      let isEnd = beyond == .none && (point == 0 || point == last)
      if isEnd {
        // A single point without surroundings is no end of a curve.
        if last > 0 { breakpoints.append(Breakpoint(.end, at: place)) }
        formulaChanges.append(place)
        continue
      }
      let (before, after) = (pieces[point], pieces[point + 1])
      let neighbours = [max(point - 1, 0), point, min(point + 1, last)]
      let size = neighbours.reduce(0) { max($0, table.values[$1].magnitude) }
      let distances = (place - before.origin, place - after.origin)
      let step = interpolation == .step ? (after.value(at: distances.1) - before.value(at: distances.0)).magnitude : 0
      let slopes = (before.derivative(at: distances.0), after.derivative(at: distances.1))
      let bend = (slopes.1 - slopes.0).magnitude
      let width = neighbours.map { (table.x[$0] - place).magnitude }.filter { $0 > 0 }.min() ?? 1
      if step > Self.resolution * size {
        breakpoints.append(Breakpoint(.jump, at: place))
      } else if bend > Self.resolution * max(slopes.0.magnitude, slopes.1.magnitude),
        bend * width > 4 * Self.resolution * size
      {
        // A bend that values rounded to single precision may have by their rounding is none.
        breakpoints.append(Breakpoint(.kink, at: place))
      } else {
        let bends = (before.d1 + 2 * before.d2 * distances.0, after.d1 + 2 * after.d2 * distances.1)
        let isContinuous =
          (bends.1 - bends.0).magnitude <= Self.resolution * max(bends.0.magnitude, bends.1.magnitude)
        if isContinuous { continue }
      }
      formulaChanges.append(place)
    }
  }
}
