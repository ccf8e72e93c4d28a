import Activations
import Configuration

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
  /// - Returns: One a function, in the order of the plan: variants are one, and a comparison has no numbers of its own.
  public func statistics(jobs: Int = Batch.defaultJobCount) async -> Batch.Results<FigureStatistics> {
    var names: Set<String> = []
    return await figures.filter { !$0.isComparison && names.insert($0.name).inserted }.results(jobs: jobs) {
      figure, input, _ in
      let study = try figure.study(feeding: input)
      return FigureStatistics(
        name: figure.name, function: study.function, output: study.output, diagnostics: study.diagnostics)
    }
  }
}

extension FigurePlan {
  /// What the function does to the samples and over the grid.
  func study(feeding input: FigureInput) throws(StudyError) -> ActivationStudy {
    switch input {
    case .held(let samples, let distribution):
      return try ActivationStudy(
        of: function, over: samples, input: distribution, bins: settings.bins, range: settings.range,
        step: settings.step, precision: settings.gridPrecision)
    case .streamed(let distribution, let output):
      return try ActivationStudy(
        of: function, input: distribution, output: output, range: settings.range, step: settings.step,
        precision: settings.gridPrecision)
    case .studied(let study): return study
    case .nothing: preconditionFailure("A comparison is no study.")
    }
  }
}
