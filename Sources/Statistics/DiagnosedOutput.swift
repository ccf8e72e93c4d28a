import Activations
import Sampling

/// The distribution and the diagnostics of a function's outputs for samples that are too many to be held in memory.
public struct DiagnosedOutput: Sendable, Equatable {
  /// The distribution of the outputs.
  public let distribution: Distribution
  /// The diagnostics of the function; nil for the samples as they were drawn.
  public let diagnostics: SampleDiagnostics?
  /// The distribution of the derivatives; nil where it was not asked for.
  public let gradient: SampledGradient?
}

extension DiagnosedOutput {
  /// Computes distribution and diagnostics of several functions for the same samples, in shared passes.
  ///
  /// Each result is the same bits as for one function alone and as for samples held in memory. Memory grows with the
  /// number of functions and bins, not of samples.
  ///
  /// - Parameters:
  ///   - functions: The functions; nil stands for the samples as they were drawn.
  ///   - indices: The indices of the functions whose derivatives are counted too.
  ///   - stream: The samples, which are read once or twice, and as often again as an estimator of the number of bins needs.
  ///   - bins: The number of bins, at least one, or the rule for it, which is applied to each distribution.
  ///   - idle: The jobs that may be used beside that of the caller. The results do not depend on them.
  ///   - report: Called with the number of samples that were read, in every pass.
  /// - Returns: One result per function, in order. The failure of one does not affect the others.
  /// - Throws: `CancellationError` soon after the task is cancelled.
  /// - Precondition: A number of bins is at least 1.
  public static func outputs(
    of functions: [ActivationFunction?], gradientsOf indices: Set<Int> = [], over stream: SampleStream, bins: BinRule,
    sharing idle: IdleJobs = IdleJobs(count: 0), reading report: @escaping @Sendable (_ count: Int) -> Void = { _ in }
  ) async throws(CancellationError) -> [Result<DiagnosedOutput, StudyError>] {
    let derivatives = functions.enumerated().filter { indices.contains($0.offset) }.compactMap(\.element)
    var statistics = SampleStatistics(
      of: functions.map { SampledQuantity($0) } + derivatives.map { .derivative($0) }, count: stream.count, bins: bins,
      diagnosing: true)
    try await statistics.read(stream, sharing: idle, reporting: report)
    let distributions = statistics.distributions
    var nextGradient = functions.count
    return functions.indices.map { index in
      var gradient: Result<SampledGradient, StudyError>?
      if functions[index] != nil, indices.contains(index) {
        let masses = statistics.massCounters[nextGradient]?.pointMasses ?? []
        gradient = distributions[nextGradient].mapError { .gradient($0) }
          .map { SampledGradient(distribution: $0, pointMasses: masses) }
        nextGradient += 1
      }
      return Result { () throws(StudyError) in
        DiagnosedOutput(
          distribution: try distributions[index].get(), diagnostics: statistics.counters[index]?.diagnostics,
          gradient: try gradient?.get())
      }
    }
  }
}

/// The distribution of a function's derivative over the samples: the factors by which the function passes gradients back.
///
/// Each derivative is computed in double precision and rounded to single precision once, as outputs are. Derivatives
/// that are not finite are counted and otherwise left out, and so are those at samples whose output is not finite.
public struct SampledGradient: Sendable, Equatable {
  /// The distribution of the derivatives.
  public let distribution: Distribution
  /// The values that a visible share of the derivatives takes, as in `SampleDiagnostics`: 0 and 1 for ReLU.
  public let pointMasses: [PointMass]
}

extension SampledGradient {
  /// Computes the derivative of a function at each sample.
  ///
  /// ```swift
  /// try SampledGradient(of: relu, over: SampleSet(seed: 0, count: 10_000), bins: 100).pointMasses.map(\.value)   // [0, 1]
  /// ```
  ///
  /// - Throws: `StudyError.gradient` when no derivative is finite, or the bins are too narrow.
  /// - Precondition: A number of bins is at least 1.
  public init(of function: ActivationFunction, over samples: SampleSet, bins: BinRule) throws(StudyError) {
    let derivatives = function.derivatives(of: samples)
    do throws(StudyError) {
      distribution = try Distribution(of: derivatives, bins: bins)
    } catch {
      throw .gradient(error)
    }
    var counter = PointMassCounter()
    derivatives.withUnsafeBufferPointer { counter.add($0) }
    pointMasses = counter.pointMasses
  }
}
