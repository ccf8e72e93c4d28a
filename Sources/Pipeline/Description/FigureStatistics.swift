import Activations

/// The numbers of one figure without its picture.
public struct FigureStatistics: Sendable {
  /// By which the figure is selected.
  public let name: String
  /// With its parameters.
  public let function: ActivationFunction
  /// Of the outputs.
  public let output: Distribution
  /// Exact moments, and what the samples show of the derivative.
  public let diagnostics: ActivationDiagnostics
}

extension RenderPlan {
  /// Feeds every function its samples and diagnoses it. No typeface is needed, for nothing is drawn.
  ///
  /// - Parameter jobs: Figures in work at one time, at least one.
  /// - Returns: One a figure, in the order of the plan.
  public func statistics(jobs: Int = Batch.defaultJobCount) async -> Batch.Results<FigureStatistics> {
    await figures.results(jobs: jobs) { figure, input in
      let study = try figure.diagnosedStudy(feeding: input)
      guard let diagnostics = study.diagnostics else { preconditionFailure("A diagnosed study has its diagnostics.") }
      return FigureStatistics(
        name: figure.name, function: study.function, output: study.output, diagnostics: diagnostics)
    }
  }
}

extension FigurePlan {
  /// What the function does to the samples and over the grid, with what a figure does not show.
  func diagnosedStudy(feeding input: FigureInput) throws(StudyError) -> ActivationStudy {
    switch input {
    case .held(let samples, let distribution):
      try ActivationStudy(
        diagnosing: function, over: samples, input: distribution, bins: settings.bins, range: settings.range,
        step: settings.step)
    case .streamed(let distribution, let output):
      try ActivationStudy(
        diagnosing: function, over: SampleStream(seed: settings.seed, count: settings.samples), input: distribution,
        output: output, range: settings.range, step: settings.step)
    }
  }
}
