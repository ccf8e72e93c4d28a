/// Upright bars from zero to a height, side by side without a seam: a histogram.
public struct Bars: Sendable {
  /// `heights.count + 1` values, increasing, in data units.
  public var edges: [Double]
  /// In data units, from zero.
  public var heights: [Double]
  /// Of the whole mark.
  public var color: MarkColor
  /// What the axis has room for, in data units: bars that are higher run out of the frame, with a break that says so. Nil
  /// where the axis has room for all.
  public var ceiling: Double?
  /// Words beside single bars.
  public var notes: [BarNote] = []

  /// Traps unless there is one edge more than there are heights.
  public init(edges: [Double], heights: [Double], color: MarkColor = .inTurn, ceiling: Double? = nil) {
    precondition(edges.count == heights.count + 1, "Bars want one edge more than heights")
    self.edges = edges
    self.heights = heights
    self.color = color
    self.ceiling = ceiling
  }

  /// How many of the finite values lie in each of some equally wide bins between the least and the greatest.
  ///
  /// ```swift
  /// Bars(counting: [1, 2, 2, 3], bins: 2)     // edges 1, 2, 3; heights 1, 3
  /// ```
  ///
  /// A value on an edge belongs to the bin on its right, the greatest to the last. Where all values are the same the bins
  /// reach half a unit to either side; where none is finite, from 0 to 1.
  ///
  /// - Parameter bins: At least one.
  public init(counting values: some Sequence<Double>, bins: Int, color: MarkColor = .inTurn) {
    precondition(bins >= 1, "A histogram wants one bin at least")
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
    self.init(edges: edges, heights: heights, color: color)
  }

  /// The bars that are higher than the ceiling.
  public var cutBars: [Int] {
    guard let ceiling else { return [] }
    return heights.indices.filter { heights[$0] > ceiling }
  }
}

/// Words beside a bar: near its top, or near the top of the frame where the bar runs out of it.
public struct BarNote: Sendable, Hashable {
  /// Of the bar, from zero.
  public var bar: Int
  /// One line or several.
  public var text: String

  /// Words beside the bar of that index.
  public init(_ text: String, bar: Int) {
    self.text = text
    self.bar = bar
  }
}
