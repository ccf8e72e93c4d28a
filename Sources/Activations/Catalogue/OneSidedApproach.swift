/// The approach of a quantity to a place from one side.
package struct OneSidedApproach {
  /// The limit: infinite where the quantity grows without bound, NaN where it is undefined.
  package let limit: Double
  /// The difference between the best two estimates of a finite limit.
  package let error: Double
  /// The greatest finite magnitude of the quantity at some distance from the place.
  package let scale: Double
  /// The values of the quantity, each at half the distance of the one before.
  private let values: [Double]

  /// Evaluates a quantity at ever smaller distances from a place, and extrapolates.
  ///
  /// - Parameters:
  ///   - reach: The first distance, with the sign of the side.
  ///   - integral: The quantity whose derivative this one is, at the same distances. A derivative that seems to grow
  ///     without bound, but does not change it, is the result of cancellation.
  package init(
    to place: Double, from reach: Double, of quantity: (Double) -> Double, integral: OneSidedApproach? = nil
  ) {
    // The distance is halved as long as the rounding of x is small beside it.
    let nearest = max(place.magnitude, reach.magnitude) * 0x1p-40
    var (distance, values) = (reach, [Double]())
    while distance.magnitude >= nearest || values.count < 4 {
      values.append(quantity(place + distance))
      distance /= 2
    }
    self.values = values
    scale = values.prefix(8).lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    var found = Self.limit(of: values, scale: scale)
    if found.limit.isInfinite, let integral, !integral.isMoved(by: values, from: reach) {
      found = (values.first { $0.isFinite } ?? .nan, scale)
    }
    (limit, error) = found
  }

  /// Whether the quantity changes as its derivative says, at the least distance at which rounding does not hide the
  /// change.
  private func isMoved(by derivatives: [Double], from reach: Double) -> Bool {
    for index in derivatives.indices.dropFirst().reversed() where derivatives[index].isFinite {
      let distance = reach.magnitude * Double(sign: .plus, exponent: -index, significand: 1)
      let expected = derivatives[index].magnitude * distance
      guard expected > 0x1p-36 * values[index].magnitude else { continue }
      return (values[index] - values[index - 1]).magnitude > expected / 16
    }
    return true
  }

  private static func limit(of values: [Double], scale: Double) -> (limit: Double, error: Double) {
    let last = values.suffix(4)
    if last.contains(where: \.isInfinite) { return (last.last { $0.isInfinite } ?? .infinity, 0) }
    guard last.allSatisfy(\.isFinite) else { return (.nan, 0) }
    let finite = Array(values[((values.lastIndex { !$0.isFinite } ?? -1) + 1)...])
    if isUnbounded(finite) { return (finite[finite.count - 1] < 0 ? -.infinity : .infinity, 0) }
    // The first estimates that agree, beginning with the greatest distance; where none agree, those that differ least.
    var best = (limit: finite[finite.count - 1], error: Double.infinity)
    let candidates = [estimates(finite, by: polynomial), estimates(finite, by: geometric)]
    let size = max(scale, best.limit.magnitude)
    for limits in candidates {
      for index in limits.indices.dropFirst(2) {
        let disagreement = max(
          (limits[index] - limits[index - 1]).magnitude, (limits[index - 1] - limits[index - 2]).magnitude)
        if disagreement < best.error { best = (limits[index], disagreement) }
        if disagreement <= 0x1p-44 * size { return best }
      }
    }
    return best.error.isFinite ? best : (best.limit, size)
  }

  private static func estimates(_ values: [Double], by rule: (Double, Double, Double) -> Double) -> [Double] {
    guard values.count > 2 else { return values }
    return (2..<values.count).map { rule(values[$0 - 2], values[$0 - 1], values[$0]) }
  }

  /// Richardson's extrapolation from the distances 4h, 2h and h, which removes the terms of first and second order in
  /// h.
  private static func polynomial(_ first: Double, _ second: Double, _ third: Double) -> Double {
    (8 * third - 6 * second + first) / 3
  }

  /// Aitken's extrapolation, which is exact for a single power of the distance.
  private static func geometric(_ first: Double, _ second: Double, _ third: Double) -> Double {
    let (step, next) = (second - first, third - second)
    let bend = next - step
    guard bend.magnitude > 0x1p-40 * (step.magnitude + next.magnitude) else { return third }
    return third - next * next / bend
  }

  /// Whether each halving of the distance adds as much as the one before, or more, as it does for a logarithm or a
  /// pole.
  private static func isUnbounded(_ values: [Double]) -> Bool {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    guard steps.count >= 8 else { return false }
    let size = values.suffix(9).map(\.magnitude).max() ?? 0
    let last = steps.suffix(8)
    // Steps of the size of rounding errors show nothing.
    guard last.allSatisfy({ $0.magnitude > 0x1p-30 * size }) else { return false }
    guard last.allSatisfy({ $0 > 0 }) || last.allSatisfy({ $0 < 0 }) else { return false }
    return zip(last, last.dropFirst()).allSatisfy { $1.magnitude > 0.995 * $0.magnitude }
  }
}
