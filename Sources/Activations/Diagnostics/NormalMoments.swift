import PortableMath

/// What a function makes of an exactly normal input: expectations for X ~ N(0, 1), free of any sample's chance.
///
/// ```swift
/// let relu = ActivationFunction(Catalogue.entry(named: "relu")!)
/// let moments = NormalMoments(of: relu)
/// moments.mean                // 0.3989422804014327 = 1 / √(2π)
/// moments.standardDeviation   // 0.583819370103549
/// moments.signalGain          // 0.5000000000000001
/// moments.gradientGain        // 0.5
/// ```
///
/// Computed by adaptive quadrature between the function's kinks and jumps, to about 13 digits of the mean of the
/// magnitude, the same bits on every machine. A moment is nil where there is none to be had: the integral diverges, or
/// overflows double precision, or meets a place where the function is not a number, or varies too wildly to settle.
public struct NormalMoments: Sendable, Equatable {
  /// E f(X). Exactly 0 where it is not to be told from zero.
  public let mean: Double?
  /// √E (f(X) − E f(X))².
  public let standardDeviation: Double?
  /// E f(X)²: by what factor the second moment of a signal changes.
  public let signalGain: Double?
  /// E f′(X)²: by what factor the second moment of a gradient changes on its way back. The derivative is taken where there
  /// is one; the height of a jump has no part in it.
  public let gradientGain: Double?

  /// Integrates the function, its square and its derivative's square over the normal density.
  public init(of function: ActivationFunction) {
    let quadrature = NormalQuadrature(of: function.function, splittingAt: function.breakpoints.map(\.position))
    let raw = quadrature.integrals(of: [
      { $0.estimates { $0.value * $0.rootDensity * $0.rootDensity } },
      { $0.estimates { Self.square($0.value * $0.rootDensity) } },
      { $0.estimates { Self.square($0.derivative * $0.rootDensity) } },
    ])
    mean = raw[0]
    signalGain = raw[1]
    gradientGain = raw[2]
    // From the mean, not as a difference of moments, which would cancel where the mean is large.
    standardDeviation = raw[0].flatMap { mean in
      quadrature.integrals(of: [{ $0.estimates { Self.square(($0.value - Lanes(mean)) * $0.rootDensity) } }])[0]?
        .squareRoot()
    }
  }

  private static func square(_ x: Lanes) -> Lanes { x * x }
}
