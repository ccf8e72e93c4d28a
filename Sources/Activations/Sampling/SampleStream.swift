/// The samples of a `SampleSet`, drawn afresh block by block whenever they are read, in memory that does not grow with
/// their number.
///
/// The stream is the same every time, and its bits are those of the set:
///
/// ```swift
/// let stream = SampleStream(seed: 0, count: 100_000_000)
/// let outputs = try Distribution.distributions(of: [mish, relu], over: stream, bins: 100)
/// ```
public struct SampleStream: Sendable, Equatable {
  /// As given; its lower 32 bits decide.
  public let seed: UInt64
  /// Samples in all.
  public let count: Int

  /// - Precondition: `count` is at least 1.
  public init(seed: UInt64, count: Int) {
    precondition(count >= 1, "A stream holds at least one sample.")
    self.seed = seed
    self.count = count
  }
}

extension SampleStream: SampleBlocks {
  func forEachBlock<Failure>(
    _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    var generator = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: Self.longestBlock(of: count))
    defer { buffer.deallocate() }
    for range in Self.ranges(of: count) {
      let block = UnsafeMutableBufferPointer(rebasing: buffer[..<range.count])
      // A block but the last is whole to Box and Muller, so each can be drawn as if it were all; the last is long enough for
      // what is drawn afresh at the end, unless there are too few samples altogether.
      if count < BoxMuller.blockSize {
        BoxMuller.fillFew(block, from: &generator)
      } else {
        BoxMuller.fill(block, from: &generator)
      }
      try body(UnsafeBufferPointer(block))
    }
  }
}
