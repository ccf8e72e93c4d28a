/// The normal samples that feed every figure of one seed and count.
///
/// They are those of `torch.manual_seed(seed); torch.randn(count)` in single precision on the CPU, within 4 units in the
/// last place, and the same bits on every machine.
///
/// ```swift
/// SampleSet(seed: 0, count: 10_000).values[0]   // -1.1258398
/// ```
public struct SampleSet: Sendable {
  /// As given; its lower 32 bits decide.
  public let seed: UInt64
  /// In the order drawn, single precision as PyTorch stores them.
  public let values: [Float]

  /// Draws the samples. Of the seed, the lower 32 bits count, as in PyTorch.
  ///
  /// - Precondition: `count` is at least 1.
  public init(seed: UInt64, count: Int) {
    precondition(count >= 1, "A sample set holds at least one sample.")
    self.seed = seed
    var generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    values = [Float](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      let samples = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      if count < BoxMuller.blockSize {
        BoxMuller.fillFew(samples, from: &generator)
      } else {
        BoxMuller.fill(samples, from: &generator)
      }
      initializedCount = count
    }
  }
}
