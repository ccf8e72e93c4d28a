import Activations
import PortableMath

/// The function x ↦ x · f(x), whose mean square tells how E f(√q z)² changes with the variance q.
struct ArgumentProduct: RealFunction {
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

extension NormalMoments {
  /// The mean square E z² f(s z)² for normal input z.
  ///
  /// - Precondition: The scale s is positive and finite.
  static func argumentGain(of function: ActivationFunction, scaledBy scale: Double) -> ExactMoment {
    if let points = function.points { return points.argumentGain(scaledBy: scale) }
    let scaled = function.scaled(by: scale)
    let weighted = ActivationFunction(
      scaled.entry, parameterValues: scaled.parameterValues, function: ArgumentProduct(base: scaled.function))
    return NormalMoments(of: weighted).signalGain
  }
}
