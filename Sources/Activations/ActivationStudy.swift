/// Everything a figure says about one function.
public struct ActivationStudy: Sendable {
  /// The function that is studied.
  public let function: ActivationFunction
  /// Of the samples the function was fed.
  public let input: Distribution
  /// Value and derivative over the grid.
  public let response: ResponseCurve
  /// Of what the function made of the samples.
  public let output: Distribution
  /// What is asked of the function beside its picture.
  public let diagnostics: ActivationDiagnostics
}

extension ActivationStudy {
  /// Feeds the samples to the function, evaluates it over a grid and diagnoses it.
  ///
  /// The input's distribution is the same for every function, so it is handed in, made once of the same samples:
  ///
  /// ```swift
  /// let samples = SampleSet(seed: 0, count: 10_000)
  /// let input = try Distribution(of: samples, bins: 100)
  /// let study = try ActivationStudy(of: mish, over: samples, input: input, bins: 100, range: -5...5, step: 0.1)
  /// study.output.mean                      // 0.23411…
  /// study.diagnostics.sampled.deadShare    // 0.0
  /// ```
  ///
  /// - Throws: `StudyError` when no output is finite, or there are no such bins or no such grid.
  /// - Precondition: `bins` is at least 1.
  public init(
    of function: ActivationFunction,
    over samples: SampleSet,
    input: Distribution,
    bins: Int,
    range: ClosedRange<Double>,
    step: Double,
    precision: GridPrecision = .double
  ) throws(StudyError) {
    let outputs = function.outputs(of: samples)
    let response = try ResponseCurve(of: function, range: range, step: step, precision: precision)
    let output = try Distribution(of: outputs, bins: bins)
    let sampled = SampleDiagnostics(
      of: function, inputs: samples.values, outputs: outputs, areFinite: output.excludedCount == 0)
    self.init(
      function: function, input: input, response: response, output: output,
      diagnostics: ActivationDiagnostics(of: function, sampled: sampled, output: output))
  }

  /// Adds the grid to what is known of input and output already, for samples too many to be held.
  ///
  /// - Parameter output: Of this function, from `DiagnosedOutput.outputs(of:over:bins:)`.
  /// - Throws: `StudyError` when there is no such grid.
  /// - Precondition: The output has its diagnostics.
  public init(
    of function: ActivationFunction,
    input: Distribution,
    output: DiagnosedOutput,
    range: ClosedRange<Double>,
    step: Double,
    precision: GridPrecision = .double
  ) throws(StudyError) {
    guard let sampled = output.diagnostics else { preconditionFailure("The output of a function has its diagnostics.") }
    self.init(
      function: function,
      input: input,
      response: try ResponseCurve(of: function, range: range, step: step, precision: precision),
      output: output.distribution,
      diagnostics: ActivationDiagnostics(of: function, sampled: sampled, output: output.distribution))
  }
}
