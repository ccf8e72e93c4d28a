import Activations
import Sampling

extension ActivationStudy {
  /// Studies a gated pair: the product of a function of normal samples a and a factor of as many samples b, which are
  /// independent of them and follow them in the stream of random numbers.
  ///
  /// The response is the function itself. Output, moments and diagnostics are those of the product, whose derivative is
  /// taken with respect to a.
  ///
  /// - Throws: `StudyError` when no output is finite, or when the bins or the grid are impossible.
  /// - Precondition: A number of bins is at least 1.
  public init(
    of function: ActivationFunction, gatedBy form: GateForm, over samples: SampleSet, input: Distribution,
    bins: BinRule, range: ClosedRange<Double>, step: Double, precision: GridPrecision = .double
  ) throws(StudyError) {
    let factors = SampleSet(following: samples).values.map { form.factor(of: Double($0)) }
    // The sum with zero makes one zero of both, of which a product may have either.
    let outputs = zip(samples.values, factors).map { Float(function.value(at: Double($0)) * $1) + 0 }
    let output = try Distribution(of: outputs, bins: bins)
    let sampled = SampleDiagnostics(
      slopes: zip(samples.values, factors).lazy.map { function.derivative(at: Double($0)) * $1 }, outputs: outputs)
    self.init(
      function: function, input: input,
      response: try ResponseCurve(of: function, range: range, step: step, precision: precision), output: output,
      diagnostics: ActivationDiagnostics(
        exact: NormalMoments(of: function).gated(by: form), sampled: sampled,
        breakpoints: function.function.declaresBreakpoints ? function.breakpoints : nil),
      gradient: nil, secondDerivative: nil, gate: form)
  }
}

extension ActivationFunction {
  /// The title of a function of the catalogue; nil for a formula.
  package var catalogueTitle: String? {
    Catalogue.entry(named: entry.name).flatMap { $0.formula == entry.formula ? $0.title : nil }
  }
}

extension SampleDiagnostics {
  /// Diagnoses samples by their outputs and the derivatives at them.
  fileprivate init(slopes: some Sequence<Double>, outputs: [Float]) {
    var (finite, dead, saturated, nearlySaturated) = (0, 0, 0, 0)
    for (slope, output) in zip(slopes, outputs) where output.isFinite {
      finite += 1
      if slope == 0 { dead += 1 }
      if slope.magnitude < 0.01 { saturated += 1 }
      if slope.magnitude < 0.1 { nearlySaturated += 1 }
    }
    func share(_ count: Int) -> Double { finite == 0 ? 0 : Double(count) / Double(finite) }
    var masses = PointMassCounter()
    outputs.withUnsafeBufferPointer { masses.add($0) }
    let values = outputs.lazy.filter(\.isFinite)
    let range = values.min().flatMap { least in values.max().map { least...$0 } }
    self.init(
      deadShare: share(dead), saturatedShare: share(saturated), nearlySaturatedShare: share(nearlySaturated),
      range: range, pointMasses: masses.pointMasses)
  }
}

extension NormalMoments {
  /// The moments of the product with a factor that is independent of the function, given those of the function.
  ///
  /// With mean μ and variance κ of the factor m, E f²m² = E f² (κ + μ²), and the variance of fm is
  /// (κ + μ²) Var f + κ (E f)², in which nothing cancels. The gradient gain is that with respect to the function's
  /// argument.
  fileprivate func gated(by form: GateForm) -> NormalMoments {
    let (mu, kappa) = (form.mean, form.variance)
    func scaled(_ moment: ExactMoment, by factor: Double) -> ExactMoment {
      moment.value.map { .value(factor * $0) } ?? moment
    }
    var deviation = standardDeviation
    if let spread = standardDeviation.value, let mean = mean.value {
      deviation = .value(((kappa + mu * mu) * spread * spread + kappa * mean * mean).squareRoot())
    }
    return NormalMoments(
      mean: scaled(mean, by: mu), standardDeviation: deviation,
      signalGain: scaled(signalGain, by: kappa + mu * mu), gradientGain: scaled(gradientGain, by: kappa + mu * mu))
  }
}
