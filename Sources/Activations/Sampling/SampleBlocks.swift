/// Numbers that can be read in order, any number of times, some thousands at a time.
///
/// Where one block ends and the next begins depends on the count alone, so that sums taken by blocks are the same bits
/// whether the numbers are held in memory or drawn while they are read.
protocol SampleBlocks {
  var count: Int { get }

  func forEachBlock<Failure>(_ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Void) throws(Failure)
}

extension SampleBlocks {
  /// Samples of a block: with the outputs of one function they fit the second-level cache.
  static var blockSize: Int { 1 << 14 }

  /// The blocks of so many samples, at least one: all of `blockSize`, but for the last, which takes what is left. Fewer than
  /// sixteen are no block of their own, but join the one before.
  static func ranges(of count: Int) -> some Sequence<Range<Int>> {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: blockSize)
    let last = max(0, rest < BoxMuller.blockSize ? whole - 1 : whole)
    return (0...last).lazy.map { $0 * blockSize..<($0 == last ? count : ($0 + 1) * blockSize) }
  }

  static func longestBlock(of count: Int) -> Int { min(count, blockSize + BoxMuller.blockSize - 1) }
}

/// Numbers held in memory, at least one.
struct HeldSamples: SampleBlocks {
  let values: [Float]

  var count: Int { values.count }

  func forEachBlock<Failure>(
    _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    for range in Self.ranges(of: count) {
      try values.withUnsafeBufferPointer { values throws(Failure) in
        try body(UnsafeBufferPointer(rebasing: values[range]))
      }
    }
  }
}
