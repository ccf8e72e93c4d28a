/// Intervals along a line in a given order, without overlap and each as near as can be to a place that it should have.
///
/// The sum of the squared distances from these places, each times its weight, is the smallest that there is: this is isotonic
/// regression by pooling adjacent violators (Ayer et al., 1955).
public struct IntervalStack {
  /// The places at which the intervals begin; empty if there is no room for all of them.
  public let starts: [Double]

  /// Places intervals one after another.
  ///
  /// - Parameters:
  ///   - lengths: The lengths of the intervals.
  ///   - gap: The least distance between two of them.
  ///   - room: The places between which all of them are.
  ///   - wanted: The places at which each should begin.
  ///   - weights: The weights of the distances from these places, greater than 0.
  public init(lengths: [Double], gap: Double, within room: ClosedRange<Double>, wanted: [Double], weights: [Double]) {
    // Without the lengths of those before it, each interval is a point, and points may not change their order.
    var offsets: [Double] = []
    var total = 0.0
    for length in lengths {
      offsets.append(total)
      total += length + gap
    }
    guard !lengths.isEmpty, total - gap <= room.upperBound - room.lowerBound else {
      starts = []
      return
    }
    let places = Self.nondecreasing(zip(wanted, offsets).map { $0 - $1 }, weights: weights)
    starts = zip(places, offsets).map { place, offset in
      max(room.lowerBound, min(place, room.upperBound - (total - gap))) + offset
    }
  }

  /// Returns the nondecreasing numbers whose squared distances from the given ones, each times its weight, have the smallest
  /// sum.
  public static func nondecreasing(_ wanted: [Double], weights: [Double]) -> [Double] {
    var pools: [(place: Double, weight: Double, count: Int)] = []
    for index in wanted.indices {
      pools.append((wanted[index], weights[index], 1))
      while pools.count > 1, pools[pools.count - 2].place > pools[pools.count - 1].place {
        let (upper, lower) = (pools[pools.count - 2], pools[pools.count - 1])
        pools.removeLast(2)
        let weight = upper.weight + lower.weight
        let place = (upper.place * upper.weight + lower.place * lower.weight) / weight
        pools.append((place, weight, upper.count + lower.count))
      }
    }
    return pools.flatMap { [Double](repeating: $0.place, count: $0.count) }
  }
}
