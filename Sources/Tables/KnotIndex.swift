/// A search in increasing numbers that takes a few steps for evenly spaced ones, and at most as many as a binary search.
///
/// The range of the numbers is divided into as many parts as there are numbers. The part of a number never decreases as the
/// number grows, however the division is rounded, so that only the numbers of the same part are compared.
struct KnotIndex: Sendable {
  private let knots: [Double]
  private let scale: Double
  /// The number of knots in the parts before each part.
  private let starts: [Int32]

  /// - Precondition: The numbers increase, are finite, and are at least one.
  init(_ knots: [Double]) {
    self.knots = knots
    let (first, last) = (knots[0], knots[knots.count - 1])
    let scale = Double(knots.count) / (last - first)
    let isUsable = knots.count > 8 && scale.isNormal
    self.scale = isUsable ? scale : 0
    let count = isUsable ? knots.count : 1
    var starts = [Int32](repeating: 0, count: count + 1)
    for knot in knots { starts[Self.part(of: knot, first: first, scale: self.scale, count: count) + 1] += 1 }
    for index in 1...count { starts[index] += starts[index - 1] }
    self.starts = starts
  }

  private static func part(of x: Double, first: Double, scale: Double, count: Int) -> Int {
    let place = (x - first) * scale
    // A number that is not one belongs to no part; the first one does for it.
    guard place > 0 else { return 0 }
    return place < Double(count) ? Int(place) : count - 1
  }

  /// The number of knots that are at most x; 0 for a number that is not one.
  @inline(__always)
  func countOfKnots(upTo x: Double) -> Int {
    let part = Self.part(of: x, first: knots[0], scale: scale, count: starts.count - 1)
    var (low, high) = (Int(starts[part]), Int(starts[part + 1]))
    while low < high {
      let middle = (low + high) / 2
      if knots[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return x.isNaN ? 0 : low
  }
}
