import PortableMath

/// Counts what `SampleDiagnostics` tells, in one pass and in memory that does not grow with the number of samples.
///
/// Samples come in portions of any size; how they are cut changes nothing. Only values that are frequent among the first
/// ones are counted to the end as point masses: what an ever so small part of a percent takes there does not take a
/// percent of all.
struct DiagnosticsCounter {
  private let function: any RealFunction
  private var count = 0
  private var deadCount = 0
  private var saturatedCount = 0
  private var nearlySaturatedCount = 0
  private var (least, greatest) = (Float.infinity, -Float.infinity)
  /// The first outputs, until there are enough to tell which values are frequent.
  private var firstOutputs: [Float] = []
  private var candidates: [(value: Float, count: Int)] = []

  private static let firstCount = 8_192

  init(of function: ActivationFunction) { self.function = function.function }

  /// Takes further samples in.
  ///
  /// - Precondition: There is an output for each input.
  mutating func add(inputs: UnsafeBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>) {
    precondition(inputs.count == outputs.count, "Every input has its output.")
    addDerivatives(at: inputs)
    for output in outputs where output.isFinite {
      least = output < least ? output : least
      greatest = output > greatest ? output : greatest
    }
    let start = min(max(Self.firstCount - count, 0), outputs.count)
    firstOutputs += outputs[..<start]
    if start > 0, firstOutputs.count == Self.firstCount { candidates = Self.frequent(among: firstOutputs) }
    for index in candidates.indices {
      let value = candidates[index].value
      var matches = 0
      for output in outputs[start...] { matches += output == value ? 1 : 0 }
      candidates[index].count += matches
    }
    count += outputs.count
  }

  /// What has been seen so far.
  ///
  /// - Precondition: There was a sample.
  var diagnostics: SampleDiagnostics {
    precondition(count > 0, "Shares are of one sample at least.")
    let counts = count < Self.firstCount ? Self.frequent(among: firstOutputs) : candidates
    let masses = counts.filter { $0.count >= 2 && share($0.count) >= PointMass.leastShare }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    return SampleDiagnostics(
      deadShare: share(deadCount),
      saturatedShare: share(saturatedCount),
      nearlySaturatedShare: share(nearlySaturatedCount),
      range: least <= greatest ? least...greatest : nil,
      pointMasses: masses.map { PointMass(value: $0.value, share: share($0.count)) })
  }

  private func share(_ part: Int) -> Double { Double(part) / Double(count) }

  private mutating func addDerivatives(at inputs: UnsafeBufferPointer<Float>) {
    inputs.forEachBlock(ofLanes: 32) { block, places in
      function.replaceByDerivatives(block)
      for (index, slopes) in block.enumerated() {
        let magnitudes = Lanes.abs(slopes)
        let numberCount = min(Lanes.scalarCount, places.count - index * Lanes.scalarCount)
        for lane in 0..<numberCount { addSlope(magnitudes[lane]) }
      }
    }
  }

  private mutating func addSlope(_ slope: Double) {
    deadCount += slope == 0 ? 1 : 0
    saturatedCount += slope < 0.01 ? 1 : 0
    nearlySaturatedCount += slope < 0.1 ? 1 : 0
  }

  /// The finite values of more than a third of `PointMass.leastShare`, with their counts.
  private static func frequent(among values: [Float]) -> [(value: Float, count: Int)] {
    // Adding zero makes one zero of both.
    let sorted = values.filter(\.isFinite).map { $0 + 0 }.sorted()
    let leastCount = max(2, Int(Double(values.count) * PointMass.leastShare / 3))
    var found: [(value: Float, count: Int)] = []
    var start = 0
    for end in 1...max(sorted.count, 1) where start < sorted.count {
      if end < sorted.count, sorted[end] == sorted[start] { continue }
      if end - start >= leastCount { found.append((sorted[start], end - start)) }
      start = end
    }
    return found
  }
}
