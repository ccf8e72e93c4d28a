/// One of several equal shares of a run, for one of several machines: `2/4` is the second of four.
public struct Shard: Sendable, Equatable, CustomStringConvertible {
  /// The number of this share, from 1.
  public let index: Int
  /// The number of all shares, at least 1.
  public let count: Int

  /// Makes a share; nil if there is no such share.
  public init?(_ index: Int, of count: Int) {
    guard count <= Limits.shards, count >= 1, 1...count ~= index else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads a share such as `2/4`; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index, of: count)
  }

  /// The greatest number of shares into which a run can be divided.
  public static let greatestCount = Limits.shards

  /// The share as it is written on the command line, such as `2/4`.
  public var description: String { "\(index)/\(count)" }
}

extension RenderPlan {
  /// The plan with only the figures of one share of the run selected.
  ///
  /// All shares cost about the same: the figures are taken in order of falling cost, and each goes to the share with the
  /// least cost so far (R. L. Graham, "Bounds on Multiprocessing Timing Anomalies", 1969: at most a third more than the best
  /// possible). Every figure belongs to exactly one share. The order of the configuration does not matter, because figures
  /// of equal cost are ordered by the names of their files.
  public func selecting(_ shard: Shard) -> RenderPlan {
    let indices = shardIndices(count: shard.count)
    return keeping(indices.indices.lazy.filter { indices[$0] == shard.index }, of: shard)
  }

  /// The share, from 1, of each selected figure if the run is divided into `count` shares.
  ///
  /// The cost and the name of every figure are compared, 16 bytes and a file name for each.
  package func shardIndices(count: Int) -> [UInt32] {
    var costs: [Double] = []
    var names = FileNames()
    costs.reserveCapacity(figures.count)
    for figure in figures {
      costs.append(figure.estimate.seconds * 1e9)
      names.append(figure.fileName)
    }
    var byFallingCost = Array(0..<UInt32(costs.count))
    byFallingCost.sort { one, other in
      let (left, right) = (costs[Int(one)], costs[Int(other)])
      return left == right ? names.precedes(Int(one), Int(other)) : left > right
    }
    var loads = ShardLoads(count: count)
    var indices = [UInt32](repeating: 0, count: costs.count)
    for figure in byFallingCost { indices[Int(figure)] = UInt32(loads.addToLeast(costs[Int(figure)]) + 1) }
    return indices
  }
}

/// The names of files, one after the other in a single list of bytes. A million strings would take sixty megabytes more.
private struct FileNames {
  private var bytes: [UInt8] = []
  /// The place after the last byte of each name.
  private var ends: [UInt32] = []
  private var isASCII = true

  mutating func append(_ name: String) {
    bytes += name.utf8
    ends.append(UInt32(bytes.count))
    isASCII = isASCII && name.utf8.allSatisfy { $0 < 0x80 }
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  /// Whether a name stands before another in the order of strings, which is that of their bytes if these are ASCII.
  func precedes(_ one: Int, _ other: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let (left, right) = (bytes[range(one)], bytes[range(other)])
      return isASCII
        ? left.lexicographicallyPrecedes(right)
        : String(decoding: left, as: UTF8.self) < String(decoding: right, as: UTF8.self)
    }
  }
}

/// The cost of each share of a run, in a heap: the share with the least cost is on top, the first one of equal shares.
package struct ShardLoads {
  private var shares: [(load: Double, index: Int)]

  /// Makes `count` shares, at least one, whose cost is zero.
  package init(count: Int) { shares = (0..<count).map { (0, $0) } }

  /// Adds a cost to the share that has the least, and returns the index of that share, from 0.
  package mutating func addToLeast(_ load: Double) -> Int {
    let index = shares[0].index
    shares[0].load += load
    var place = 0
    while true {
      let children = (2 * place + 1..<2 * place + 3).clamped(to: 0..<shares.count)
      guard let least = children.min(by: { shares[$0] < shares[$1] }), shares[least] < shares[place] else { break }
      shares.swapAt(place, least)
      place = least
    }
    return index
  }
}
