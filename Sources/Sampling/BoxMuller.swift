import PortableMath

/// The transformation of uniform samples into normal ones: r cos θ and r sin θ, with r = √(−2 ln u₁) and θ = 2πu₂.
///
/// The method is that of G. E. P. Box, M. E. Muller: A note on the generation of random normal deviates, 1958. The
/// order in which uniform samples are used, and the precision of each step, are PyTorch's: every step is rounded to single
/// precision, above all θ, whose rounding determines the cosine near its zeros. The elementary functions are computed in
/// double precision.
enum BoxMuller {
  /// The number of uniform samples that are transformed together: eight u₁, then eight u₂. Each is made of one word.
  static let blockSize = 16

  /// The number of words of which a number of samples is made.
  static func wordCount(of count: Int) -> Int {
    if count < blockSize { return (count + 1) / 2 * 4 }
    return count % blockSize == 0 ? count : count + blockSize
  }

  /// Makes samples of words before tempering.
  ///
  /// Sixteen or more samples are transformed block by block. A remainder at the end is too short for a block; then the last
  /// sixteen samples, some of them finished already, are made afresh of words of their own.
  ///
  /// - Precondition: There are as many words as `wordCount(of:)` says.
  static func transform(_ words: UnsafeBufferPointer<UInt32>, into samples: UnsafeMutableBufferPointer<Float>) {
    let count = samples.count
    precondition(words.count >= wordCount(of: count), "There are words for all samples.")
    guard let first = words.baseAddress, let start = samples.baseAddress else { return }
    if count < blockSize { return transformFew(words, into: samples) }
    SampleKernels.transform(first, into: start, count: count - count % blockSize)
    if count % blockSize != 0 {
      SampleKernels.transform(first + count, into: start + (count - blockSize), count: blockSize)
    }
  }

  /// Makes samples in double precision and rounds them once. Each uniform sample takes two words. Calls for fewer than
  /// sixteen samples are made in this way.
  static func transformFew(_ words: UnsafeBufferPointer<UInt32>, into samples: UnsafeMutableBufferPointer<Float>) {
    /// The uniform number in [0, 1) of two words, a multiple of 2⁻⁵³.
    func uniform(_ place: Int) -> Double {
      let upper = UInt64(MersenneTwister.tempered(words[place]))
      let lower = UInt64(MersenneTwister.tempered(words[place + 1]))
      return Double((upper << 32 | lower) & ((1 << 53) - 1)) * 0x1p-53
    }
    for start in stride(from: 0, to: samples.count, by: 2) {
      let radius = (-2 * Double.log1p(-uniform(2 * start + 2))).squareRoot()
      let angle = 2 * Double.pi * uniform(2 * start)
      samples.initializeElement(at: start, to: Float(radius * Double.cos(angle)))
      if start + 1 < samples.count {
        samples.initializeElement(at: start + 1, to: Float(radius * Double.sin(angle)))
      }
    }
  }
}
