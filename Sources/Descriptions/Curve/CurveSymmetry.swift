import Activations

/// A symmetry of a function about the middle of a range around zero.
enum CurveSymmetry: Equatable {
  /// The value is the same at x and −x.
  case even
  /// The sum of the values at x and −x is twice the number: 0 for an odd function.
  case about(Double)
}

extension CurveSymmetry {
  /// The number of places that are compared with those on the other side of zero.
  private static let placeCount = 24

  /// Finds the symmetry of a function over a range; nil if it has none, or the range is not symmetric itself.
  ///
  /// The values have to agree but for the last bits.
  init?(of function: ActivationFunction, over range: ClosedRange<Double>) {
    guard range.lowerBound == -range.upperBound else { return nil }
    let breaks = function.breakpoints.filter { range.contains($0.position) }
    for point in breaks where !breaks.contains(where: { $0.position == -point.position && $0.kind == point.kind }) {
      return nil
    }
    // The places are in no regular pattern.
    let places = (0..<Self.placeCount).map { index in
      let share = (Double(index + 1) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
      return range.upperBound * share
    }
    let points = function.function.points(at: places + places.map { -$0 })
    let pairs = zip(points[..<Self.placeCount], points[Self.placeCount...])
    var size = 0.0
    for (right, left) in pairs {
      guard right.y.isFinite, left.y.isFinite else { return nil }
      size = max(size, right.y.magnitude, left.y.magnitude)
    }
    let resolution = 0x1p-46 * size
    let sums = pairs.map { $0.y + $1.y }
    if pairs.allSatisfy({ ($0.y - $1.y).magnitude <= resolution }) {
      self = .even
    } else if sums.allSatisfy({ ($0 - sums[0]).magnitude <= resolution }) {
      let middle = sums[0] / 2
      self = .about(middle.magnitude <= resolution ? 0 : middle)
    } else {
      return nil
    }
  }
}
