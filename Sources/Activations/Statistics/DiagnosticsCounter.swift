import PortableMath

/// Counts what `SampleDiagnostics` tells, in one pass and in memory that does not grow with the number of samples.
///
/// Samples come in portions of any size; how they are cut changes nothing. Only values that are frequent among the first
/// ones are counted to the end as point masses: what an ever so small part of a percent takes there does not take a
/// percent of all.
struct DiagnosticsCounter {
  private let function: any RealFunction
  private var count = 0
  /// Samples whose output is finite.
  private var finiteCount = 0
  /// Counts of slopes where the output is finite, in eight parts each.
  private var (dead, saturated, nearlySaturated) = (Lanes(0), Lanes(0), Lanes(0))
  private var range = (least: Float.infinity, greatest: -Float.infinity)
  /// The first outputs, until there are enough to tell which values are frequent.
  private var firstOutputs: [Float] = []
  private var candidates: [(value: Float, count: Int)] = []

  private static let firstCount = 8_192

  init(of function: ActivationFunction) { self.function = function.function }

  /// Takes further samples in.
  ///
  /// - Parameter areFinite: Whether all outputs are known to be finite, which need not be looked at again then.
  /// - Precondition: There is an output for each input.
  mutating func add(inputs: UnsafeBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>, areFinite: Bool = false) {
    precondition(inputs.count == outputs.count, "Every input has its output.")
    addDerivatives(at: inputs, leavingOut: areFinite ? nil : outputs)
    finiteCount += areFinite ? outputs.count : outputs.count(where: \.isFinite)
    addExtremes(of: outputs)
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
    func slopeShare(_ part: Lanes) -> Double { finiteCount == 0 ? 0 : part.sum() / Double(finiteCount) }
    let counts = count < Self.firstCount ? Self.frequent(among: firstOutputs) : candidates
    let masses = counts.filter { $0.count >= 2 && share($0.count) >= PointMass.leastShare }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    return SampleDiagnostics(
      deadShare: slopeShare(dead),
      saturatedShare: slopeShare(saturated),
      nearlySaturatedShare: slopeShare(nearlySaturated),
      range: range.least <= range.greatest ? range.least...range.greatest : nil,
      pointMasses: masses.map { PointMass(value: $0.value, share: share($0.count)) })
  }

  private func share(_ part: Int) -> Double { Double(part) / Double(count) }

  /// - Parameter outputs: Those whose places count nowhere where they are not finite; nil where all are.
  private mutating func addDerivatives(
    at inputs: UnsafeBufferPointer<Float>, leavingOut outputs: UnsafeBufferPointer<Float>?
  ) {
    inputs.forEachBlock(ofLanes: 32) { block, places in
      function.replaceByDerivatives(block)
      // What fills the last lanes up is steep, and counts nowhere.
      for place in places.count..<block.count * Lanes.scalarCount {
        block[block.count - 1][place % Lanes.scalarCount] = .infinity
      }
      if let outputs {
        for place in places where !outputs[place].isFinite {
          let offset = place - places.lowerBound
          block[offset / Lanes.scalarCount][offset % Lanes.scalarCount] = .infinity
        }
      }
      for slopes in block {
        let magnitudes = Lanes.abs(slopes)
        dead = dead + Self.ones(magnitudes .== Lanes(0))
        saturated = saturated + Self.ones(magnitudes .< Lanes(0.01))
        nearlySaturated = nearlySaturated + Self.ones(magnitudes .< Lanes(0.1))
      }
    }
  }

  /// Of equal extremes, as the two zeros are, the first counts.
  private mutating func addExtremes(of outputs: UnsafeBufferPointer<Float>) {
    var (lower, upper) = (Lanes(.infinity), Lanes(-.infinity))
    for index in 0..<outputs.lanesCount {
      let x = outputs.lanes(at: index)
      lower = Lanes.select(x .< lower, x, lower)
      upper = Lanes.select(x .> upper, x, upper)
    }
    var (least, greatest) = (Float(lower.min()), Float(upper.max()))
    for output in outputs[(outputs.lanesCount * Lanes.scalarCount)...] {
      (least, greatest) = (output < least ? output : least, output > greatest ? output : greatest)
    }
    guard least > -.infinity, greatest < .infinity else {
      return outputs.filter(\.isFinite).withUnsafeBufferPointer { addExtremes(of: $0) }
    }
    if least < range.least, let first = outputs.first(where: { $0 == least }) { range.least = first }
    if greatest > range.greatest, let first = outputs.first(where: { $0 == greatest }) { range.greatest = first }
  }

  private static func ones(_ mask: Lanes.Mask) -> Lanes { Lanes.select(mask, Lanes(1), Lanes(0)) }

  /// The finite values of more than a third of `PointMass.leastShare`, with their counts.
  private static func frequent(among values: [Float]) -> [(value: Float, count: Int)] {
    let leastCount = max(2, Int(Double(values.count) * PointMass.leastShare / 3))
    let sorted = crowded(values, leastCount: leastCount).sorted()
    var found: [(value: Float, count: Int)] = []
    var start = 0
    for end in 1...max(sorted.count, 1) where start < sorted.count {
      if end < sorted.count, sorted[end] == sorted[start] { continue }
      if end - start >= leastCount { found.append((sorted[start], end - start)) }
      start = end
    }
    return found
  }

  /// The finite values without most of those that are rarer than the least count, and with one zero in place of both.
  ///
  /// Each has one of 4096 places, and goes where those that share it are too few even together: so a smooth function's
  /// need not be sorted.
  private static func crowded(_ values: [Float], leastCount: Int) -> [Float] {
    // The product's upper bits depend on all bits of the value: D. E. Knuth, The Art of Computer Programming 3, 6.4. Adding
    // zero makes one zero of both.
    func place(_ value: Float) -> Int { Int(((value + 0).bitPattern &* 0x9E37_79B1) >> 20) }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 1 << 12) { counts in
      counts.initialize(repeating: 0)
      for value in values { counts[place(value)] += 1 }
      return [Float](unsafeUninitializedCapacity: values.count) { crowded, crowdedCount in
        // Each is written and only some are kept: which ones no processor could foretell.
        var count = 0
        for value in values {
          crowded[count] = value + 0
          count += counts[place(value)] >= leastCount && value.isFinite ? 1 : 0
        }
        crowdedCount = count
      }
    }
  }
}
