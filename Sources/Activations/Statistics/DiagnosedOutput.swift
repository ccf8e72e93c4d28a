/// What a function makes of samples too many to be held, and what they show of it.
public struct DiagnosedOutput: Sendable, Equatable {
  /// Of the outputs.
  public let distribution: Distribution
  /// nil for the samples as they were drawn.
  public let diagnostics: SampleDiagnostics?
}

extension DiagnosedOutput {
  /// What several functions make of the same samples, diagnosed in the two passes over the stream that they share.
  ///
  /// Each has the bits it would have alone, and those of samples held in memory; memory grows with functions and bins, not
  /// with samples.
  ///
  /// - Parameters:
  ///   - functions: nil stands for the samples as they were drawn.
  ///   - report: Told before each block of samples about how many it holds; each is read twice.
  /// - Returns: One a function, in order; that one fails is nothing to the others.
  /// - Throws: `CancellationError`, soon after the task is cancelled.
  /// - Precondition: `bins` is at least 1.
  public static func outputs(
    of functions: [ActivationFunction?], over stream: SampleStream, bins: Int,
    reading report: (_ count: Int) -> Void = { _ in }
  ) throws(CancellationError) -> [Result<DiagnosedOutput, StudyError>] {
    var passes = SharedPasses(of: functions, bins: bins, diagnosing: true)
    let distributions = try passes.distributions(over: stream) { () throws(CancellationError) in
      if Task.isCancelled { throw CancellationError() }
      report(min(SampleStream.blockSize, stream.count))
    }
    return zip(distributions, passes.counters).map { distribution, counter in
      distribution.map { DiagnosedOutput(distribution: $0, diagnostics: counter?.diagnostics) }
    }
  }
}
