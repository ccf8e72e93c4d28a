/// What a function and its derivative approach from both sides of a place.
///
/// Judged from values some way off, and extrapolated: numbers right beside the place may stand for its other side, because
/// the place itself is rounded, or may have cancelled.
///
/// ```swift
/// let relu = ActivationFunction(Catalogue.entry(named: "relu")!)
/// relu.limits(at: 0).derivative    // (before: 0, after: 1)
/// ```
public struct OneSidedLimits: Sendable {
  /// Of one quantity from both sides: infinite where it grows without bound, NaN where there is none.
  public struct Pair: Sendable, Equatable {
    /// From below.
    public let before: Double
    /// From above.
    public let after: Double
  }

  /// Of the function itself.
  public let value: Pair
  /// Of its derivative.
  public let derivative: Pair
  /// The magnitudes that value and derivative have nearby, by which differences are judged.
  private let scale: (value: Double, derivative: Double)
  /// By how much the limits of both sides together may be off.
  private let error: (value: Double, derivative: Double)
  private let reach: Double

  /// - Parameter reach: No other place where the function breaks may be as near as this.
  package init(of function: any RealFunction, at place: Double, reach: Double) {
    let before = OneSidedApproach(to: place, from: -reach, of: function.value(at:))
    let after = OneSidedApproach(to: place, from: reach, of: function.value(at:))
    let slopeBefore = OneSidedApproach(to: place, from: -reach, of: function.derivative(at:), integral: before)
    let slopeAfter = OneSidedApproach(to: place, from: reach, of: function.derivative(at:), integral: after)
    value = Pair(before: before.limit, after: after.limit)
    derivative = Pair(before: slopeBefore.limit, after: slopeAfter.limit)
    self.reach = reach
    error = (before.error + after.error, slopeBefore.error + slopeAfter.error)
    scale = (max(before.scale, after.scale), max(slopeBefore.scale, slopeAfter.scale))
  }

  /// What breaks at the place; nil where value and derivative are continuous, as far as single precision can tell.
  ///
  /// - Parameter taken: The value at the place itself.
  package func kind(taking taken: Double) -> Breakpoint.Kind? {
    if value.before.isInfinite || value.after.isInfinite { return .pole }
    let slopesAreInfinite = derivative.before.isInfinite || derivative.after.isInfinite
    if value.before.isNaN != value.after.isNaN { return slopesAreInfinite ? .infiniteSlope : .end }
    if value.before.isNaN { return nil }
    let step = max((value.after - value.before).magnitude, taken.isFinite ? (taken - value.before).magnitude : 0)
    let size = max(scale.value, value.before.magnitude, value.after.magnitude)
    if step > Self.resolution * size + 4 * error.value { return .jump }
    if slopesAreInfinite { return .infiniteSlope }
    let bend = (derivative.after - derivative.before).magnitude
    let steepness = max(scale.derivative, derivative.before.magnitude, derivative.after.magnitude)
    // What does not change the value by more than rounding does is no kink either.
    return bend > Self.resolution * steepness + 4 * error.derivative && bend * reach > 0x1p-44 * size ? .kink : nil
  }

  /// Half a unit in the last place of single precision, in which outputs are stored.
  private static let resolution = 0x1p-24
}

/// A quantity on the way to a place, from one side.
private struct OneSidedApproach {
  /// Infinite where it grows without bound, NaN where there is none.
  let limit: Double
  /// How far the best two estimates of a finite limit lie apart.
  let error: Double
  /// The greatest finite magnitude at some distance from the place.
  let scale: Double
  /// From afar to near, each at half the distance of the one before.
  private let values: [Double]

  /// - Parameters:
  ///   - reach: The distance and side from which to come nearer.
  ///   - integral: What the quantity is the derivative of, from the same distances. A derivative that grows without bound
  ///     and does not move it has cancelled.
  init(
    to place: Double, from reach: Double, of quantity: (Double) -> Double, integral: OneSidedApproach? = nil
  ) {
    // As long as the rounding of x is small beside the distance.
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

  /// Whether the quantity changes as its derivative says, at the least distance at which rounding lets it be seen.
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
    // The first estimates that agree, from afar; where none do, those that agree best.
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

  /// From distances 4h, 2h and h, without the terms of first and second order in h.
  private static func polynomial(_ first: Double, _ second: Double, _ third: Double) -> Double {
    (8 * third - 6 * second + first) / 3
  }

  /// Aitken's: right for any one power of the distance.
  private static func geometric(_ first: Double, _ second: Double, _ third: Double) -> Double {
    let (step, next) = (second - first, third - second)
    let bend = next - step
    guard bend.magnitude > 0x1p-40 * (step.magnitude + next.magnitude) else { return third }
    return third - next * next / bend
  }

  /// Whether halving the distance again and again adds as much each time, or more, as it does for a logarithm or a pole.
  private static func isUnbounded(_ values: [Double]) -> Bool {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    guard steps.count >= 8 else { return false }
    let size = values.suffix(9).map(\.magnitude).max() ?? 0
    let last = steps.suffix(8)
    // Noise does not count.
    guard last.allSatisfy({ $0.magnitude > 0x1p-30 * size }) else { return false }
    guard last.allSatisfy({ $0 > 0 }) || last.allSatisfy({ $0 < 0 }) else { return false }
    return zip(last, last.dropFirst()).allSatisfy { $1.magnitude > 0.995 * $0.magnitude }
  }
}

extension ActivationFunction {
  /// What the function and its derivative approach from both sides of a place.
  ///
  /// The place may be one of the breakpoints, or any other; within a sixteenth of it, or of the distance to the next
  /// breakpoint, no other break may lie.
  public func limits(at place: Double) -> OneSidedLimits {
    let distances = breakpoints.map { ($0.position - place).magnitude }.filter { $0 > 0 }
    return OneSidedLimits(of: function, at: place, reach: OneSidedLimits.reach(beside: distances.min()))
  }
}

extension OneSidedLimits {
  /// How far from a place it is looked, given the distance to the next other one.
  package static func reach(beside distance: Double?) -> Double { min(0x1p-4, (distance ?? 1) / 4) }
}
