/// Labels along a line, each as near to where it belongs as the others leave room for.
package enum LabelRow {
  /// A label that is centred on some place of the line.
  package struct Item {
    /// The place on which the label should be centred.
    package let wanted: Double
    package let width: Double

    package init(wanted: Double, width: Double) { (self.wanted, self.width) = (wanted, width) }
  }

  /// Returns the middle of each label: in the order of the labels, at least the given distances apart and within the range.
  /// The sum of the squared distances to the wanted places is the least. Nil if the range does not hold them all.
  ///
  /// - Parameters:
  ///   - items: The labels in the order of their wanted places.
  ///   - room: The part of the line that the labels may take.
  ///   - distances: The least distance between the middles of each label and the next.
  package static func middles(of items: [Item], in room: ClosedRange<Double>, distances: [Double]) -> [Double]? {
    guard !items.isEmpty else { return [] }
    // With the least distances taken away, the middles need not fall, and that is a regression of a monotone sequence.
    var shifts = [0.0]
    for distance in distances { shifts.append(shifts[shifts.count - 1] + distance) }
    var lower = items.indices.map { room.lowerBound + items[$0].width / 2 - shifts[$0] }
    var upper = items.indices.map { room.upperBound - items[$0].width / 2 - shifts[$0] }
    for index in lower.indices.dropFirst() { lower[index] = max(lower[index], lower[index - 1]) }
    for index in upper.indices.dropLast().reversed() { upper[index] = min(upper[index], upper[index + 1]) }
    guard zip(lower, upper).allSatisfy({ $0 <= $1 + 1e-9 }) else { return nil }

    let levels = nondecreasing(zip(items, shifts).map { $0.wanted - $1 })
    return levels.indices.map { min(max(levels[$0], lower[$0]), upper[$0]) + shifts[$0] }
  }

  /// Returns the nondecreasing numbers whose squared distances from the given ones have the smallest sum: isotonic regression
  /// by pooling adjacent violators (Ayer et al., 1955).
  private static func nondecreasing(_ wanted: [Double]) -> [Double] {
    var pools: [(mean: Double, count: Int)] = []
    for number in wanted {
      pools.append((number, 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let previous = pools.removeLast()
        let count = previous.count + last.count
        pools.append(
          ((previous.mean * Double(previous.count) + last.mean * Double(last.count)) / Double(count), count))
      }
    }
    return pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
  }
}
