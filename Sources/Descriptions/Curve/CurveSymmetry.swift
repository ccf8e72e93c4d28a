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
  private static let placeCount = 16

  /// Finds the symmetry of a function over a range; nil if it has none, or the range is not symmetric itself.
  ///
  /// The values have to agree but for the last bits.
  init?(of function: ActivationFunction, over range: ClosedRange<Double>) {
    guard range.lowerBound == -range.upperBound else { return nil }
    let breaks = function.breakpoints.filter { range.contains($0.position) }
    for point in breaks where !breaks.contains(where: { $0.position == -point.position && $0.kind == point.kind }) {
      return nil
    }
    // The places are in no regular pattern. The first two pairs tell most functions without a symmetry.
    let places = (0..<Self.placeCount).map { index in
      let share = (Double(index + 1) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
      return range.upperBound * share
    }
    let inner = function.function
    let first = Self.kind(of: places.prefix(2).map { (inner.value(at: $0), inner.value(at: -$0)) })
    guard first != nil else { return nil }
    let (right, left) = (inner.values(at: places), inner.values(at: places.map { -$0 }))
    guard let kind = Self.kind(of: zip(right, left).map { ($0, $1) }) else { return nil }
    self = kind
  }

  /// The symmetry of pairs of values at x and −x.
  private static func kind(of pairs: [(Double, Double)]) -> CurveSymmetry? {
    var size = 0.0
    for (right, left) in pairs {
      guard right.isFinite, left.isFinite else { return nil }
      size = max(size, right.magnitude, left.magnitude)
    }
    let resolution = 0x1p-46 * size
    if pairs.allSatisfy({ ($0 - $1).magnitude <= resolution }) { return .even }
    let sum = pairs[0].0 + pairs[0].1
    guard pairs.allSatisfy({ ($0 + $1 - sum).magnitude <= resolution }) else { return nil }
    return .about((sum / 2).magnitude <= resolution ? 0 : sum / 2)
  }
}
