import PortableMath

/// The division of samples into blocks of some thousands.
///
/// The ends of the blocks depend on the count alone, so that sums taken block by block are the same bits whether the
/// numbers are held in memory or drawn while they are read, by one task or by several.
package enum SampleBlocks {
  /// The number of samples in a block. Together with the outputs of one function they fit the second-level cache.
  package static let size = 1 << 14

  /// The number of blocks of a number of samples, at least one.
  package static func count(of samples: Int) -> Int {
    let (whole, rest) = samples.quotientAndRemainder(dividingBy: size)
    return max(1, rest < BoxMuller.blockSize ? whole : whole + 1)
  }

  /// The samples of a block. All blocks have `size` samples except the last, which has the remainder. A remainder of fewer
  /// than sixteen samples joins the block before it.
  package static func range(ofBlock index: Int, of samples: Int) -> Range<Int> {
    index * size..<(index == count(of: samples) - 1 ? samples : (index + 1) * size)
  }

  /// The samples of all blocks.
  package static func ranges(of samples: Int) -> some Sequence<Range<Int>> {
    (0..<count(of: samples)).lazy.map { range(ofBlock: $0, of: samples) }
  }

  /// The length of the longest block.
  package static func longest(of samples: Int) -> Int { min(samples, size + BoxMuller.blockSize - 1) }
}

/// Memory for the samples of one block and the words of which they are made.
package final class SampleBlock {
  /// Room for 624 words and those that follow them.
  private let memory: UnsafeMutableBufferPointer<UInt32>
  private let numbers: UnsafeMutableBufferPointer<Float>
  private var count = 0

  /// Allocates memory for a number of samples.
  init(capacity: Int) {
    memory = .allocate(capacity: MersenneTwister.size + capacity + 3 * BoxMuller.blockSize)
    numbers = .allocate(capacity: capacity)
  }

  deinit {
    memory.deallocate()
    numbers.deallocate()
  }

  /// Draws the next words of the generator into the memory.
  func draw(_ wordCount: Int, from generator: inout MersenneTwister) { generator.draw(wordCount, into: memory) }

  /// Draws the words of a number of samples.
  func draw(samples: Int, from generator: inout MersenneTwister) {
    count = samples
    draw(BoxMuller.wordCount(of: samples), from: &generator)
  }

  /// The words that were drawn, before tempering.
  var words: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: memory[MersenneTwister.size...]) }

  /// Makes the samples of the words that were drawn. They are valid until the next words are drawn.
  package func transform() -> UnsafeBufferPointer<Float> {
    let samples = UnsafeMutableBufferPointer(rebasing: numbers[..<count])
    BoxMuller.transform(words, into: samples)
    return UnsafeBufferPointer(samples)
  }

  /// Extends a range so that it holds all samples of the words that were drawn. Of most blocks, only the words are looked at.
  ///
  /// The radius of a pair of samples is √(−2 ln (1 − u₁)), so that only few blocks of sixteen can extend the range.
  package func extend(_ extremes: inout SampleExtremes) {
    // The end of a block is the first to be made afresh. It is short, as all of a short block is.
    let whole = max(0, count - BoxMuller.blockSize) / BoxMuller.blockSize * BoxMuller.blockSize
    guard whole > 0, let words = words.baseAddress, let start = numbers.baseAddress else {
      for sample in transform() { extremes.add(sample) }
      return
    }
    var place = 0
    while true {
      place = SampleKernels.farBlock(among: words, from: place, count: whole, least: extremes.leastUniform)
      if place == whole { break }
      SampleKernels.transform(words + place, into: start, count: BoxMuller.blockSize)
      for sample in numbers[..<BoxMuller.blockSize] { extremes.add(sample) }
      place += BoxMuller.blockSize
    }
    let rest = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: words, count: self.words.count)[whole...])
    let samples = UnsafeMutableBufferPointer(rebasing: numbers[whole..<count])
    BoxMuller.transform(rest, into: samples)
    for sample in samples { extremes.add(sample) }
  }
}

/// The least and the greatest sample so far.
package struct SampleExtremes: Sendable, Equatable {
  /// The least sample; infinite if there is none.
  package private(set) var lowest = Float.infinity
  /// The greatest sample; negative infinity if there is none.
  package private(set) var highest = -Float.infinity
  /// The least u₁, in units of 2⁻²⁴, of samples that can lie beyond one of the two.
  private(set) var leastUniform: UInt32 = 0

  /// The extremes of no samples.
  package init() {}

  /// Takes a sample into account.
  mutating func add(_ sample: Float) {
    guard sample < lowest || sample > highest else { return }
    (lowest, highest) = (min(lowest, sample), max(highest, sample))
    let reach = Double(min(-lowest, highest))
    // u₁ ≥ 1 − exp(−r²/2), with more room than all roundings need.
    if reach > 0 { leastUniform = UInt32(max(0, -Double.expm1(-reach * reach / 2) * 0x1p24 - 64)) }
  }

  /// Takes other extremes into account.
  package mutating func add(_ other: SampleExtremes) {
    for sample in [other.lowest, other.highest] where sample.isFinite { add(sample) }
  }
}
