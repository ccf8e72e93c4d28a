import Activations

/// The moments of a layer's outputs and derivatives if its pre-activations are normal with mean 0 and a given variance, as in
/// an infinitely wide random network.
///
/// ```swift
/// let selu = ActivationFunction(Catalogue.entry(named: "selu")!)
/// LayerMoments(of: selu, variance: 0.5625).standardDeviation.value    // 0.7967…
/// ```
public struct LayerMoments: Sendable, Equatable {
  /// The variance q of the pre-activations.
  public let variance: Double
  /// The mean E f(√q z).
  public let mean: ExactMoment
  /// The standard deviation of f(√q z).
  public let standardDeviation: ExactMoment
  /// The mean square E f(√q z)².
  public let meanSquare: ExactMoment
  /// The mean square of the derivative, E f′(√q z)².
  public let derivativeMeanSquare: ExactMoment

  /// Integrates the function, its square and its derivative's square over the normal density.
  ///
  /// - Parameters:
  ///   - function: The activation function f.
  ///   - variance: The variance q, which is not negative. If it is 0, the moments are those of the constant f(0).
  public init(of function: ActivationFunction, variance: Double) {
    guard variance > 0, variance.isFinite else {
      self.init(ofConstant: function, variance: variance)
      return
    }
    let moments = NormalMoments(of: function, scaledBy: variance.squareRoot())
    self.init(
      variance: variance, mean: moments.mean, standardDeviation: moments.standardDeviation,
      meanSquare: moments.signalGain, derivativeMeanSquare: moments.gradientGain.map { $0 / variance })
  }

  private init(ofConstant function: ActivationFunction, variance: Double) {
    let value = function.value(at: 0)
    let kind = function.breakpoints.first { $0.position == 0 }?.kind
    let isKnown =
      variance == 0 && value.isFinite && function.function.declaresBreakpoints && (kind == nil || kind == .kink)
    func moment(_ value: Double) -> ExactMoment { isKnown && value.isFinite ? .value(value) : .undetermined }
    self.init(
      variance: variance, mean: moment(value), standardDeviation: moment(0), meanSquare: moment(value * value),
      derivativeMeanSquare: moment(isKnown ? function.meanSquareSlopeAtZero : 0))
  }

  private init(
    variance: Double, mean: ExactMoment, standardDeviation: ExactMoment, meanSquare: ExactMoment,
    derivativeMeanSquare: ExactMoment
  ) {
    (self.variance, self.mean, self.standardDeviation) = (variance, mean, standardDeviation)
    (self.meanSquare, self.derivativeMeanSquare) = (meanSquare, derivativeMeanSquare)
  }
}

extension NormalMoments {
  /// The moments of z ↦ f(s · z) for normal input z.
  ///
  /// - Precondition: The scale s is positive and finite.
  init(of function: ActivationFunction, scaledBy scale: Double) {
    self = function.points?.normalMoments(scaledBy: scale) ?? NormalMoments(of: function.scaled(by: scale))
  }
}

extension ActivationFunction {
  /// The mean of the squares of the slopes on both sides of zero, which a kink there makes different.
  var meanSquareSlopeAtZero: Double {
    guard breakpoints.contains(where: { $0.position == 0 }) else { return derivative(at: 0) * derivative(at: 0) }
    let slopes = limits(at: 0).derivative
    return (slopes.before * slopes.before + slopes.after * slopes.after) / 2
  }

  /// The function z ↦ f(s · z).
  ///
  /// - Precondition: The scale s is positive and finite.
  func scaled(by scale: Double) -> ActivationFunction {
    scale == 1
      ? self
      : ActivationFunction(entry, parameterValues: parameterValues, function: ScaledFunction(function, by: scale))
  }
}

extension ExactMoment {
  /// The moment with another value in place of its own, if it has one.
  func map(_ transform: (Double) -> Double) -> ExactMoment { value.map { .value(transform($0)) } ?? self }

  /// The moment that follows from the value, if it has one.
  func flatMap(_ transform: (Double) -> ExactMoment) -> ExactMoment { value.map(transform) ?? self }
}
