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
      let samples = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      if count < BoxMuller.blockSize {
        BoxMuller.fillFew(samples, from: &generator)
      } else {
        BoxMuller.fill(samples, from: &generator)
      }
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
        BoxMuller.fillFew(samples, from: &generator)
      } else {
        BoxMuller.fill(UnsafeMutableBufferPointer(rebasing: samples[..<count]), from: &generator)
        BoxMuller.fill(UnsafeMutableBufferPointer(rebasing: samples[count...]), from: &generator)
      }
      initializedCount = 2 * count
    }
    values = Array(both[count...])
  }
}

/// The normal samples of one seed and count, drawn afresh block by block whenever they are read.
///
/// Memory does not grow with their number. The samples are the same every time, and the same bits as those of a
/// `SampleSet`:
///
/// ```swift
/// let stream = SampleStream(seed: 0, count: 100_000_000)
/// let outputs = try Distribution.distributions(of: [mish, relu], over: stream, bins: 100)
/// ```
public struct SampleStream: Sendable, Equatable {
  /// The seed as given. Only its lower 32 bits have an effect.
  public let seed: UInt64
  /// The number of samples.
  public let count: Int

  /// Describes the samples of a seed without drawing them.
  ///
  /// - Precondition: `count` is at least 1.
  public init(seed: UInt64, count: Int) {
    precondition(count >= 1, "A stream holds at least one sample.")
    self.seed = seed
    self.count = count
  }
}

extension SampleStream: SampleBlocks {
  /// Passes each block of samples to `body`, in order. Blocks have some thousands of samples.
  ///
  /// - Parameter body: Reads the samples of a block, which are valid only during the call.
  public func forEachBlock<Failure>(
    _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    var generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: Self.longestBlock(of: count))
    defer { buffer.deallocate() }
    for range in Self.ranges(of: count) {
      let block = UnsafeMutableBufferPointer(rebasing: buffer[..<range.count])
      // The length of every block but the last is a multiple of sixteen, so that each can be drawn as if it were the
      // whole; the last is long enough for the samples that are drawn afresh at its end, unless there are fewer than
      // sixteen in all.
      if count < BoxMuller.blockSize {
        BoxMuller.fillFew(block, from: &generator)
      } else {
        BoxMuller.fill(block, from: &generator)
      }
      try body(UnsafeBufferPointer(block))
    }
  }
}

/// Numbers that can be read in order, any number of times, in blocks of some thousands.
///
/// The ends of the blocks depend on the count alone, so that sums taken block by block are the same bits whether the
/// numbers are held in memory or drawn while they are read.
package protocol SampleBlocks {
  /// The count of all numbers.
  var count: Int { get }

  /// Passes each block to `body`, in order.
  func forEachBlock<Failure>(_ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Void) throws(Failure)
}

extension SampleBlocks {
  /// The number of samples in a block. Together with the outputs of one function they fit the second-level cache.
  package static var blockSize: Int { 1 << 14 }

  /// The blocks of a number of samples, at least one. All have `blockSize` samples except the last, which has the
  /// remainder. A remainder of fewer than sixteen samples joins the block before it.
  package static func ranges(of count: Int) -> some Sequence<Range<Int>> {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: blockSize)
    let last = max(0, rest < BoxMuller.blockSize ? whole - 1 : whole)
    return (0...last).lazy.map { $0 * blockSize..<($0 == last ? count : ($0 + 1) * blockSize) }
  }

  /// The length of the longest block.
  package static func longestBlock(of count: Int) -> Int { min(count, blockSize + BoxMuller.blockSize - 1) }
}

/// Numbers that are held in memory, at least one.
package struct HeldSamples: SampleBlocks {
  private let values: [Float]

  /// Reads numbers from memory.
  package init(values: [Float]) { self.values = values }

  package var count: Int { values.count }

  package func forEachBlock<Failure>(
    _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    for range in Self.ranges(of: count) {
      try values.withUnsafeBufferPointer { values throws(Failure) in
        try body(UnsafeBufferPointer(rebasing: values[range]))
      }
    }
  }
}
