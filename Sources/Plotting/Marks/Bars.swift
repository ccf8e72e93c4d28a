import Drawing
import Geometry
import Scales

/// Bars from zero to a height, side by side without a seam: a histogram or a bar chart.
///
/// On a logarithmic axis bars begin at the frame, and only those of positive height are drawn.
public struct Bars: Sendable {
  /// The sides of the bars in data units: increasing, and one more than there are heights.
  public var edges: [Double]
  /// The value at the end of each bar, in data units.
  public var heights: [Double]
  /// The name in the legend; empty if the bars are not in it.
  public var label: String
  /// The colour of all bars.
  public var color: MarkColor

  /// Creates bars from their edges and heights. A figure whose bars have too many or too few edges has no layout.
  public init(
    edges: [Double], heights: [Double], label: String = "", color: MarkColor = .inTurn
  ) {
    self.edges = edges
    self.heights = heights
    self.label = label
    self.color = color
  }

  /// Creates a histogram: counts the finite values in equally wide bins between the smallest and the largest.
  ///
  /// ```swift
  /// Bars(counting: [1, 2, 2, 3], bins: 2)     // edges 1, 2, 3; heights 1, 3
  /// ```
  ///
  /// A value on an edge belongs to the bin on its right, the largest value to the last bin. If all values are the same, the
  /// bins reach half a unit to either side; if none is finite, they reach from 0 to 1.
  ///
  /// - Parameters:
  ///   - values: The values to be counted. Values that are not finite are left out.
  ///   - bins: The number of bins, at least one.
  ///   - label: The name in the legend, or an empty text for none.
  ///   - color: The colour of the bars.
  public init(counting values: some Sequence<Double>, bins: Int, label: String = "", color: MarkColor = .inTurn) {
    precondition(bins >= 1, "A histogram needs at least one bin.")
    let values = values.filter(\.isFinite)
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    // Halves, so that no difference overflows.
    let edges = (0...bins).map { place in
      let share = Double(place) / Double(bins)
      return place == bins ? high : low + (high / 2 - low / 2) * share * 2
    }
    var heights = [Double](repeating: 0, count: bins)
    for value in values {
      let share = (value / 2 - low / 2) / (high / 2 - low / 2)
      var bin = min(max(Int(share * Double(bins)), 0), bins - 1)
      while bin > 0, value < edges[bin] { bin -= 1 }
      while bin < bins - 1, value >= edges[bin + 1] { bin += 1 }
      heights[bin] += 1
    }
    self.init(edges: edges, heights: heights, label: label, color: color)
  }

  /// Whether a few bars are so high that little of the others can be seen on a linear axis, as of those of a function that
  /// is nearly constant on one side.
  ///
  /// Of n bars that are not empty, n / 20 count as few, at least 2, or 1 of less than 20. All others are lower than a
  /// fifteenth of the highest, and hold at least one in 200 of all. Of less than 8 bars, none are squeezed. By this rule, a
  /// spike of 3 000 among 7 000 values in 50 equal bars squeezes these; normal, exponential and Laplace distributions in 30
  /// bars or more have no squeezed bars.
  public var areSqueezed: Bool {
    let heights = heights.filter { $0 > 0 && $0.isFinite }.sorted(by: >)
    guard heights.count >= 8 else { return false }
    let few = heights.count < 20 ? 1 : max(2, heights.count / 20)
    // Shares of the highest bar, so that no sum overflows.
    let others = heights[few...].reduce(0) { $0 + $1 / heights[0] }
    let all = heights.reduce(0) { $0 + $1 / heights[0] }
    return heights[few] < heights[0] / 15 && others >= all / 200
  }
}

extension Bars: MarkContent {
  var legendKey: LegendKey { .area }
  var layer: MarkLayer { .belowTicks }
  var stems: Stems? { nil }

  func check() throws(LayoutError) {
    guard edges.count == heights.count + 1 else {
      throw .unequalEdges(label: label, edges: edges.count, heights: heights.count)
    }
  }

  func extend(x: inout DataRange, y: inout DataRange, style: Style) {
    for edge in edges { x.add(edge) }
    for height in heights { y.add(height) }
    y.addBase(0)
  }

  func add(to obstacles: inout Obstacles, in area: PlotArea) {
    let base = area.y.basePosition
    obstacles.add(
      boxes: heights.indices.lazy.map { index in
        let tip = area.y.position(of: heights[index])
        return Rect(
          minX: area.x.position(of: edges[index]), minY: min(tip, base),
          maxX: area.x.position(of: edges[index + 1]), maxY: max(tip, base))
      })
  }

  func fills(in area: PlotArea, pen: Pen, on paper: Paper) -> [Fill] {
    [Fill(path(in: area, on: paper), color: pen.color, role: .bar, clip: area.clip)]
  }

  /// Returns the horizontal extent of a bar and the positions of its base and its end, all on whole pixels; nil if it is
  /// too narrow or too low to be seen.
  func sides(of bar: Int, in area: PlotArea) -> (left: Double, right: Double, base: Double, tip: Double)? {
    let left = PixelSnapping.edge(area.x.position(of: edges[bar]))
    let right = PixelSnapping.edge(area.x.position(of: edges[bar + 1]))
    let tip = PixelSnapping.edge(area.y.position(of: heights[bar]))
    let base = PixelSnapping.edge(area.y.basePosition)
    return right > left && (tip < base || tip > base) ? (left, right, base, tip) : nil
  }

  /// Returns the outlines of all bars: one around all that touch, without the sides that they share.
  private func path(in area: PlotArea, on paper: Paper) -> Path {
    if paper.style.keepsNarrowBars {
      // The line of the frame may cover half of its width above the base.
      let covered = (paper.pixels(paper.style.frameWidth).rounded() / 2).rounded(.down)
      return BarColumns(of: self, in: area, leastHeight: 1 + covered).path
    }
    var path = Path()
    path.reserveCapacity(forAppending: 3 * heights.count)
    var end: Point?
    func close() {
      guard let end else { return }
      path.line(to: end)
      path.close()
    }
    for bar in heights.indices {
      guard let (left, right, base, tip) = sides(of: bar, in: area) else { continue }
      if end?.x != left {
        close()
        path.move(to: Point(x: left, y: base))
      }
      path.line(to: Point(x: left, y: tip))
      path.line(to: Point(x: right, y: tip))
      end = Point(x: right, y: base)
    }
    close()
    return path
  }
}
