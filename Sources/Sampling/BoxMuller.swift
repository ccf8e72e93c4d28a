import PortableMath

/// The transformation of uniform samples into normal ones: r cos θ and r sin θ, with r = √(−2 ln u₁) and θ = 2πu₂.
///
/// The method is that of G. E. P. Box, M. E. Muller: A note on the generation of random normal deviates, 1958. The
/// order in which uniform samples are used, and the precision of each step, are PyTorch's.
enum BoxMuller {
  /// The number of uniform samples that are transformed together: eight u₁, then eight u₂.
  static let blockSize = 16

  /// 2π rounded to nearest. Twice `Float.pi` would be less, because that is rounded toward zero.
  private static let fullTurn = Float(2 * Double.pi)

  /// Draws sixteen or more normal samples in single precision.
  ///
  /// The uniform samples are drawn in order and transformed block by block, in place. A remainder at the end is too
  /// short for a block; then the last sixteen places, some of them finished already, are drawn and transformed afresh.
  ///
  /// - Precondition: There are at least `blockSize` samples.
  static func fill(_ samples: UnsafeMutableBufferPointer<Float>, from generator: inout MersenneTwister) {
    generator.fill(samples)
    let bytes = UnsafeMutableRawBufferPointer(samples)
    for start in stride(from: 0, through: samples.count - blockSize, by: blockSize) {
      transformBlock(in: bytes, at: start)
    }
    if samples.count % blockSize != 0 {
      let last = samples.count - blockSize
      generator.fill(UnsafeMutableBufferPointer(rebasing: samples[last...]))
      transformBlock(in: bytes, at: last)
    }
  }

  /// Transforms one block. PyTorch takes every step in single precision, so each is rounded to it here too, above all
  /// θ, whose rounding determines the cosine near its zeros. The elementary functions are computed in double precision.
  private static func transformBlock(in bytes: UnsafeMutableRawBufferPointer, at start: Int) {
    let first = start * MemoryLayout<Float>.stride
    let second = first + MemoryLayout<SIMD8<Float>>.stride
    let u1 = 1 - bytes.loadUnaligned(fromByteOffset: first, as: SIMD8<Float>.self)
    let u2 = bytes.loadUnaligned(fromByteOffset: second, as: SIMD8<Float>.self)
    let logarithm = SIMD8<Float>(Lanes.log(Lanes(u1)))
    let radius = (-2 * logarithm).squareRoot()
    let angle = Lanes(fullTurn * u2)
    bytes.storeBytes(of: radius * SIMD8<Float>(Lanes.cos(angle)), toByteOffset: first, as: SIMD8<Float>.self)
    bytes.storeBytes(of: radius * SIMD8<Float>(Lanes.sin(angle)), toByteOffset: second, as: SIMD8<Float>.self)
  }

  /// Draws fewer than sixteen normal samples, in double precision and rounded once. Each uniform sample takes two
  /// words.
  static func fillFew(_ samples: UnsafeMutableBufferPointer<Float>, from generator: inout MersenneTwister) {
    for start in stride(from: 0, to: samples.count, by: 2) {
      let u1 = nextDouble(from: &generator)
      let u2 = nextDouble(from: &generator)
      let radius = (-2 * Double.log1p(-u2)).squareRoot()
      let angle = 2 * Double.pi * u1
      samples.initializeElement(at: start, to: Float(radius * Double.cos(angle)))
      if start + 1 < samples.count {
        samples.initializeElement(at: start + 1, to: Float(radius * Double.sin(angle)))
      }
    }
  }

  /// The next uniform number in [0, 1), a multiple of 2⁻⁵³.
  private static func nextDouble(from generator: inout MersenneTwister) -> Double {
    let upper = UInt64(generator.nextWord())
    let lower = UInt64(generator.nextWord())
    return Double((upper << 32 | lower) & ((1 << 53) - 1)) * 0x1p-53
  }
}
