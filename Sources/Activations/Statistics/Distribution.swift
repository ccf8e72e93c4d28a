/// What is known of a set of samples once the samples are forgotten.
public struct Distribution: Sendable, Equatable {
  /// Of the finite samples, in double precision.
  public let mean: Double
  /// With n − 1; NaN for a single sample.
  public let standardDeviation: Double
  /// Of the finite samples.
  public let histogram: Histogram
  /// All samples, finite or not.
  public let sampleCount: Int
  /// Samples left out because they are not finite.
  public let excludedCount: Int
}

extension Distribution {
  /// The distribution of samples as they were drawn.
  ///
  /// - Throws: `StudyError.tooManyBins` when the samples lie too close together for so many bins.
  /// - Precondition: `bins` is at least 1.
  public init(of samples: SampleSet, bins: Int) throws(StudyError) {
    try self.init(of: samples.values, bins: bins)
  }

  /// The distribution of a function's outputs. Those that are not finite are left out of all statistics, and counted.
  ///
  /// - Throws: `StudyError`, when no output is finite or no such bins exist.
  /// - Precondition: `bins` is at least 1.
  public init(of outputs: [Float], bins: Int) throws(StudyError) {
    guard !outputs.isEmpty else { throw .noFiniteOutput }
    let blocks = HeldSamples(values: outputs)
    var passes = SharedPasses(of: [nil], bins: bins)
    self = try passes.distributions(over: blocks)[0].get()
  }

  /// The distributions of what several functions make of the same samples, in two passes over the stream that they share.
  ///
  /// The first pass finds moments and extremes, the second counts. Each distribution has the bits it would have alone, and
  /// those of samples held in memory; memory grows with functions and bins, not with samples.
  ///
  /// - Parameter functions: nil stands for the samples as they were drawn.
  /// - Returns: One a function, in order; that one fails is nothing to the others.
  /// - Throws: `CancellationError`, soon after the task is cancelled.
  /// - Precondition: `bins` is at least 1.
  public static func distributions(
    of functions: [ActivationFunction?], over stream: SampleStream, bins: Int
  ) throws(CancellationError) -> [Result<Distribution, StudyError>] {
    var passes = SharedPasses(of: functions, bins: bins)
    return try passes.distributions(over: stream) { () throws(CancellationError) in
      if Task.isCancelled { throw CancellationError() }
    }
  }
}
