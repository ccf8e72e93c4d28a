import Drawing
import Geometry
import Pixels

@testable import Plotting

/// How much of each curve of a panel can be seen in the picture, measured on pixels.
struct CurveVisibility {
  /// The name of the curve, or its number.
  let name: String
  /// The number of places along the path of the curve inside the frame, about a pixel apart, that were looked at.
  let placeCount: Int
  /// The share of these places at which a pixel has the curve's own colour.
  let shownShare: Double
  /// The share that the curve has if curves that coincide share their path evenly, averaged over all places.
  let evenShare: Double

  /// Whether at least 30 % of the path is shown or, where k curves coincide, 0.9/k of it.
  var isEnough: Bool { placeCount < 12 || shownShare >= min(0.3, 0.9 * evenShare) }
}

extension CurveVisibility {
  /// Measures all curves of ordinary width in a panel of a finished picture.
  static func measured(in panel: PanelLayout, of layout: FigureLayout, pixels: PixelReader) -> [CurveVisibility] {
    let paper = layout.paper
    let width = paper.pixels(paper.style.lineWidth)
    let pens = panel.panel.pens(in: paper.style)
    var curves: [(name: String, color: Color, runs: [[Point]])] = []
    for (index, mark) in panel.panel.marks.enumerated() {
      guard case .curve(let curve) = mark, curve.weight == .normal else { continue }
      let runs = curve.runs(where: panel.area.shows).map { $0.map { panel.area.point(curve.x[$0], curve.y[$0]) } }
      curves.append((curve.label.isEmpty ? "curve \(index)" : curve.label, pens[index].color, runs))
    }
    let others = [paper.style.paper, paper.style.gridColor, paper.style.textColor]
    return curves.enumerated().map { index, curve in
      var (count, shown, even) = (0, 0, 0.0)
      for place in curve.runs.flatMap({ places(along: $0, in: panel.frame) }) {
        count += 1
        let coincident = curves.indices.count { other in
          other == index || curves[other].runs.contains { distance(of: place, to: $0) < width / 2 }
        }
        even += 1 / Double(coincident)
        let isShown = pixels.around(place).contains { pixel in
          let own = pixel.distance(to: curve.color)
          let rivals = curves.map(\.color).filter { $0 != curve.color } + others
          return rivals.allSatisfy { pixel.distance(to: $0) > own }
        }
        if isShown { shown += 1 }
      }
      let whole = Double(max(count, 1))
      return CurveVisibility(
        name: curve.name, placeCount: count, shownShare: Double(shown) / whole, evenShare: even / whole)
    }
  }

  /// Returns points about a pixel apart along a line, as far as they are in the frame; at most twenty thousand.
  private static func places(along run: [Point], in frame: Rect) -> [Point] {
    var places: [Point] = []
    for (start, end) in zip(run, run.dropFirst()) {
      let reach = frame.inset(by: -1)
      guard min(start.x, end.x) <= reach.maxX, max(start.x, end.x) >= reach.minX,
        min(start.y, end.y) <= reach.maxY, max(start.y, end.y) >= reach.minY
      else { continue }
      let way = end - start
      let steps = Int(min(max(way.dx.magnitude + way.dy.magnitude, 1), 4_000))
      for step in 0..<steps where places.count < 20_000 {
        let place = start.interpolated(to: end, at: (Double(step) + 0.5) / Double(steps))
        if frame.contains(place) { places.append(place) }
      }
    }
    return places
  }

  /// Returns the distance of a point from a line whose x values increase, or from that part of it that is near.
  private static func distance(of place: Point, to run: [Point]) -> Double {
    var (low, high) = (0, run.count)
    while low < high {
      let middle = (low + high) / 2
      if run[middle].x < place.x - 8 { low = middle + 1 } else { high = middle }
    }
    var least = Double.infinity
    for index in max(low - 1, 0)..<max(run.count - 1, 0) {
      let (start, end) = (run[index], run[index + 1])
      if start.x > place.x + 8 { break }
      let way = end - start
      let square = way.dx * way.dx + way.dy * way.dy
      let offset = place - start
      let share = square > 0 ? min(max((offset.dx * way.dx + offset.dy * way.dy) / square, 0), 1) : 0
      let (dx, dy) = (offset.dx - share * way.dx, offset.dy - share * way.dy)
      least = min(least, (dx * dx + dy * dy).squareRoot())
    }
    return least
  }
}

/// Reads single pixels of a picture.
struct PixelReader {
  private let width: Int
  private let height: Int
  private let bytes: [UInt8]

  init(_ pixmap: Pixmap) { (width, height, bytes) = (pixmap.width, pixmap.height, pixmap.bytes) }

  /// Returns the colour of the pixel at a column and a row; nil outside of the picture.
  subscript(column: Int, row: Int) -> Color? {
    guard 0..<width ~= column, 0..<height ~= row else { return nil }
    let start = (row * width + column) * 4
    return Color(red: bytes[start], green: bytes[start + 1], blue: bytes[start + 2], alpha: bytes[start + 3])
  }

  /// Returns the colours of the pixel that holds a point and of its eight neighbours.
  func around(_ point: Point) -> [Color] {
    let (column, row) = (Int(point.x.rounded(.down)), Int(point.y.rounded(.down)))
    return (-1...1).flatMap { dy in (-1...1).compactMap { dx in self[column + dx, row + dy] } }
  }
}

extension Color {
  /// Returns the sum of the differences of the three channels.
  func distance(to other: Color) -> Int {
    zip([red, green, blue], [other.red, other.green, other.blue]).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
  }
}
