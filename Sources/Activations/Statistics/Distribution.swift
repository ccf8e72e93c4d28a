import PortableMath

/// What is known of a set of samples once the samples are forgotten.
public struct Distribution: Sendable, Equatable {
  /// Of the finite samples, in double precision.
  public let mean: Double
  /// With n − 1; NaN for a single sample.
  public let standardDeviation: Double
  /// Of the finite samples.
  public let histogram: Histogram
  /// All samples, finite or not.
  public let sampleCount: Int
  /// Samples left out because they are not finite.
  public let excludedCount: Int
}

extension Distribution {
  /// The distribution of samples as they were drawn.
  ///
  /// - Throws: `StudyError.tooManyBins` when the samples lie too close together for so many bins.
  /// - Precondition: `bins` is at least 1.
  public init(of samples: SampleSet, bins: Int) throws(StudyError) {
    try self.init(of: samples.values, bins: bins)
  }

  /// The distribution of a function's outputs. Those that are not finite are left out of all statistics, and counted.
  ///
  /// - Throws: `StudyError`, when no output is finite or no such bins exist.
  /// - Precondition: `bins` is at least 1.
  public init(of outputs: [Float], bins: Int) throws(StudyError) {
    let finite = outputs.allSatisfy(\.isFinite) ? outputs : outputs.filter(\.isFinite)
    guard !finite.isEmpty else { throw .noFiniteOutput }
    let count = Double(finite.count)
    let mean = Self.sum(of: finite) { $0 } / count
    let squares = Self.sum(of: finite) { ($0 - Lanes(mean)) * ($0 - Lanes(mean)) }
    self.init(
      mean: mean,
      standardDeviation: (squares / (count - 1)).squareRoot(),
      histogram: try Histogram(of: finite, bins: bins),
      sampleCount: outputs.count,
      excludedCount: outputs.count - finite.count)
  }

  /// Sums terms in double precision, always in the same order, whatever the machine and whoever else computes.
  ///
  /// Sample i is added to partial sum i mod 8; at last the eight are added, first to last.
  private static func sum(of values: [Float], term: (Lanes) -> Lanes) -> Double {
    let width = Lanes.scalarCount
    let whole = values.count / width * width
    var partialSums = Lanes(0)
    values.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: whole, by: width) {
        let offset = start * MemoryLayout<Float>.stride
        partialSums += term(Lanes(bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)))
      }
    }
    for index in whole..<values.count {
      partialSums[index - whole] += term(Lanes(Double(values[index])))[0]
    }
    return partialSums.indices.reduce(0) { $0 + partialSums[$1] }
  }
}
