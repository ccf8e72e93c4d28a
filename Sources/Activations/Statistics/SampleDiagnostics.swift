import PortableMath

/// The shares of samples for which a function has dead or saturated gradients, and the values that its outputs often
/// take.
///
/// The shares of slopes, 0…1, are relative to the samples whose output is finite. Those of point masses are relative to
/// all samples.
public struct SampleDiagnostics: Sendable, Equatable {
  /// The share of samples at which the derivative is exactly 0, so that no gradient is propagated.
  public let deadShare: Double
  /// The share of samples at which |f′| < 0.01, dead ones included.
  public let saturatedShare: Double
  /// The share of samples at which |f′| < 0.1, those of `saturatedShare` included.
  public let nearlySaturatedShare: Double
  /// The range from the least to the greatest finite output; nil if no output is finite.
  public let range: ClosedRange<Float>?
  /// The values that at least `PointMass.leastShare` of the outputs take, and at least two, in order of decreasing
  /// share and increasing value. The counts are exact. A value is missed only if it is three times rarer among the
  /// first 8192 samples.
  public let pointMasses: [PointMass]
}

extension SampleDiagnostics {
  /// Diagnoses a function by its outputs for given inputs.
  ///
  /// - Parameter areFinite: Whether all outputs are known to be finite.
  /// - Precondition: There is an output for each input, and at least one.
  init(of function: ActivationFunction, inputs: [Float], outputs: [Float], areFinite: Bool = false) {
    var counter = DiagnosticsCounter(of: function)
    inputs.withUnsafeBufferPointer { inputs in
      outputs.withUnsafeBufferPointer { outputs in counter.add(inputs: inputs, outputs: outputs, areFinite: areFinite) }
    }
    self = counter.diagnostics
  }
}

/// A single value that a visible share of a function's outputs takes, e.g. 0 for half of the outputs of ReLU.
public struct PointMass: Sendable, Equatable {
  /// The value in single precision; zeros of both signs are one value.
  public let value: Float
  /// The share of all samples, 0…1.
  public let share: Double
}

extension PointMass {
  /// The least share of a value that is called a point mass.
  public static let leastShare = 0.01
}

/// Computes `SampleDiagnostics` in one pass, in memory that does not grow with the number of samples.
///
/// Samples come in portions of any size, which have no effect on the result. Only values that are frequent among the
/// first samples are counted as possible point masses in the rest.
struct DiagnosticsCounter {
  private let function: any RealFunction
  private var count = 0
  /// The number of samples whose output is finite.
  private var finiteCount = 0
  /// The number of samples with finite output and a slope of each kind, as eight partial sums.
  private var (dead, saturated, nearlySaturated) = (Lanes(0), Lanes(0), Lanes(0))
  private var range = (least: Float.infinity, greatest: -Float.infinity)
  /// The first outputs, until there are enough of them to find the frequent values.
  private var firstOutputs: [Float] = []
  private var candidates: [(value: Float, count: Int)] = []

  private static let firstCount = 8_192

  init(of function: ActivationFunction) { self.function = function.function }

  /// Adds further samples.
  ///
  /// - Parameter areFinite: Whether all outputs are known to be finite, so that they need not be checked.
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

  /// The diagnostics of all samples so far.
  ///
  /// - Precondition: There is at least one sample.
  var diagnostics: SampleDiagnostics {
    precondition(count > 0, "Shares need at least one sample.")
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

  /// Counts the slopes at further samples.
  ///
  /// - Parameter outputs: The outputs, of which samples that are not finite are left out; nil if all are finite.
  private mutating func addDerivatives(
    at inputs: UnsafeBufferPointer<Float>, leavingOut outputs: UnsafeBufferPointer<Float>?
  ) {
    inputs.forEachBlock(ofLanes: 32) { block, places in
      function.replaceByDerivatives(block)
      // Unused lanes at the end get an infinite slope, which is not counted.
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

  /// Updates the range. Of extremes that compare equal, i.e. the two zeros, the first is kept.
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

  /// The finite values whose share is at least a third of `PointMass.leastShare`, with their counts.
  private static func frequent(among values: [Float]) -> [(value: Float, count: Int)] {
    let leastCount = max(2, Int(Double(values.count) * PointMass.leastShare / 3))
    let sorted = frequentBuckets(of: values, leastCount: leastCount).sorted()
    var found: [(value: Float, count: Int)] = []
    var start = 0
    for end in 1...max(sorted.count, 1) where start < sorted.count {
      if end < sorted.count, sorted[end] == sorted[start] { continue }
      if end - start >= leastCount { found.append((sorted[start], end - start)) }
      start = end
    }
    return found
  }

  /// The finite values without most of those that are rarer than the least count, with both zeros as one value.
  ///
  /// Values are hashed to 4096 buckets, and a bucket with fewer values than the least count is dropped as a whole. The
  /// values of a smooth function are dropped almost completely, and need not be sorted.
  private static func frequentBuckets(of values: [Float], leastCount: Int) -> [Float] {
    // The product's upper bits depend on all bits of the value: D. E. Knuth, The Art of Computer Programming 3, 6.4.
    // Adding zero turns −0 into +0.
    func bucket(_ value: Float) -> Int { Int(((value + 0).bitPattern &* 0x9E37_79B1) >> 20) }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 1 << 12) { counts in
      counts.initialize(repeating: 0)
      for value in values { counts[bucket(value)] += 1 }
      return [Float](unsafeUninitializedCapacity: values.count) { kept, keptCount in
        // Every value is written and only some are kept, because a branch on which ones could not be predicted.
        var count = 0
        for value in values {
          kept[count] = value + 0
          count += counts[bucket(value)] >= leastCount && value.isFinite ? 1 : 0
        }
        keptCount = count
      }
    }
  }
}
