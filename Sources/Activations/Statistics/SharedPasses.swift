/// Two passes over the same samples, shared by several functions: one for moments and extremes, one to count.
struct SharedPasses {
  /// nil passes the samples on as they are.
  let functions: [ActivationFunction?]
  let bins: Int
  /// What the functions are diagnosed with in the second pass; nil where they are not, or are none.
  private(set) var counters: [DiagnosticsCounter?]

  init(of functions: [ActivationFunction?], bins: Int, diagnosing isDiagnosing: Bool = false) {
    precondition(bins >= 1, "A histogram needs at least one bin.")
    self.functions = functions
    self.bins = bins
    counters = functions.map { function in isDiagnosing ? function.map { DiagnosticsCounter(of: $0) } : nil }
  }

  /// - Parameter pause: Called before each block; what it throws ends the passes.
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
      // Taken out of its place while it changes, so that its counts are not copied.
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

  mutating func distributions(over blocks: some SampleBlocks) -> [Result<Distribution, StudyError>] {
    distributions(over: blocks) {}
  }

  /// Gives each function's inputs and outputs of each block to `body`, with the function's place.
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
