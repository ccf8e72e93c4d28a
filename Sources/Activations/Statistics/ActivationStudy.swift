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
  /// What a figure does not show; nil where it was not asked for.
  public private(set) var diagnostics: ActivationDiagnostics?
}

extension ActivationStudy {
  /// Feeds the samples to the function and evaluates it over a grid.
  ///
  /// The input's distribution is the same for every function, so it is handed in, made once of the same samples:
  ///
  /// ```swift
  /// let samples = SampleSet(seed: 0, count: 10_000)
  /// let input = try Distribution(of: samples, bins: 100)
  /// let study = try ActivationStudy(of: mish, over: samples, input: input, bins: 100, range: -5...5, step: 0.1)
  /// study.output.mean   // 0.23411…
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
    step: Double
  ) throws(StudyError) {
    try self.init(
      of: function, input: input, output: Distribution(of: function, over: samples, bins: bins), range: range,
      step: step)
  }

  /// Adds the grid to what is known of input and output already, for samples too many to be held.
  ///
  /// - Parameter output: Of this function, from `Distribution.distributions(of:over:bins:)`.
  /// - Throws: `StudyError` when there is no such grid.
  public init(
    of function: ActivationFunction,
    input: Distribution,
    output: Distribution,
    range: ClosedRange<Double>,
    step: Double
  ) throws(StudyError) {
    self.init(
      function: function,
      input: input,
      response: try ResponseCurve(of: function, range: range, step: step),
      output: output)
  }
}
