import Activations
import PortableMath

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
  /// The slope of the map q ↦ E f(√q z)² / E f(z)² at its fixed point q = 1. The fixed point is stable if the slope is less than
  /// 1 in magnitude, and neutral if it is 1, as for every function with f(cx) = c f(x).
  public let fixedPointSlope: ExactMoment

  /// Computes all numbers.
  public init(of function: ActivationFunction) {
    let moments = NormalMoments(of: function)
    let square = moments.signalGain.positive
    criticalGain = square.map { 1 / $0.squareRoot() }
    gamma = moments.standardDeviation.positive.map { 1 / $0 }
    chi = square.joined(with: moments.gradientGain) { Self.snapped($1 / $0) }
    depthScale = chi.map { $0 == 1 ? .infinity : $0 == 0 ? 0 : -1 / Double.log($0) }
    let weighted = ActivationFunction(
      function.entry, parameterValues: function.parameterValues,
      function: ArgumentProduct(base: function.function))
    // By integration by parts the slope of E f(√q z)² at 1 is E f² (z² − 1) / 2, also if f has jumps.
    fixedPointSlope = square.joined(with: NormalMoments(of: weighted).signalGain) {
      Self.snapped(($1 - $0) / (2 * $0))
    }
  }

  /// The factor by which the standard deviation of a gradient changes in a number of layers: χ^(n/2).
  public func gradientFactor(layers count: Int) -> ExactMoment { chi.map { Double.pow($0, Double(count) / 2) } }

  /// A number that differs from 1 by no more than quadrature does is 1.
  private static func snapped(_ number: Double) -> Double { (number - 1).magnitude <= 0x1p-40 ? 1 : number }
}

/// The function x ↦ x · f(x).
private struct ArgumentProduct: RealFunction {
  let base: any RealFunction

  func value(at x: Double) -> Double { x * base.value(at: x) }
  func value(at x: Lanes) -> Lanes { x * base.value(at: x) }
  func derivative(at x: Double) -> Double { base.value(at: x) + x * base.derivative(at: x) }
  func derivative(at x: Lanes) -> Lanes { base.value(at: x) + x * base.derivative(at: x) }
  func secondDerivative(at x: Double) -> Double { 2 * base.derivative(at: x) + x * base.secondDerivative(at: x) }
  var breakpoints: [Breakpoint] { base.breakpoints }
  var invisibleBreaks: [Double] { base.invisibleBreaks }
  var declaresBreakpoints: Bool { base.declaresBreakpoints }
  var formulaChanges: [Double] { base.formulaChanges }
  var plansQuadrature: Bool { base.plansQuadrature }
  var quadraturePlan: QuadraturePlan? { base.quadraturePlan }
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
