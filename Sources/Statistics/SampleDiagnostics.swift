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
struct DiagnosticsCounter {
  private let function: any RealFunction
  private var count = 0
  /// The number of samples whose output is finite.
  private var finiteCount = 0
  /// The number of samples with finite output and a slope of each kind, as eight partial sums.
  private var (dead, saturated, nearlySaturated) = (Lanes(0), Lanes(0), Lanes(0))
  private var range = (least: Float.infinity, greatest: -Float.infinity)
  private var masses = PointMassCounter()

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
    masses.add(outputs)
    count += outputs.count
  }

  /// The diagnostics of all samples so far.
  ///
  /// - Precondition: There is at least one sample.
  var diagnostics: SampleDiagnostics {
    precondition(count > 0, "Shares need at least one sample.")
    func slopeShare(_ part: Lanes) -> Double { finiteCount == 0 ? 0 : part.sum() / Double(finiteCount) }
    return SampleDiagnostics(
      deadShare: slopeShare(dead),
      saturatedShare: slopeShare(saturated),
      nearlySaturatedShare: slopeShare(nearlySaturated),
      range: range.least <= range.greatest ? range.least...range.greatest : nil,
      pointMasses: masses.pointMasses)
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
}
