/// Straight lines from point to point; a point that is not finite leaves a gap.
public struct Curve: Sendable {
  /// In data units.
  public var x: [Double]
  /// In data units, as many as `x`.
  public var y: [Double]
  /// What the legend calls it; not in the legend where empty.
  public var label: String
  /// Of the whole mark.
  public var color: MarkColor
  /// How heavy the line is.
  public var weight: Weight = .normal
  /// Dots on the ends of pieces.
  public var endPoints: [EndPoint] = []
  /// All points of the curve, where those in `x` and `y` are only the ones that can be seen apart; a legend keeps away from
  /// all of them.
  public var allPoints: CurvePoints?

  /// How heavy a line is; the style knows the widths.
  public enum Weight: Sendable, Hashable {
    case normal
    /// For what is there to compare with.
    case thin
  }

  /// Traps unless x and y are equally many.
  public init(
    x: [Double], y: [Double], label: String = "", color: MarkColor = .inTurn, weight: Weight = .normal,
    endPoints: [EndPoint] = []
  ) {
    precondition(x.count == y.count, "A curve wants as many y as x")
    self.x = x
    self.y = y
    self.label = label
    self.color = color
    self.weight = weight
    self.endPoints = endPoints
  }

  /// The runs of points between the gaps, by their places.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    let end = min(x.count, y.count)
    for place in 0..<end where !(x[place].isFinite && y[place].isFinite) {
      if start < place { runs.append(start..<place) }
      start = place + 1
    }
    if start < end { runs.append(start..<end) }
    return runs
  }
}

/// Points of a curve that are computed when they are asked for, in data units.
public struct CurvePoints: Sendable {
  /// How many there are.
  public let count: Int
  /// The point of each place from 0 on.
  public let point: @Sendable (_ place: Int) -> (x: Double, y: Double)

  /// So many points.
  public init(count: Int, point: @escaping @Sendable (_ place: Int) -> (x: Double, y: Double)) {
    self.count = count
    self.point = point
  }
}

/// Where a piece of a curve ends: a dot that is full where the end belongs to the curve, and a ring where it does not.
public struct EndPoint: Sendable, Hashable {
  /// In data units.
  public var x: Double
  /// In data units.
  public var y: Double
  /// Whether the curve takes this value there.
  public var isTaken: Bool

  /// A dot at a place in data units.
  public init(x: Double, y: Double, isTaken: Bool) {
    self.x = x
    self.y = y
    self.isTaken = isTaken
  }
}
