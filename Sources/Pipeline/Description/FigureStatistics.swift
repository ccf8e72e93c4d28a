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
      let study = try FigureRenderer.study(of: figure, from: input)
      return .finished(
        FigureStatistics(
          name: figure.name, function: study.function, output: study.output, diagnostics: study.diagnostics))
    }
  }
}
