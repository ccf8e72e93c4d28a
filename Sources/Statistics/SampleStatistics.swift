import Activations
import PortableMath
import Sampling

/// The statistics of several quantities over the same samples, which are read block by block in passes.
///
/// The edges of the bins follow from the extremes, so that moments and extremes are found in one pass and values are counted
/// in the next. Where samples are drawn afresh for each pass, the extremes are expected instead: the least and the greatest
/// sample cost a tenth of a pass, and at them, or among the first samples, functions nearly always have their extremes. Then
/// one pass finds the moments and counts, and only if an extreme was not as expected, values are counted in another one: ten
/// million samples through eleven functions take half the time.
struct SampleStatistics: Sendable {
  let quantities: [SampledQuantity]
  /// The number of samples.
  let count: Int
  /// The rule for the number of bins of each histogram.
  let bins: BinRule
  /// The counters that diagnose functions; nil for other quantities, and where none are wanted.
  private(set) var counters: [DiagnosticsCounter?]
  /// The counters of the frequent values of derivatives; nil for other quantities.
  private(set) var massCounters: [PointMassCounter?]
  private var moments: [Moments]
  private var facts: [BinFacts]
  private var quartiles: [OrderStatistics?]
  private var histograms: [Result<Histogram, StudyError>]
  private var stage = Stage.moments

  /// What the next pass is for.
  private enum Stage {
    case moments, upperQuartiles, lowerQuartiles, cubes, numbers, counts, end
  }

  init(of quantities: [SampledQuantity], count: Int, bins: BinRule, diagnosing isDiagnosing: Bool = false) {
    (self.quantities, self.count, self.bins) = (quantities, count, bins)
    counters = quantities.map { quantity in
      if isDiagnosing, case .value(let function) = quantity { DiagnosticsCounter(of: function) } else { nil }
    }
    massCounters = quantities.map { if case .derivative = $0 { PointMassCounter() } else { nil } }
    moments = [Moments](repeating: Moments(), count: quantities.count)
    facts = [BinFacts](repeating: BinFacts(), count: quantities.count)
    quartiles = [OrderStatistics?](repeating: nil, count: quantities.count)
    histograms = [Result<Histogram, StudyError>](repeating: .failure(.noFiniteOutput), count: quantities.count)
  }

  /// The distribution of each quantity, after the samples were read.
  var distributions: [Result<Distribution, StudyError>] {
    zip(moments, histograms).map { moments, histogram in
      histogram.map { histogram in
        Distribution(
          mean: moments.mean, standardDeviation: moments.standardDeviation, histogram: histogram, sampleCount: count,
          excludedCount: count - moments.count)
      }
    }
  }

  /// Reads samples from memory, as often as necessary.
  mutating func read(_ samples: [Float]) {
    var tallies = nextTallies(expecting: [])
    withUnsafeTemporaryAllocation(of: Float.self, capacity: SampleBlocks.longest(of: count)) { scratch in
      while !tallies.isEmpty {
        samples.withUnsafeBufferPointer { samples in
          for (block, range) in SampleBlocks.ranges(of: count).enumerated() {
            tallies.add(
              UnsafeBufferPointer(rebasing: samples[range]), to: quantities, block: block, computingIn: scratch)
          }
        }
        finishPass(tallies, expecting: [])
        tallies = nextTallies(expecting: [])
      }
    }
  }

  /// Reads samples from a stream, as often as necessary.
  ///
  /// - Parameters:
  ///   - stream: The samples.
  ///   - idle: The jobs that may be used beside that of the caller.
  ///   - report: Called with the number of samples that were read, in every pass.
  mutating func read(
    _ stream: SampleStream, sharing idle: IdleJobs, reporting report: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(CancellationError) {
    let expected = bins.followsFromRange ? try await expectedHistograms(of: stream, sharing: idle) : []
    var tallies = nextTallies(expecting: expected)
    while !tallies.isEmpty {
      tallies = try await stream.tallies(of: quantities, tallies, sharing: idle, reporting: report)
      finishPass(tallies, expecting: expected)
      tallies = nextTallies(expecting: [])
    }
  }

  /// The histograms that follow from the least and the greatest sample and from the first of all samples; nil for a quantity
  /// that has none.
  private func expectedHistograms(
    of stream: SampleStream, sharing idle: IdleJobs
  ) async throws(CancellationError) -> [Histogram?] {
    var extremes = SampleExtremes()
    try await stream.read(
      inPartsOf: .max, sharing: idle, beginning: { SampleExtremes() },
      adding: { extremes, _, block in block.extend(&extremes) },
      merging: { for found in $0 { extremes.add(found) } })
    let tallies = try await stream.tallies(
      of: quantities, [QuantityTally](repeating: QuantityTally(moments: []), count: quantities.count),
      blocks: min(max(SampleBlocks.count(of: count) / 32, 4), 64), sharing: idle)
    return zip(quantities, tallies).map { quantity, tally in
      var found = tally.mergedMoments
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 2) { scratch in
        [extremes.lowest, extremes.highest].withUnsafeBufferPointer { inputs in
          let outputs = quantity.outputs(of: inputs, in: scratch).filter(\.isFinite)
          outputs.withUnsafeBufferPointer { found.merge(Moments(of: $0)) }
        }
      }
      return found.count == 0 ? nil : try? Histogram(bins: bins, for: found, BinFacts(), among: count)
    }
  }

  /// The tallies for the next pass; none if all is known.
  private func nextTallies(expecting expected: [Histogram?]) -> [QuantityTally] {
    guard stage != .end else { return [] }
    return quantities.indices.map { index in
      var tally = QuantityTally()
      switch stage {
      case .moments:
        (tally.moments, tally.diagnostics, tally.masses) = ([], counters[index], massCounters[index])
        if expected.indices.contains(index), let histogram = expected[index] { tally.count(into: histogram) }
      case .upperQuartiles, .lowerQuartiles: tally.quartiles = quartiles[index]
      case .cubes: tally.cubes = (facts[index], moments[index].mean)
      case .numbers: tally.numbers = []
      case .counts:
        if case .success(let histogram) = histograms[index], histogram.isEmpty { tally.count(into: histogram) }
      case .end: break
      }
      return tally
    }
  }

  /// Takes what a pass has found, and decides what the next is for.
  private mutating func finishPass(_ tallies: [QuantityTally], expecting expected: [Histogram?]) {
    switch stage {
    case .moments:
      for (index, tally) in tallies.enumerated() {
        moments[index] = tally.mergedMoments
        (counters[index], massCounters[index]) = (tally.diagnostics, tally.masses)
      }
      switch bins.estimator {
      case .auto, .fd:
        quartiles = moments.map { $0.count > 0 ? OrderStatistics(forQuartilesOf: $0.count) : nil }
        stage = .upperQuartiles
      case .doane: stage = .cubes
      case .stone where count <= BinFacts.stoneLimit: stage = .numbers
      default: finishFacts(tallies)
      }
    case .upperQuartiles:
      quartiles = tallies.map(\.quartiles)
      for index in quartiles.indices { quartiles[index]?.chooseGroups() }
      stage = .lowerQuartiles
    case .lowerQuartiles:
      for (index, tally) in tallies.enumerated() {
        guard let found = tally.quartiles else { continue }
        facts[index].quartileDistance = found.quartileDistance(of: moments[index].count)
      }
      finishFacts(tallies)
    case .cubes:
      for (index, tally) in tallies.enumerated() { if let cubes = tally.cubes { facts[index] = cubes.facts } }
      finishFacts(tallies)
    case .numbers:
      for (index, tally) in tallies.enumerated() {
        if let numbers = tally.numbers, !numbers.isEmpty { facts[index].stoneCount = BinFacts.stoneCount(of: numbers) }
      }
      finishFacts(tallies)
    case .counts:
      for (index, tally) in tallies.enumerated() { take(tally.bins, for: index) }
      stage = .end
    case .end: break
    }
  }

  /// Makes the bins, for which all is known, and takes counts in the same bins where there are any.
  private mutating func finishFacts(_ tallies: [QuantityTally]) {
    for index in quantities.indices {
      histograms[index] = Result { () throws(StudyError) in
        try Histogram(bins: bins, for: moments[index], facts[index], among: count)
      }
      if case .success(let histogram) = histograms[index], let found = tallies[index].bins,
        found.edges == histogram.edges
      {
        take(found, for: index)
      }
    }
    let isCounted = histograms.allSatisfy { if case .success(let histogram) = $0 { !histogram.isEmpty } else { true } }
    stage = isCounted ? .end : .counts
  }

  private mutating func take(_ counter: BinCounter?, for index: Int) {
    guard let counter, case .success(var histogram) = histograms[index] else { return }
    histogram.add(counter.counts)
    histograms[index] = .success(histogram)
  }
}

extension SampleStream {
  /// Reads all blocks, or the first ones, and adds them to tallies.
  fileprivate func tallies(
    of quantities: [SampledQuantity], _ tallies: [QuantityTally], blocks: Int = .max, sharing idle: IdleJobs,
    reporting report: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(CancellationError) -> [QuantityTally] {
    var result = tallies
    let capacity = SampleBlocks.longest(of: count)
    // Frequent values are sought among the samples of the first block, which is a part of its own.
    // The end of a part, at which tasks wait for each other, comes some milliseconds after that of the one before.
    try await read(
      blocks: blocks, inPartsOf: max(64, 1_024 / max(quantities.count, 2)),
      sharing: result.contains(where: \.isOrdered) ? IdleJobs(count: 0) : idle,
      beginning: { result.map(\.forFurther) },
      adding: { tallies, index, block in
        let samples = block.transform()
        withUnsafeTemporaryAllocation(of: Float.self, capacity: capacity) { scratch in
          tallies.add(samples, to: quantities, block: index, computingIn: scratch)
        }
        report(samples.count)
      },
      merging: { found in
        for tallies in found { for index in tallies.indices { result[index].merge(tallies[index]) } }
        for index in result.indices { result[index].mergeMoments() }
      })
    return result
  }
}

extension [QuantityTally] {
  /// Adds the samples of a block to the tally of each quantity.
  fileprivate mutating func add(
    _ samples: UnsafeBufferPointer<Float>, to quantities: [SampledQuantity], block: Int,
    computingIn scratch: UnsafeMutableBufferPointer<Float>
  ) {
    for (index, quantity) in quantities.enumerated() where !self[index].isEmpty {
      self[index].add(inputs: samples, outputs: quantity.outputs(of: samples, in: scratch), block: block)
    }
  }
}
