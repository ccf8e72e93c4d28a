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

extension ActivationStudy {
  /// Does what the other initializer does and diagnoses the function too, from the same outputs.
  ///
  /// ```swift
  /// let study = try ActivationStudy(diagnosing: relu, over: samples, input: input, bins: 100, range: -5...5, step: 0.1)
  /// study.diagnostics?.sampled.deadShare     // 0.5082
  /// study.diagnostics?.exact.gradientGain    // 0.5
  /// ```
  ///
  /// - Throws: `StudyError` when no output is finite, or there are no such bins or no such grid.
  /// - Precondition: `bins` is at least 1.
  public init(
    diagnosing function: ActivationFunction,
    over samples: SampleSet,
    input: Distribution,
    bins: Int,
    range: ClosedRange<Double>,
    step: Double
  ) throws(StudyError) {
    let outputs = function.outputs(of: samples)
    self.init(
      function: function,
      input: input,
      response: try ResponseCurve(of: function, range: range, step: step),
      output: try Distribution(of: outputs, bins: bins),
      diagnostics: ActivationDiagnostics(
        of: function, sampled: SampleDiagnostics(of: function, inputs: samples.values, outputs: outputs)))
  }

  /// Adds the grid to what is known of input and output already, for samples too many to be held.
  ///
  /// - Parameter output: Of this function, from `DiagnosedOutput.outputs(of:over:bins:)`.
  /// - Throws: `StudyError` when there is no such grid.
  /// - Precondition: The output has its diagnostics.
  public init(
    diagnosing function: ActivationFunction,
    input: Distribution,
    output: DiagnosedOutput,
    range: ClosedRange<Double>,
    step: Double
  ) throws(StudyError) {
    guard let sampled = output.diagnostics else { preconditionFailure("The output of a function has its diagnostics.") }
    self.init(
      function: function,
      input: input,
      response: try ResponseCurve(of: function, range: range, step: step),
      output: output.distribution,
      diagnostics: ActivationDiagnostics(of: function, sampled: sampled))
  }
}

extension ActivationDiagnostics {
  fileprivate init(of function: ActivationFunction, sampled: SampleDiagnostics) {
    self.init(
      exact: NormalMoments(of: function), sampled: sampled,
      breakpoints: function.function.declaresBreakpoints ? function.breakpoints : nil)
  }
}
