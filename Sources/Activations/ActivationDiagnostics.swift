/// What is asked of a non-linearity beside its picture: does it saturate, does it leave dead units, does it keep its input
/// normalized and centred, is it differentiable.
public struct ActivationDiagnostics: Sendable, Equatable {
  /// Under an exactly normal input.
  public let exact: NormalMoments
  /// As the samples show it.
  public let sampled: SampleDiagnostics
  /// Kinks and jumps as the function declares them, in increasing order; empty where the derivative is continuous, nil
  /// where the function does not know.
  public let breakpoints: [Breakpoint]?
}

extension ActivationDiagnostics {
  /// - Parameter output: What the function made of the samples, which bears witness to the exact moments.
  init(of function: ActivationFunction, sampled: SampleDiagnostics, output: Distribution) {
    self.init(
      exact: NormalMoments(of: function).confirmed(by: output, of: function), sampled: sampled,
      breakpoints: function.function.declaresBreakpoints ? function.breakpoints : nil)
  }
}
