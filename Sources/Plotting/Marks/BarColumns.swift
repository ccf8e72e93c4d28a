import Geometry

/// Bars on columns of pixels, each column as high as the tallest bar in it, so that narrow and low bars are seen.
///
/// A bar of any height but zero is at least one pixel wide and a given number of pixels high.
struct BarColumns {
  /// The left edge of the first column.
  private let left: Double
  /// The position at which bars begin.
  private let base: Double
  /// The least distance of the end of a bar from the base.
  private let leastHeight: Double
  /// The ends of the highest bars that rise from the base, and of the lowest that hang from it, by column; those of empty
  /// columns are the base.
  private var tops: [Double]
  private var bottoms: [Double]

  init(of bars: Bars, in area: PlotArea, leastHeight: Double) {
    let frame = area.clip
    left = frame.minX
    base = PixelSnapping.edge(area.y.basePosition)
    self.leastHeight = leastHeight
    let width = frame.width.isFinite ? max(frame.width, 0) : 0
    tops = Array(repeating: base, count: Int(min(width, 1e6)))
    bottoms = tops
    for bar in bars.heights.indices { add(bar, of: bars, in: area) }
  }

  private mutating func add(_ bar: Int, of bars: Bars, in area: PlotArea) {
    let height = bars.heights[bar]
    guard area.y.type.shows(height), height != 0 else { return }
    let sides = [bars.edges[bar], bars.edges[bar + 1]].map { edge in
      area.x.type.shows(edge) ? PixelSnapping.edge(area.x.position(of: edge)) - left : 0
    }
    let count = Double(tops.count)
    // Bars beyond the frame are not seen; one that begins on its right edge is in the last column.
    guard sides[1] >= 0, sides[0] <= count, count > 0 else { return }
    let first = Int(min(max(sides[0], 0), count - 1))
    let last = max(Int(min(sides[1], count)), first + 1)
    let tip = PixelSnapping.edge(area.y.position(of: height))
    for column in first..<last {
      if height > 0 {
        tops[column] = min(tops[column], tip, base - leastHeight)
      } else {
        bottoms[column] = max(bottoms[column], tip, base + leastHeight)
      }
    }
  }

  /// The outlines of all bars: one around all that touch.
  var path: Path {
    var path = Path()
    for ends in [tops, bottoms] { append(ends, to: &path) }
    return path
  }

  private func append(_ ends: [Double], to path: inout Path) {
    var column = 0
    while column < ends.count {
      guard ends[column] != base else {
        column += 1
        continue
      }
      path.move(to: Point(x: left + Double(column), y: base))
      while column < ends.count, ends[column] != base {
        let end = ends[column]
        path.line(to: Point(x: left + Double(column), y: end))
        while column < ends.count, ends[column] == end { column += 1 }
        path.line(to: Point(x: left + Double(column), y: end))
      }
      path.line(to: Point(x: left + Double(column), y: base))
      path.close()
    }
  }
}
