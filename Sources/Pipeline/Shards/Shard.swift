/// One of several equal shares of a run, for one of several machines: `2/4` is the second of four.
public struct Shard: Sendable, Equatable, CustomStringConvertible {
  /// From 1.
  public let index: Int
  /// Of all shares; at least 1.
  public let count: Int

  /// Nil where there is no such share.
  public init?(_ index: Int, of count: Int) {
    guard count <= Limits.shards, count >= 1, 1...count ~= index else { return nil }
    self.index = index
    self.count = count
  }

  /// `2/4`; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index, of: count)
  }

  /// The most shares that a run can be divided into.
  public static let greatestCount = Limits.shards

  /// `2/4`.
  public var description: String { "\(index)/\(count)" }
}

extension RenderPlan {
  /// The figures of one share of the run.
  ///
  /// Shares cost about the same: the dearest figure goes first, each to the share that has the least so far (R. L. Graham,
  /// "Bounds on Multiprocessing Timing Anomalies", 1969: at most a third more than the best possible). Every figure is in
  /// exactly one of them, whatever the order of the configuration, as equal costs go by the names of their files.
  public func selecting(_ shard: Shard) -> RenderPlan {
    let dearestFirst = figures.indices.sorted {
      (figures[$1].cost, figures[$0].fileName) < (figures[$0].cost, figures[$1].fileName)
    }
    var loads = [Double](repeating: 0, count: shard.count)
    var selected: [Int] = []
    for index in dearestFirst {
      let share = loads.indices.min { loads[$0] < loads[$1] }!
      loads[share] += figures[index].cost
      if share == shard.index - 1 { selected.append(index) }
    }
    return keeping(selected.sorted().map { figures[$0] }, of: shard)
  }
}

extension FigurePlan {
  /// About how long drawing takes, in nanoseconds.
  ///
  /// Measured: 40 ns a sample for drawing, activating, counting and diagnosing; 10 ns a pixel for painting and packing;
  /// half a millisecond for layout and words.
  var cost: Double {
    40 * Double(settings.samples) + 10 * settings.width * settings.dpi * settings.height * settings.dpi + 500_000
  }
}
