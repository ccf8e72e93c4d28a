import Activations
import Sampling

/// Everything that a figure shows about one function: distributions, response, moments and diagnostics.
public struct ActivationStudy: Sendable {
  /// The function that is studied.
  public let function: ActivationFunction
  /// The distribution of the samples.
  public let input: Distribution
  /// The function's value and derivative over the grid.
  public let response: ResponseCurve
  /// The distribution of the function's outputs for the samples.
  public let output: Distribution
  /// The exact moments, the sample diagnostics and the breakpoints.
  public let diagnostics: ActivationDiagnostics
  /// The distribution of the function's derivative over the samples; nil where it was not asked for.
  public let gradient: SampledGradient?
  /// The second derivative over the grid; nil where it was not asked for.
  public let secondDerivative: SecondDerivativeCurve?
  /// How the function is multiplied by a second normal number; nil for a function of one number.
  public internal(set) var gate: GateForm?
}

extension ActivationStudy {
  /// Evaluates the function for the samples and over a grid, and diagnoses it.
  ///
  /// The distribution of the input is the same for every function, so it is computed once and passed in:
  ///
  /// ```swift
  /// let samples = SampleSet(seed: 0, count: 10_000)
  /// let input = try Distribution(of: samples, bins: 100)
  /// let study = try ActivationStudy(of: mish, over: samples, input: input, bins: 100, range: -5...5, step: 0.1)
  /// study.output.mean                      // 0.23411…
  /// study.diagnostics.sampled.deadShare    // 0.0
  /// ```
  ///
  /// The distribution of the derivative and the second derivative are computed only if they are asked for.
  ///
  /// - Throws: `StudyError` when no output is finite, or when the bins or the grid are impossible.
  /// - Precondition: A number of bins is at least 1.
  public init(
    of function: ActivationFunction,
    over samples: SampleSet,
    input: Distribution,
    bins: BinRule,
    range: ClosedRange<Double>,
    step: Double,
    precision: GridPrecision = .double,
    includesGradient: Bool = false,
    includesSecondDerivative: Bool = false
  ) throws(StudyError) {
    if let x = function.points?.firstGap(among: samples.values.lazy.map { Double($0) }) {
      throw .notGiven(x: x, isSample: true)
    }
    let outputs = function.outputs(of: samples)
    let response = try ResponseCurve(of: function, range: range, step: step, precision: precision)
    let output = try Distribution(of: outputs, bins: bins)
    let sampled = SampleDiagnostics(
      of: function, inputs: samples.values, outputs: outputs, areFinite: output.excludedCount == 0)
    self.init(
      function: function, input: input, response: response, output: output,
      diagnostics: ActivationDiagnostics(of: function, sampled: sampled, output: output),
      gradient: includesGradient ? try SampledGradient(of: function, over: samples, bins: bins) : nil,
      secondDerivative: includesSecondDerivative
        ? try SecondDerivativeCurve(of: function, range: range, step: step, precision: precision) : nil)
  }

  /// Evaluates the function over a grid, and joins the result with the statistics of samples that are too many to be
  /// held.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - input: The distribution of the samples.
  ///   - output: The output of this function, from `DiagnosedOutput.outputs(of:over:bins:)`.
  ///   - range: The ends of the grid.
  ///   - step: The distance between two points of the grid, greater than 0.
  ///   - precision: The precision in which the grid is computed.
  ///   - includesSecondDerivative: Whether the second derivative is computed.
  /// - Throws: `StudyError` when the grid is impossible.
  /// - Precondition: The output has diagnostics.
  public init(
    of function: ActivationFunction,
    input: Distribution,
    output: DiagnosedOutput,
    range: ClosedRange<Double>,
    step: Double,
    precision: GridPrecision = .double,
    includesSecondDerivative: Bool = false
  ) throws(StudyError) {
    guard let sampled = output.diagnostics else { preconditionFailure("The output of a function has its diagnostics.") }
    self.init(
      function: function,
      input: input,
      response: try ResponseCurve(of: function, range: range, step: step, precision: precision),
      output: output.distribution,
      diagnostics: ActivationDiagnostics(of: function, sampled: sampled, output: output.distribution),
      gradient: output.gradient,
      secondDerivative: includesSecondDerivative
        ? try SecondDerivativeCurve(of: function, range: range, step: step, precision: precision) : nil)
  }
}

/// The numbers that describe an activation function's effect on a network: saturation, dead units, moments and
/// breakpoints.
public struct ActivationDiagnostics: Sendable, Equatable {
  /// The moments for exactly normal input.
  public let exact: NormalMoments
  /// The diagnostics of the samples.
  public let sampled: SampleDiagnostics
  /// The breakpoints of the function in increasing order; empty if its derivative is continuous, nil if they are not
  /// all known.
  public let breakpoints: [Breakpoint]?
}

extension ActivationDiagnostics {
  /// Computes the exact moments, and withdraws them where they contradict the outputs for the samples.
  init(of function: ActivationFunction, sampled: SampleDiagnostics, output: Distribution) {
    self.init(
      exact: function.points?.normalMoments ?? NormalMoments(of: function).confirmed(by: output, of: function),
      sampled: sampled,
      breakpoints: function.function.declaresBreakpoints ? function.breakpoints : nil)
  }
}
