import Activations
import PortableMath

/// The numbers of an activation function in a deep, infinitely wide random network that follow from its moments alone.
///
/// The weights are such that the variance of the pre-activations stays 1. Expectations are over standard normal z.
public struct CriticalNumbers: Sendable, Equatable {
  /// The gain σ_w = (E f²)^−½ by which the variance of pre-activations stays 1.
  public let criticalGain: ExactMoment
  /// The factor 1 / √Var f by which outputs get the variance 1, as in normalizer-free networks (A. Brock et al.: High-performance
  /// large-scale image recognition without normalization, 2021).
  public let gamma: ExactMoment
  /// χ = E f′² / E f², by which each layer multiplies the variance of a gradient at the critical gain.
  public let chi: ExactMoment
  /// −1 / ln χ, the number of layers after which the variance of a gradient has changed by the factor e; infinite if χ is 1,
  /// negative if gradients grow.
  public let depthScale: ExactMoment

  /// Derives the numbers, at next to no cost.
  public init(_ moments: NormalMoments) {
    let square = moments.signalGain.positive
    criticalGain = square.map { 1 / $0.squareRoot() }
    gamma = moments.standardDeviation.positive.map { 1 / $0 }
    chi = square.joined(with: moments.gradientGain) { DepthNumbers.snapped($1 / $0) }
    depthScale = chi.flatMap { chi in
      if chi == 1 { return .value(.infinity) }
      // The logarithm of a number so near to 1 has too few digits.
      if (chi - 1).magnitude < 0x1p-13 { return .undetermined }
      return .value(chi == 0 ? 0 : -1 / Double.log(chi))
    }
  }

  /// The factor by which the standard deviation of a gradient changes in a number of layers: χ^(n/2).
  public func gradientFactor(layers count: Int) -> ExactMoment {
    chi.flatMap { chi in
      let factor = Double.pow(chi, Double(count) / 2)
      return factor.isNormal || chi == 0 ? .value(factor) : .undetermined
    }
  }
}

/// What an activation function does to signals and gradients in a deep, infinitely wide random network that is initialized so
/// that the variance of the pre-activations stays 1.
///
/// ```swift
/// let tanh = ActivationFunction(Catalogue.entry(named: "tanh")!)
/// let numbers = DepthNumbers(of: tanh)
/// numbers.criticalGain.value    // 1.5925374…
/// numbers.chi.value             // 1.1778070…
/// numbers.depthScale.value      // −6.11…: gradients grow
/// ```
///
/// Expectations are over standard normal z, by the quadrature of `NormalMoments`.
public struct DepthNumbers: Sendable, Equatable {
  /// The numbers that follow from the moments alone.
  public let critical: CriticalNumbers
  /// The slope of the map q ↦ E f(√q z)² / E f(z)² at its fixed point q = 1. The fixed point is stable if the slope is less than
  /// 1 in magnitude, and neutral if it is 1, as for every function with f(cx) = c f(x).
  public let fixedPointSlope: ExactMoment

  /// Computes all numbers.
  ///
  /// - Parameter moments: The moments of the function, if they are known already.
  public init(of function: ActivationFunction, moments: NormalMoments? = nil) {
    let moments = moments ?? NormalMoments(of: function)
    let square = moments.signalGain.positive
    critical = CriticalNumbers(moments)
    // By integration by parts the slope of E f(√q z)² at 1 is E f² (z² − 1) / 2, also if f has jumps.
    let weighted = square.value == nil ? square : NormalMoments.argumentGain(of: function, scaledBy: 1)
    fixedPointSlope = square.joined(with: weighted) { Self.snapped(($1 - $0) / (2 * $0)) }
  }

  /// The gain σ_w = (E f²)^−½ by which the variance of pre-activations stays 1.
  public var criticalGain: ExactMoment { critical.criticalGain }
  /// The factor 1 / √Var f by which outputs get the variance 1.
  public var gamma: ExactMoment { critical.gamma }
  /// The factor χ = E f′² / E f², by which each layer multiplies the variance of a gradient at the critical gain.
  public var chi: ExactMoment { critical.chi }
  /// The number −1 / ln χ of layers after which the variance of a gradient has changed by the factor e.
  public var depthScale: ExactMoment { critical.depthScale }
  /// The factor by which the standard deviation of a gradient changes in a number of layers: χ^(n/2).
  public func gradientFactor(layers count: Int) -> ExactMoment { critical.gradientFactor(layers: count) }

  /// The fixed point of the map q ↦ E f(√q z)² / E f(z)² of variances, which is 1 at the critical gain.
  public var fixedPoint: VarianceFixedPoint { VarianceFixedPoint(variance: 1, slope: fixedPointSlope) }

  /// A number that differs from 1 by no more than quadrature does is 1.
  static func snapped(_ number: Double) -> Double { (number - 1).magnitude <= 0x1p-40 ? 1 : number }
}

extension ExactMoment {
  /// The moment if it is positive. A moment of 0 leaves a quotient without a value.
  var positive: ExactMoment {
    guard let value else { return self }
    return value > 0 ? self : .doesNotExist
  }

  /// A number made from two moments; without a value if one of them has none.
  func joined(with other: ExactMoment, _ transform: (Double, Double) -> Double) -> ExactMoment {
    switch (self, other) {
    case (.value(let one), .value(let two)): .value(transform(one, two))
    case (.doesNotExist, _), (_, .doesNotExist): .doesNotExist
    default: .undetermined
    }
  }
}
