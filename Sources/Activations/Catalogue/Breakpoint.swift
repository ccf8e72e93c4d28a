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

    /// Joins both limits.
    package init(before: Double, after: Double) { (self.before, self.after) = (before, after) }
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

  /// Takes limits that a function knows.
  fileprivate init(_ exact: ExactLimits) {
    (value, derivative, reach) = (exact.value, exact.derivative, 0)
    (scale, error) = ((0, 0), (0, 0))
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

/// The limits of a function and its derivatives from both sides of a place, as the function knows them.
package struct ExactLimits: Sendable {
  let value, derivative, secondDerivative: OneSidedLimits.Pair

  package init(value: OneSidedLimits.Pair, derivative: OneSidedLimits.Pair, secondDerivative: OneSidedLimits.Pair) {
    (self.value, self.derivative, self.secondDerivative) = (value, derivative, secondDerivative)
  }
}

extension ActivationFunction {
  /// The limits of the function and of its derivative from both sides of a place.
  ///
  /// The place may be a breakpoint or any other. The function is evaluated within 1/16 of it, or within a quarter of
  /// the distance to the nearest other breakpoint if that is less.
  public func limits(at place: Double) -> OneSidedLimits {
    if let exact = points?.exactLimits(at: place) { return OneSidedLimits(exact) }
    let distances = breakpoints.map { ($0.position - place).magnitude }.filter { $0 > 0 }
    return OneSidedLimits(of: function, at: place, reach: OneSidedLimits.reach(beside: distances.min()))
  }
}

extension OneSidedLimits {
  /// The greatest distance at which the function is evaluated, given the distance to the nearest other breakpoint.
  package static func reach(beside distance: Double?) -> Double { min(0x1p-4, (distance ?? 1) / 4) }
}
