import Activations
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
  package init(of function: ActivationFunction, inputs: [Float], outputs: [Float], areFinite: Bool = false) {
    var counter = DiagnosticsCounter(of: function)
    inputs.withUnsafeBufferPointer { inputs in
      outputs.withUnsafeBufferPointer { outputs in counter.add(inputs: inputs, outputs: outputs, areFinite: areFinite) }
    }
    self = counter.diagnostics
  }
}

/// Computes `SampleDiagnostics` in one pass, in memory that does not grow with the number of samples.
///
/// Samples come in portions of any size, which have no effect on the result.
struct DiagnosticsCounter: Sendable {
  private let function: any RealFunction
  private var count = 0
  /// The number of samples whose output is finite.
  private var finiteCount = 0
  /// The numbers of samples with finite output whose slope is zero, and less than 0.01 and 0.1.
  private var slopeCounts = SIMD4<UInt64>(repeating: 0)
  /// The extremes, each with the index of the block in which it was first found.
  private var range = (least: Float.infinity, greatest: -Float.infinity)
  private var rangeBlocks = (least: 0, greatest: 0)
  private var masses = PointMassCounter()

  init(of function: ActivationFunction) { self.function = function.function }

  /// Adds further samples.
  ///
  /// - Parameters:
  ///   - inputs: The samples.
  ///   - outputs: The value of the function at each of them.
  ///   - areFinite: Whether all outputs are known to be finite, so that they need not be checked.
  ///   - block: The index of the block of these samples, which rises from call to call.
  /// - Precondition: There is an output for each input.
  mutating func add(
    inputs: UnsafeBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>, areFinite: Bool = false, block: Int = 0
  ) {
    precondition(inputs.count == outputs.count, "Every input has its output.")
    addDerivatives(at: inputs, leavingOut: areFinite ? nil : outputs)
    finiteCount += areFinite ? outputs.count : outputs.count(where: \.isFinite)
    addExtremes(of: outputs, block: block)
    masses.add(outputs)
    count += outputs.count
  }

  /// The diagnostics of all samples so far.
  ///
  /// - Precondition: There is at least one sample.
  var diagnostics: SampleDiagnostics {
    precondition(count > 0, "Shares need at least one sample.")
    func slopeShare(_ count: UInt64) -> Double { finiteCount == 0 ? 0 : Double(count) / Double(finiteCount) }
    return SampleDiagnostics(
      deadShare: slopeShare(slopeCounts[0]),
      saturatedShare: slopeShare(slopeCounts[1]),
      nearlySaturatedShare: slopeShare(slopeCounts[2]),
      range: range.least <= range.greatest ? range.least...range.greatest : nil,
      pointMasses: masses.pointMasses)
  }

  /// A counter for further samples, whose counts can be merged into this one.
  var forFurther: DiagnosticsCounter {
    var further = self
    (further.count, further.finiteCount) = (0, 0)
    further.slopeCounts = SIMD4(repeating: 0)
    further.masses = masses.forFurther
    return further
  }

  /// Adds what a counter for further samples has counted.
  mutating func merge(_ further: DiagnosticsCounter) {
    count += further.count
    finiteCount += further.finiteCount
    slopeCounts &+= further.slopeCounts
    masses.merge(further.masses)
    if (further.range.least, further.rangeBlocks.least) < (range.least, rangeBlocks.least) {
      (range.least, rangeBlocks.least) = (further.range.least, further.rangeBlocks.least)
    }
    if (-further.range.greatest, further.rangeBlocks.greatest) < (-range.greatest, rangeBlocks.greatest) {
      (range.greatest, rangeBlocks.greatest) = (further.range.greatest, further.rangeBlocks.greatest)
    }
  }

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
      SampleKernels.countSlopes(block, into: &slopeCounts)
    }
  }

  /// Updates the range. Of extremes that compare equal, i.e. the two zeros, the first is kept.
  private mutating func addExtremes(of outputs: UnsafeBufferPointer<Float>, block: Int) {
    guard let start = outputs.baseAddress else { return }
    let whole = outputs.count - outputs.count % Lanes.scalarCount
    let (_, lower, upper) = SampleKernels.sums(of: start, count: whole)
    var (least, greatest) = (lower.min(), upper.max())
    for output in outputs[whole...] {
      (least, greatest) = (output < least ? output : least, output > greatest ? output : greatest)
    }
    guard least > -.infinity, greatest < .infinity else {
      return outputs.filter(\.isFinite).withUnsafeBufferPointer { addExtremes(of: $0, block: block) }
    }
    /// The first number that is equal to another. Only zeros can be equal and yet differ.
    func first(_ extreme: Float) -> Float { extreme == 0 ? outputs.first { $0 == 0 } ?? extreme : extreme }
    if least < range.least { (range.least, rangeBlocks.least) = (first(least), block) }
    if greatest > range.greatest { (range.greatest, rangeBlocks.greatest) = (first(greatest), block) }
  }
}
