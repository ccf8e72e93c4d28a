/// A place where a function is not smooth.
///
/// The derivative at the place itself follows PyTorch's convention. Quadrature and finite differences must stay on one
/// side of it.
public struct Breakpoint: Sendable, Equatable {
  /// The kind of a breakpoint. The most severe kind that applies is used: a pole is not called a jump, nor a jump a
  /// kink.
  public enum Kind: Sendable, Equatable {
    /// The value is continuous but the first derivative is not.
    case kink
    /// The value itself is not continuous, but it is bounded nearby.
    case jump
    /// The value grows without bound on at least one side, e.g. in 1/x and log x.
    case pole
    /// The value is bounded and defined on at least one side, and the derivative grows without bound, e.g. in √x.
    case infiniteSlope
    /// The value is defined on one side only, and ends at the place with a finite slope.
    case end
  }

  /// The x at which the pieces meet.
  public let position: Double
  /// The kind of the breakpoint.
  public let kind: Kind

  /// Makes a breakpoint, e.g. `Breakpoint(.kink, at: 0)`.
  public init(_ kind: Kind, at position: Double) {
    self.kind = kind
    self.position = position
  }
}

/// The limits of a function and of its derivative from both sides of a place.
///
/// They are extrapolated from values at some distance. Values right beside the place cannot be used: the place itself
/// is rounded, so that they may belong to its other side, and terms may have cancelled.
///
/// ```swift
/// let relu = ActivationFunction(Catalogue.entry(named: "relu")!)
/// relu.limits(at: 0).derivative    // (before: 0, after: 1)
/// ```
public struct OneSidedLimits: Sendable {
  /// The limits of one quantity from both sides: infinite where it grows without bound, NaN where it is undefined.
  public struct Pair: Sendable, Equatable {
    /// The limit from the left.
    public let before: Double
    /// The limit from the right.
    public let after: Double
  }

  /// The limits of the function's value.
  public let value: Pair
  /// The limits of the derivative.
  public let derivative: Pair
  /// The magnitudes of value and derivative near the place, relative to which differences are compared.
  private let scale: (value: Double, derivative: Double)
  /// The error bounds of value and derivative, summed over both sides.
  private let error: (value: Double, derivative: Double)
  private let reach: Double

  /// Estimates the limits at a place.
  ///
  /// - Parameter reach: A distance within which the function has no other breakpoint.
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

  /// The kind of the breakpoint at the place; nil where value and derivative are continuous to single precision.
  ///
  /// - Parameter taken: The function's value at the place itself.
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
    // A bend that changes the value by no more than rounding does is not a kink.
    return bend > Self.resolution * steepness + 4 * error.derivative && bend * reach > 0x1p-44 * size ? .kink : nil
  }

  /// Half a unit in the last place of single precision, in which outputs are stored.
  private static let resolution = 0x1p-24
}

/// The approach of a quantity to a place from one side.
private struct OneSidedApproach {
  /// The limit: infinite where the quantity grows without bound, NaN where it is undefined.
  let limit: Double
  /// The difference between the best two estimates of a finite limit.
  let error: Double
  /// The greatest finite magnitude of the quantity at some distance from the place.
  let scale: Double
  /// The values of the quantity, each at half the distance of the one before.
  private let values: [Double]

  /// Evaluates a quantity at ever smaller distances from a place, and extrapolates.
  ///
  /// - Parameters:
  ///   - reach: The first distance, with the sign of the side.
  ///   - integral: The quantity whose derivative this one is, at the same distances. A derivative that seems to grow
  ///     without bound, but does not change it, is the result of cancellation.
  init(
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

extension ActivationFunction {
  /// The limits of the function and of its derivative from both sides of a place.
  ///
  /// The place may be a breakpoint or any other. The function is evaluated within 1/16 of it, or within a quarter of
  /// the distance to the nearest other breakpoint if that is less.
  public func limits(at place: Double) -> OneSidedLimits {
    let distances = breakpoints.map { ($0.position - place).magnitude }.filter { $0 > 0 }
    return OneSidedLimits(of: function, at: place, reach: OneSidedLimits.reach(beside: distances.min()))
  }
}

extension OneSidedLimits {
  /// The greatest distance at which the function is evaluated, given the distance to the nearest other breakpoint.
  package static func reach(beside distance: Double?) -> Double { min(0x1p-4, (distance ?? 1) / 4) }
}
