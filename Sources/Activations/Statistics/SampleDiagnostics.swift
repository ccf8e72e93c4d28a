/// How healthy a network's units would be behind a function, as its samples show it.
///
/// Shares, 0…1, of slopes are of the samples whose output is finite: where there is no output, no unit is dead. Those of point
/// masses are of all samples.
public struct SampleDiagnostics: Sendable, Equatable {
  /// Samples at which the derivative is exactly 0: no gradient comes back through them.
  public let deadShare: Double
  /// Samples at which |f′| < 0.01, dead ones among them.
  public let saturatedShare: Double
  /// Samples at which |f′| < 0.1, those of `saturatedShare` among them.
  public let nearlySaturatedShare: Double
  /// From the least to the greatest finite output; nil where no output is finite.
  public let range: ClosedRange<Float>?
  /// Values taken by at least `PointMass.leastShare` of the samples and by two at least, the most frequent first, of
  /// equally frequent ones the least. Exact counts; a value is missed only if it is three times rarer than that among the
  /// first 8192 samples.
  public let pointMasses: [PointMass]
}

extension SampleDiagnostics {
  /// - Parameter areFinite: Whether all outputs are known to be finite.
  /// - Precondition: There is an output for each input, and one at least.
  init(of function: ActivationFunction, inputs: [Float], outputs: [Float], areFinite: Bool = false) {
    var counter = DiagnosticsCounter(of: function)
    inputs.withUnsafeBufferPointer { inputs in
      outputs.withUnsafeBufferPointer { outputs in counter.add(inputs: inputs, outputs: outputs, areFinite: areFinite) }
    }
    self = counter.diagnostics
  }
}
