import PortableMath

/// The moments of a function's output and derivative for exactly normal input X ~ N(0, 1), without sampling error.
///
/// ```swift
/// let relu = ActivationFunction(Catalogue.entry(named: "relu")!)
/// let moments = NormalMoments(of: relu)
/// moments.mean.value                // 0.3989422804014327 = 1 / √(2π)
/// moments.standardDeviation.value   // 0.583819370103549
/// moments.signalGain.value          // 0.5000000000000001
/// moments.gradientGain.value        // 0.5
/// ```
///
/// They are computed by adaptive quadrature between the breakpoints of the function, to about 13 digits relative to the
/// mean magnitude, and to at least nine digits where it has poles or infinite slopes. They are the same bits on every
/// machine.
public struct NormalMoments: Sendable, Equatable {
  /// The mean E f(X). It is exactly 0 where it cannot be distinguished from 0.
  public let mean: ExactMoment
  /// The standard deviation √E (f(X) − E f(X))².
  public let standardDeviation: ExactMoment
  /// E f(X)², the factor by which the second moment of a signal changes.
  public let signalGain: ExactMoment
  /// E f′(X)², the factor by which the second moment of a gradient changes in back-propagation. Breakpoints contribute
  /// nothing, not even the height of a jump.
  public let gradientGain: ExactMoment

  /// Integrates the function, its square and its derivative's square over the normal density.
  public init(of function: ActivationFunction) {
    if let known = function.points?.normalMoments {
      self = known
      return
    }
    guard let quadrature = NormalQuadrature(of: function) else {
      self.init(all: .undetermined)
      return
    }
    let range = quadrature.valueRange
    if let range, range.lowerBound == range.upperBound {
      let constant = range.lowerBound
      self.init(
        mean: .value(constant), standardDeviation: .value(0), signalGain: .value(constant * constant),
        gradientGain: .value(0))
      return
    }
    let raw = quadrature.integrals(of: [.value, .square(less: 0), .derivativeSquare])
    // Values that differ by rounding errors only have no deviation.
    let isConstant = range.map { $0.upperBound - $0.lowerBound <= 8 * $0.upperBound.ulp } ?? false
    let deviation = isConstant ? .value(0) : Self.deviation(raw[0], by: quadrature)
    self.init(mean: raw[0], standardDeviation: deviation, signalGain: raw[1], gradientGain: raw[2])
  }

  private static func deviation(_ mean: ExactMoment, by quadrature: NormalQuadrature) -> ExactMoment {
    guard let mean = mean.value else { return mean == .doesNotExist ? .doesNotExist : .undetermined }
    // The variance is integrated about the mean, because a difference of moments would cancel if the mean is large.
    let variance = quadrature.integrals(of: [.square(less: mean)])[0]
    guard let variance = variance.value else { return variance }
    let deviation = variance.squareRoot()
    // A deviation that the rounding of an expression's values disturbs cannot be computed.
    return quadrature.isPlanned && deviation < 0x1p-36 * mean.magnitude ? .undetermined : .value(deviation)
  }
}

extension NormalQuadrature {
  /// Prepares the integration of a function; nil if the function's own analysis had to give up.
  init?(of function: ActivationFunction) {
    if function.function.plansQuadrature {
      guard let plan = function.function.quadraturePlan else { return nil }
      self.init(of: function.function, by: plan)
    } else {
      self.init(of: function.function, splittingAt: function.breakpoints.map(\.position))
    }
  }
}

extension NormalQuadrature.Integrand {
  private static func square(_ x: Lanes) -> Lanes { x * x }

  /// The function itself as integrand.
  static var value: Self {
    Self(kind: .value) { $0.estimates { $0.value * $0.rootDensity * $0.rootDensity } }
  }

  /// The square of the difference from an offset, as integrand.
  static func square(less offset: Double) -> Self {
    guard offset != 0 else {
      return Self(kind: .square(less: 0)) { $0.estimates { square($0.value * $0.rootDensity) } }
    }
    return Self(kind: .square(less: offset)) { evaluation in
      evaluation.estimates { square(($0.value - Lanes(offset)) * $0.rootDensity) }
    }
  }

  /// The square of the derivative as integrand.
  static var derivativeSquare: Self {
    Self(kind: .derivativeSquare) { $0.estimates { square($0.derivative * $0.rootDensity) } }
  }

  /// The fourth power of the difference from an offset, as integrand.
  static func fourthPower(less offset: Double) -> Self {
    Self(kind: .square(less: offset)) { evaluation in
      evaluation.estimates { square(square(($0.value - Lanes(offset))) * $0.rootDensity) }
    }
  }
}

/// A moment for exactly normal input, or the reason why there is no number for it.
public enum ExactMoment: Sendable, Equatable {
  /// The moment exists and has this value.
  case value(Double)
  /// The integral was shown to diverge: at a pole, at infinity, or over an interval in which the function is undefined.
  case doesNotExist
  /// The moment may exist, but it could not be computed to the promised precision.
  case undetermined

  /// The value of the moment; nil if there is none.
  public var value: Double? { if case .value(let value) = self { value } else { nil } }
}

extension NormalMoments {
  /// The fourth moment E (f(z) − offset)⁴ of a function; nil where it has no value.
  package static func fourthMoment(of function: ActivationFunction, less offset: Double) -> Double? {
    NormalQuadrature(of: function)?.integrals(of: [.fourthPower(less: offset)])[0].value
  }

  /// Makes four moments that have no value for one reason.
  package init(all moment: ExactMoment) {
    self.init(mean: moment, standardDeviation: moment, signalGain: moment, gradientGain: moment)
  }

  /// Joins moments that a function has integrated itself.
  package init(
    mean: ExactMoment, standardDeviation: ExactMoment, signalGain: ExactMoment, gradientGain: ExactMoment
  ) {
    (self.mean, self.standardDeviation) = (mean, standardDeviation)
    (self.signalGain, self.gradientGain) = (signalGain, gradientGain)
  }
}
