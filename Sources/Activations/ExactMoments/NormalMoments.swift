import PortableMath

/// What a function makes of an exactly normal input: expectations for X ~ N(0, 1), free of any sample's chance.
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
/// Computed by adaptive quadrature between the places where the function breaks, to about 13 digits of the mean of the
/// magnitude, and to nine at least where it has poles or infinite slopes, the same bits on every machine.
public struct NormalMoments: Sendable, Equatable {
  /// E f(X). Exactly 0 where it is not to be told from zero.
  public let mean: ExactMoment
  /// √E (f(X) − E f(X))².
  public let standardDeviation: ExactMoment
  /// E f(X)²: by what factor the second moment of a signal changes.
  public let signalGain: ExactMoment
  /// E f′(X)²: by what factor the second moment of a gradient changes on its way back. The derivative is taken where there
  /// is one; the height of a jump has no part in it.
  public let gradientGain: ExactMoment

  /// Integrates the function, its square and its derivative's square over the normal density.
  public init(of function: ActivationFunction) {
    guard let quadrature = NormalQuadrature(of: function) else {
      (mean, standardDeviation, signalGain, gradientGain) = (.notToBeHad, .notToBeHad, .notToBeHad, .notToBeHad)
      return
    }
    let range = quadrature.valueRange
    if let range, range.lowerBound == range.upperBound {
      let constant = range.lowerBound
      (mean, standardDeviation) = (.value(constant), .value(0))
      (signalGain, gradientGain) = (.value(constant * constant), .value(0))
      return
    }
    let raw = quadrature.integrals(of: [.value, .square(less: 0), .derivativeSquare])
    mean = raw[0]
    signalGain = raw[1]
    gradientGain = raw[2]
    // What differs by rounding alone has no deviation.
    let isConstant = range.map { $0.upperBound - $0.lowerBound <= 8 * $0.upperBound.ulp } ?? false
    standardDeviation = isConstant ? .value(0) : Self.deviation(raw[0], by: quadrature)
  }

  private static func deviation(_ mean: ExactMoment, by quadrature: NormalQuadrature) -> ExactMoment {
    guard let mean = mean.value else { return mean == .doesNotExist ? .doesNotExist : .notToBeHad }
    // From the mean, not as a difference of moments, which would cancel where the mean is large.
    let variance = quadrature.integrals(of: [.square(less: mean)])[0]
    guard let variance = variance.value else { return variance }
    let deviation = variance.squareRoot()
    // Of formulas, what rounding of the value disturbs is not to be had.
    return quadrature.isPlanned && deviation < 0x1p-36 * mean.magnitude ? .notToBeHad : .value(deviation)
  }
}

extension NormalQuadrature {
  /// Nil where a function cannot say how it is to be cut.
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

  /// f.
  static var value: Self {
    Self(kind: .value) { $0.estimates { $0.value * $0.rootDensity * $0.rootDensity } }
  }

  /// (f − offset)².
  static func square(less offset: Double) -> Self {
    guard offset != 0 else {
      return Self(kind: .square(less: 0)) { $0.estimates { square($0.value * $0.rootDensity) } }
    }
    return Self(kind: .square(less: offset)) { evaluation in
      evaluation.estimates { square(($0.value - Lanes(offset)) * $0.rootDensity) }
    }
  }

  /// f′².
  static var derivativeSquare: Self {
    Self(kind: .derivativeSquare) { $0.estimates { square($0.derivative * $0.rootDensity) } }
  }

  /// (f − offset)⁴, for what is judged by it.
  static func fourthPower(less offset: Double) -> Self {
    Self(kind: .square(less: offset)) { evaluation in
      evaluation.estimates { square(square(($0.value - Lanes(offset))) * $0.rootDensity) }
    }
  }
}
