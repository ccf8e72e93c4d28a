/// The normal samples of one seed and count, held in memory.
///
/// They are the samples of `torch.manual_seed(seed); torch.randn(count)` in single precision on the CPU, within 4 units
/// in the last place, and the same bits on every machine.
///
/// ```swift
/// SampleSet(seed: 0, count: 10_000).values[0]   // -1.1258398
/// ```
public struct SampleSet: Sendable {
  /// The seed as given. Only its lower 32 bits have an effect.
  public let seed: UInt64
  /// The samples in the order drawn, in single precision as PyTorch stores them.
  public let values: [Float]

  /// Draws the samples of a seed, of which the lower 32 bits have an effect, as in PyTorch.
  ///
  /// - Precondition: `count` is at least 1.
  public init(seed: UInt64, count: Int) {
    precondition(count >= 1, "A sample set holds at least one sample.")
    self.seed = seed
    var generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    values = [Float](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      Self.fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), from: &generator)
      initializedCount = count
    }
  }

  /// Draws the samples that follow those of a set, as the second of two calls of `torch.randn` with one seed does.
  ///
  /// ```swift
  /// let first = SampleSet(seed: 0, count: 10_000)    // torch.manual_seed(0); a = torch.randn(10000)
  /// let second = SampleSet(following: first)         // b = torch.randn(10000)
  /// ```
  public init(following first: SampleSet) {
    let count = first.values.count
    seed = first.seed
    var generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    let both = [Float](unsafeUninitializedCapacity: 2 * count) { buffer, initializedCount in
      let samples = UnsafeMutableBufferPointer(rebasing: buffer[..<(2 * count)])
      if count < BoxMuller.blockSize {
        // Of a pair of which one call needs the first number only, the next call takes the second.
        let block = SampleBlock(capacity: 2 * BoxMuller.blockSize)
        block.draw(2 * BoxMuller.wordCount(of: count), from: &generator)
        BoxMuller.transformFew(block.words, into: samples)
      } else {
        Self.fill(UnsafeMutableBufferPointer(rebasing: samples[..<count]), from: &generator)
        Self.fill(UnsafeMutableBufferPointer(rebasing: samples[count...]), from: &generator)
      }
      initializedCount = 2 * count
    }
    values = Array(both[count...])
  }

  /// Draws samples block by block.
  private static func fill(_ samples: UnsafeMutableBufferPointer<Float>, from generator: inout MersenneTwister) {
    let block = SampleBlock(capacity: SampleBlocks.longest(of: samples.count))
    for range in SampleBlocks.ranges(of: samples.count) {
      block.draw(BoxMuller.wordCount(of: range.count), from: &generator)
      BoxMuller.transform(block.words, into: UnsafeMutableBufferPointer(rebasing: samples[range]))
    }
  }
}
