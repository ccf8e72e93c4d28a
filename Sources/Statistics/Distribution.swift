import Activations
import PortableMath
import Sampling

/// The statistics of a set of samples: its mean, standard deviation and histogram.
public struct Distribution: Sendable, Equatable {
  /// The mean of the finite samples, in double precision.
  public let mean: Double
  /// The standard deviation of the finite samples, with n − 1 in the denominator; NaN for a single sample.
  public let standardDeviation: Double
  /// The histogram of the finite samples.
  public let histogram: Histogram
  /// The number of samples, finite or not.
  public let sampleCount: Int
  /// The number of samples that are left out because they are not finite.
  public let excludedCount: Int
}

extension Distribution {
  /// Computes the distribution of samples as they were drawn.
  ///
  /// - Throws: `StudyError.tooManyBins` when the samples lie too close together for so many bins.
  /// - Precondition: A number of bins is at least 1.
  public init(of samples: SampleSet, bins: BinRule) throws(StudyError) {
    try self.init(of: samples.values, bins: bins)
  }

  /// Computes the distribution of a function's outputs. Outputs that are not finite are counted, and otherwise left
  /// out.
  ///
  /// - Throws: `StudyError` when no output is finite or the bins are too narrow.
  /// - Precondition: A number of bins is at least 1.
  public init(of outputs: [Float], bins: BinRule) throws(StudyError) {
    guard !outputs.isEmpty else { throw .noFiniteOutput }
    var statistics = SampleStatistics(of: [.input], count: outputs.count, bins: bins)
    statistics.read(outputs)
    self = try statistics.distributions[0].get()
  }

  /// Computes the distributions of the outputs of several functions for the same samples, in shared passes.
  ///
  /// Each distribution is the same bits as for one
  /// function alone and as for samples held in memory. Memory grows with the number of functions and bins, not of
  /// samples.
  ///
  /// - Parameters:
  ///   - functions: The functions; nil stands for the samples as they were drawn.
  ///   - stream: The samples, which are read once or twice, and as often again as an estimator of the number of bins needs.
  ///   - bins: The number of bins, at least one, or the rule for it, which is applied to each function.
  ///   - idle: The jobs that may be used beside that of the caller. The results do not depend on them.
  /// - Returns: One result per function, in order. The failure of one does not affect the others.
  /// - Throws: `CancellationError` soon after the task is cancelled.
  /// - Precondition: A number of bins is at least 1.
  public static func distributions(
    of functions: [ActivationFunction?], over stream: SampleStream, bins: BinRule,
    sharing idle: IdleJobs = IdleJobs(count: 0)
  ) async throws(CancellationError) -> [Result<Distribution, StudyError>] {
    var statistics = SampleStatistics(of: functions.map { SampledQuantity($0) }, count: stream.count, bins: bins)
    try await statistics.read(stream, sharing: idle)
    return statistics.distributions
  }
}

/// The number of values in each of equally wide bins between the least and the greatest value.
///
/// It is that of `numpy.histogram` for single-precision data. Bin i holds edge[i] ≤ v < edge[i + 1], and the last bin
/// also holds its right edge, so that every value is counted once.
public struct Histogram: Sendable, Equatable {
  /// The edges of the bins in increasing order, one more than bins, in single precision as NumPy computes them.
  public let edges: [Float]
  /// The number of values in each bin, from left to right.
  public private(set) var counts: [Int]
}

extension Histogram {
  /// Makes a number of empty bins between the extremes of the values that will be counted.
  ///
  /// If all values are equal, the range is widened by ½ on both sides.
  package init(from lowest: Float, to highest: Float, bins: Int) throws(StudyError) {
    let isFlat = lowest == highest
    edges = try Self.edges(from: isFlat ? lowest - 0.5 : lowest, to: isFlat ? highest + 0.5 : highest, bins: bins)
    counts = [Int](repeating: 0, count: bins)
  }

  /// Makes the empty bins for values by a rule. An estimator gives no more bins than single precision can tell apart.
  init(bins rule: BinRule, for moments: Moments, _ facts: BinFacts, among samples: Int) throws(StudyError) {
    guard moments.count > 0 else { throw .noFiniteOutput }
    switch rule {
    case .count(let bins): try self.init(from: moments.lowest, to: moments.highest, bins: bins)
    case .estimator(let estimator):
      guard samples <= estimator.sampleLimit else { throw .tooManySamples(estimator, limit: estimator.sampleLimit) }
      var bins = estimator.count(moments, facts)
      // Each number of bins that is too great is followed by three quarters of it.
      while bins > 1, (try? Histogram(from: moments.lowest, to: moments.highest, bins: bins)) == nil {
        bins -= bins / 4 + 1
      }
      try self.init(from: moments.lowest, to: moments.highest, bins: max(bins, 1))
    }
  }

  /// Counts finite values, at least one, into a number of bins, at least one.
  package init(of values: [Float], bins: Int) throws(StudyError) {
    precondition(!values.isEmpty, "A histogram needs values.")
    let moments = values.withUnsafeBufferPointer { Moments(of: $0) }
    try self.init(from: moments.lowest, to: moments.highest, bins: bins)
    values.withUnsafeBufferPointer { count($0) }
  }

  /// The edges i · step + lowest, each operation rounded to single precision as in `numpy.linspace`; the last is
  /// `highest`.
  static func edges(from lowest: Float, to highest: Float, bins: Int) throws(StudyError) -> [Float] {
    precondition(bins >= 1, "A histogram needs at least one bin.")
    guard (highest - lowest).isFinite else { throw .spreadTooWide(lowest: lowest, highest: highest) }
    let step = (highest - lowest) / Float(bins)
    var edges = (0..<bins).map { Float($0) * step + lowest }
    edges.append(highest)
    guard zip(edges, edges.dropFirst()).allSatisfy(<) else {
      throw .tooManyBins(bins, lowest: lowest, highest: highest)
    }
    return edges
  }

  /// Counts values, which lie between the first edge and the last.
  package mutating func count(_ values: UnsafeBufferPointer<Float>) {
    var counter = BinCounter(of: self)
    counter.count(values)
    add(counter.counts)
  }

  /// Whether no value was counted.
  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  /// Adds counts for every bin.
  mutating func add(_ more: [Int]) {
    for (bin, count) in more.enumerated() { counts[bin] += count }
  }
}

/// A reason why a function cannot be studied over given samples, with given bins or on a given grid.
public indirect enum StudyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Every output is NaN or infinite.
  case noFiniteOutput
  /// Some of the bins would have no width in single precision.
  case tooManyBins(Int, lowest: Float, highest: Float)
  /// The difference between the extremes overflows single precision.
  case spreadTooWide(lowest: Float, highest: Float)
  /// The step is not a positive finite number, or the range is empty or not finite.
  case noGrid(range: ClosedRange<Double>, step: Double)
  /// The grid would have more points than `limit`.
  case tooManyGridPoints(range: ClosedRange<Double>, step: Double, limit: Int)
  /// The number of bins cannot be estimated from so many samples.
  case tooManySamples(BinEstimator, limit: Int)
  /// The function is a list of points, and a sample or a point of the grid is not among them.
  case notGiven(x: Double, isSample: Bool)
  /// The derivatives at the samples have no distribution, for a reason that is one of those of outputs.
  case gradient(StudyError)
  /// The outputs of the function have no mean square by which weights could be scaled, or none that could be computed.
  case noCriticalInitialization(function: String, isKnown: Bool)
  /// The variance of the outputs of the first layer of a deep network has no value.
  case noSignal(function: String)

  /// The reason in one sentence.
  public var description: String {
    switch self {
    case .noFiniteOutput:
      "No output is a finite number, so there is no distribution to show."
    case .tooManyBins(let bins, let lowest, let highest):
      "\(bins) bins between \(lowest) and \(highest) are finer than single precision can tell apart."
    case .spreadTooWide(let lowest, let highest):
      "The values from \(lowest) to \(highest) lie further apart than single precision can express."
    case .noGrid(let range, let step):
      "A grid from \(range.lowerBound) up to \(range.upperBound) in steps of \(step) has no points."
    case .tooManyGridPoints(let range, let step, let limit):
      "A grid from \(range.lowerBound) up to \(range.upperBound) in steps of \(step) has more than \(limit) points."
    case .tooManySamples(let estimator, let limit):
      "The number of bins by the rule \(estimator.rawValue) is computed for at most \(limit) samples."
    case .notGiven(let x, let isSample):
      "The table has no point at x = \(x), which is a \(isSample ? "sample" : "point of the grid"), and \"interpolation\" is \"none\"."
    case .gradient(.noFiniteOutput):
      "The derivative is a finite number at no sample, so there is no distribution of it to show."
    case .gradient(let error): "In the distribution of the derivative: \(error)"
    case .noCriticalInitialization(let function, let isKnown):
      "The initialization \"critical\" needs the mean square of the outputs of \(function), which "
        + (isKnown ? "does not exist or is zero" : "could not be computed") + "; choose another \"initialization\"."
    case .noSignal(let function):
      "The mean square of the outputs of \(function) in the first layer does not exist or could not be computed, so there is no signal to follow."
    }
  }
}
