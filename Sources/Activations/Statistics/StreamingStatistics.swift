import PortableMath

/// The statistics of the outputs of several functions for the same samples, which are read block by block in two
/// passes.
///
/// The first pass computes moments and extremes, from which the edges of the bins follow; the second counts.
struct StreamingStatistics {
  /// The functions; nil stands for the samples as they are.
  let functions: [ActivationFunction?]
  /// The number of bins of each histogram.
  let bins: Int
  /// The counters that diagnose the functions in the second pass; nil for the samples, and where none are wanted.
  private(set) var counters: [DiagnosticsCounter?]

  init(of functions: [ActivationFunction?], bins: Int, diagnosing isDiagnosing: Bool = false) {
    precondition(bins >= 1, "A histogram needs at least one bin.")
    self.functions = functions
    self.bins = bins
    counters = functions.map { function in isDiagnosing ? function.map { DiagnosticsCounter(of: $0) } : nil }
  }

  /// Reads the samples twice and computes a distribution for each function.
  ///
  /// - Parameter pause: Called before each block; an error that it throws ends the passes.
  mutating func distributions<Failure>(
    over blocks: some SampleBlocks, pause: () throws(Failure) -> Void
  ) throws(Failure) -> [Result<Distribution, StudyError>] {
    var moments = [Moments](repeating: Moments(), count: functions.count)
    try forEachOutput(over: blocks, pause: pause) { index, _, outputs in
      moments[index].merge(Moments(of: outputs))
    }
    var histograms = moments.map { moments in
      Result { () throws(StudyError) in
        guard moments.count > 0 else { throw .noFiniteOutput }
        return try Histogram(from: moments.lowest, to: moments.highest, bins: bins)
      }
    }
    try forEachOutput(over: blocks, pause: pause) { index, inputs, outputs in
      let areFinite = moments[index].count == blocks.count
      counters[index]?.add(inputs: inputs, outputs: outputs, areFinite: areFinite)
      guard case .success(var histogram) = histograms[index] else { return }
      // The histogram is removed from the array while it changes, so that its counts are not copied.
      histograms[index] = .failure(.noFiniteOutput)
      if areFinite {
        histogram.count(outputs)
      } else {
        outputs.filter(\.isFinite).withUnsafeBufferPointer { histogram.count($0) }
      }
      histograms[index] = .success(histogram)
    }
    return zip(moments, histograms).map { moments, histogram in
      histogram.map { histogram in
        Distribution(
          mean: moments.mean, standardDeviation: moments.standardDeviation, histogram: histogram,
          sampleCount: blocks.count, excludedCount: blocks.count - moments.count)
      }
    }
  }

  /// Computes a distribution for each function without interruption.
  mutating func distributions(over blocks: some SampleBlocks) -> [Result<Distribution, StudyError>] {
    distributions(over: blocks) {}
  }

  /// Passes the inputs and outputs of each function for each block to `body`, with the index of the function.
  private func forEachOutput<Failure>(
    over blocks: some SampleBlocks, pause: () throws(Failure) -> Void,
    _ body: (Int, UnsafeBufferPointer<Float>, UnsafeBufferPointer<Float>) -> Void
  ) throws(Failure) {
    let scratch = UnsafeMutableBufferPointer<Float>.allocate(capacity: type(of: blocks).longestBlock(of: blocks.count))
    defer { scratch.deallocate() }
    try blocks.forEachBlock { block throws(Failure) in
      try pause()
      for (index, function) in functions.enumerated() {
        guard let function else {
          body(index, block, block)
          continue
        }
        let outputs = UnsafeMutableBufferPointer(rebasing: scratch[..<block.count])
        function.fill(outputs, with: block)
        body(index, block, UnsafeBufferPointer(outputs))
      }
    }
  }
}

/// The distribution and the diagnostics of a function's outputs for samples that are too many to be held in memory.
public struct DiagnosedOutput: Sendable, Equatable {
  /// The distribution of the outputs.
  public let distribution: Distribution
  /// The diagnostics of the function; nil for the samples as they were drawn.
  public let diagnostics: SampleDiagnostics?
}

extension DiagnosedOutput {
  /// Computes distribution and diagnostics of several functions for the same samples, in two shared passes.
  ///
  /// Each result is the same bits as for one function alone and as for samples held in memory. Memory grows with the
  /// number of functions and bins, not of samples.
  ///
  /// - Parameters:
  ///   - functions: The functions; nil stands for the samples as they were drawn.
  ///   - stream: The samples, which are read twice.
  ///   - bins: The number of bins, at least one.
  ///   - report: Called before each block with about the number of its samples. Each block is read twice.
  /// - Returns: One result per function, in order. The failure of one does not affect the others.
  /// - Throws: `CancellationError` soon after the task is cancelled.
  /// - Precondition: `bins` is at least 1.
  public static func outputs(
    of functions: [ActivationFunction?], over stream: SampleStream, bins: Int,
    reading report: (_ count: Int) -> Void = { _ in }
  ) throws(CancellationError) -> [Result<DiagnosedOutput, StudyError>] {
    var passes = StreamingStatistics(of: functions, bins: bins, diagnosing: true)
    let distributions = try passes.distributions(over: stream) { () throws(CancellationError) in
      if Task.isCancelled { throw CancellationError() }
      report(min(SampleStream.blockSize, stream.count))
    }
    return zip(distributions, passes.counters).map { distribution, counter in
      distribution.map { DiagnosedOutput(distribution: $0, diagnostics: counter?.diagnostics) }
    }
  }
}

/// The count, the mean, the sum of squared deviations and the extremes of finite numbers, computed block by block.
///
/// Within a block, sample i is added to partial sum i mod 8, and the eight partial sums are added from first to last;
/// the squared deviations from the block's own mean are summed in the same way. Blocks are merged in order by the
/// update of T. F. Chan, G. H. Golub, R. J. LeVeque: Algorithms for computing the sample variance, 1983. Everything is
/// computed in double precision and in an order that is the same on every machine.
struct Moments: Equatable {
  /// The count of all numbers so far.
  private(set) var count = 0
  /// The mean of the numbers; 0 if there are none.
  private(set) var mean = 0.0
  /// The sum of the squared deviations from the mean.
  private(set) var squares = 0.0
  /// The least number; infinite if there are none.
  private(set) var lowest = Float.infinity
  /// The greatest number; negative infinity if there are none.
  private(set) var highest = -Float.infinity

  /// The moments of no numbers.
  init() {}

  /// Computes the moments of the finite numbers of one block.
  init(of block: UnsafeBufferPointer<Float>) {
    guard !block.isEmpty else { return }
    let sum = gather(block)
    // In double precision a sum of single-precision numbers cannot overflow: it is finite if and only if all of them
    // are.
    guard sum.isFinite else {
      self = block.filter(\.isFinite).withUnsafeBufferPointer { Moments(of: $0) }
      return
    }
    count = block.count
    mean = sum / Double(count)
    squares = squaredDeviations(of: block)
  }

  /// The standard deviation with n − 1 in the denominator; NaN for a single number.
  var standardDeviation: Double { (squares / Double(count - 1)).squareRoot() }

  /// Adds the moments of other numbers.
  mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (first, second) = (Double(count), Double(other.count))
    let share = second / (first + second)
    let distance = other.mean - mean
    mean += distance * share
    squares += other.squares + distance * distance * (first * share)
    count += other.count
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
  }

  /// Sets the extremes and returns the sum. They are meaningful only if all numbers are finite.
  private mutating func gather(_ block: UnsafeBufferPointer<Float>) -> Double {
    var sums = Lanes(0)
    var (lower, upper) = (Lanes(.infinity), Lanes(-.infinity))
    let rest = Self.forEachVector(of: block) { x in
      sums = sums + x
      lower = Lanes.select(x .< lower, x, lower)
      upper = Lanes.select(x .> upper, x, upper)
    }
    (lowest, highest) = (Float(lower.min()), Float(upper.max()))
    for (lane, value) in rest.enumerated() {
      sums[lane] += Double(value)
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    return sums.indices.reduce(0) { $0 + sums[$1] }
  }

  private func squaredDeviations(of block: UnsafeBufferPointer<Float>) -> Double {
    let center = Lanes(mean)
    var sums = Lanes(0)
    let rest = Self.forEachVector(of: block) { x in
      let deviation = x - center
      sums = sums + deviation * deviation
    }
    for (lane, value) in rest.enumerated() { sums[lane] += (Double(value) - mean) * (Double(value) - mean) }
    return sums.indices.reduce(0) { $0 + sums[$1] }
  }

  /// Passes eight numbers at a time to `body`, and returns the remaining ones, fewer than eight.
  @inline(__always)
  private static func forEachVector(
    of block: UnsafeBufferPointer<Float>, _ body: (Lanes) -> Void
  ) -> Slice<UnsafeBufferPointer<Float>> {
    let whole = block.count / Lanes.scalarCount * Lanes.scalarCount
    let bytes = UnsafeRawBufferPointer(block)
    for start in stride(from: 0, to: whole, by: Lanes.scalarCount) {
      body(Lanes(bytes.loadUnaligned(fromByteOffset: start * MemoryLayout<Float>.stride, as: SIMD8<Float>.self)))
    }
    return block[whole...]
  }
}
