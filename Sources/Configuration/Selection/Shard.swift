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
    let indices = shardIndices(count: shard.count)
    return keeping(zip(figures, indices).filter { $1 == shard.index }.map(\.0), of: shard)
  }

  /// In which of so many shares each figure is, counted from 1, by its place among those selected.
  package func shardIndices(count: Int) -> [Int] {
    let costs = figures.map(\.cost)
    let dearestFirst = figures.indices.sorted {
      (costs[$1], figures[$0].fileName) < (costs[$0], figures[$1].fileName)
    }
    var loads = ShardLoads(count: count)
    var indices = [Int](repeating: 0, count: figures.count)
    for figure in dearestFirst { indices[figure] = loads.addToLeast(costs[figure]) + 1 }
    return indices
  }
}

extension FigurePlan {
  /// About how long drawing takes, in nanoseconds.
  ///
  var cost: Double { estimate.seconds * 1e9 }
}
