import ArgumentParser
import Pipeline

extension ExitCode {
  /// The run could not be judged.
  static let unjudged = ExitCode(2)

  /// Whether any figure failed.
  init(of results: Batch.Results<some Sendable>) {
    let hasFailure = results.contains { if case .failure? = $0 { true } else { false } }
    self = hasFailure ? .failure : .success
  }
}
