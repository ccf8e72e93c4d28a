import Activations
import PortableMath
import Sampling

/// The statistics of several quantities over the same samples, which are read block by block in passes.
///
/// The first pass computes moments and extremes, from which the edges of the bins follow; the last counts. Between them,
/// estimators of the number of bins may need passes of their own.
struct StreamingStatistics {
  let quantities: [SampledQuantity]
  /// The rule for the number of bins of each histogram.
  let bins: BinRule
  /// The counters that diagnose the functions in the second pass; nil for other quantities, and where none are wanted.
  private(set) var counters: [DiagnosticsCounter?]
  /// The counters of the frequent values of derivatives; nil for other quantities.
  private(set) var massCounters: [PointMassCounter?]

  init(of quantities: [SampledQuantity], bins: BinRule, diagnosing isDiagnosing: Bool = false) {
    self.quantities = quantities
    self.bins = bins
    counters = quantities.map { quantity in
      if isDiagnosing, case .value(let function) = quantity { DiagnosticsCounter(of: function) } else { nil }
    }
    massCounters = quantities.map { if case .derivative = $0 { PointMassCounter() } else { nil } }
  }

  /// Reads the samples in all passes and computes a distribution for each quantity.
  ///
  /// - Parameter pause: Called before each block; an error that it throws ends the passes.
  mutating func distributions<Failure>(
    over blocks: some SampleBlocks, pause: () throws(Failure) -> Void
  ) throws(Failure) -> [Result<Distribution, StudyError>] {
    var moments = [Moments](repeating: Moments(), count: quantities.count)
    try forEachOutput(over: blocks, pause: pause) { index, _, outputs in
      moments[index].merge(Moments(of: outputs))
    }
    let facts = try binFacts(over: blocks, moments, pause: pause)
    var histograms = moments.indices.map { index in
      Result { () throws(StudyError) in
        try Histogram(bins: bins, for: moments[index], facts[index], among: blocks.count)
      }
    }
    try forEachOutput(over: blocks, pause: pause) { index, inputs, outputs in
      let areFinite = moments[index].count == blocks.count
      counters[index]?.add(inputs: inputs, outputs: outputs, areFinite: areFinite)
      massCounters[index]?.add(outputs)
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

  /// Computes a distribution for each quantity without interruption.
  mutating func distributions(over blocks: some SampleBlocks) -> [Result<Distribution, StudyError>] {
    distributions(over: blocks) {}
  }

  /// Reads the samples as often as the estimator of the number of bins needs.
  private func binFacts<Failure>(
    over blocks: some SampleBlocks, _ moments: [Moments], pause: () throws(Failure) -> Void
  ) throws(Failure) -> [BinFacts] {
    var facts = [BinFacts](repeating: BinFacts(), count: quantities.count)
    switch bins.estimator {
    case .auto, .fd:
      // Empty places for quantities without finite numbers are never read.
      var quartiles = moments.map { OrderStatistics(forQuartilesOf: max($0.count, 1)) }
      let isCounted = moments.map { $0.count > 0 }
      try forEachOutput(over: blocks, pause: pause) { index, _, outputs in quartiles[index].countUpper(outputs) }
      for index in quartiles.indices where isCounted[index] { quartiles[index].chooseGroups() }
      try forEachOutput(over: blocks, pause: pause) { index, _, outputs in quartiles[index].countLower(outputs) }
      for index in quartiles.indices where isCounted[index] {
        facts[index].quartileDistance = quartiles[index].quartileDistance(of: moments[index].count)
      }
    case .doane:
      try forEachOutput(over: blocks, pause: pause) { index, _, outputs in
        facts[index].addCubes(of: outputs, around: moments[index].mean)
      }
    case .stone where blocks.count <= BinFacts.stoneLimit:
      var numbers = [[Float]](repeating: [], count: quantities.count)
      try forEachOutput(over: blocks, pause: pause) { index, _, outputs in
        numbers[index] += outputs.lazy.filter(\.isFinite)
      }
      for index in quantities.indices where !numbers[index].isEmpty {
        facts[index].stoneCount = BinFacts.stoneCount(of: numbers[index])
      }
    default: break
    }
    return facts
  }

  /// Passes the inputs and outputs of each quantity for each block to `body`, with the index of the quantity.
  private func forEachOutput<Failure>(
    over blocks: some SampleBlocks, pause: () throws(Failure) -> Void,
    _ body: (Int, UnsafeBufferPointer<Float>, UnsafeBufferPointer<Float>) -> Void
  ) throws(Failure) {
    let scratch = UnsafeMutableBufferPointer<Float>.allocate(capacity: type(of: blocks).longestBlock(of: blocks.count))
    defer { scratch.deallocate() }
    try blocks.forEachBlock { block throws(Failure) in
      try pause()
      for (index, quantity) in quantities.enumerated() {
        let outputs = UnsafeMutableBufferPointer(rebasing: scratch[..<block.count])
        switch quantity {
        case .input:
          body(index, block, block)
          continue
        case .value(let function): function.fill(outputs, with: block)
        case .derivative(let function): function.fillDerivatives(outputs, with: block)
        }
        body(index, block, UnsafeBufferPointer(outputs))
      }
    }
  }
}

/// A number that belongs to each sample, of which a distribution is computed.
enum SampledQuantity {
  /// The samples as they were drawn.
  case input
  /// The value of a function at each sample.
  case value(ActivationFunction)
  /// The derivative of a function at each sample.
  case derivative(ActivationFunction)

  /// The value of a function, or the samples as they were drawn where there is none.
  init(_ function: ActivationFunction?) { self = function.map { .value($0) } ?? .input }
}
