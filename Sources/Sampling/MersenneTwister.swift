/// The pseudorandom number generator MT19937, which gives words of 32 bits with a period of 2¹⁹⁹³⁷ − 1.
///
/// It is that of M. Matsumoto, T. Nishimura: Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom
/// number generator, 1998, seeded by `init_genrand` of the authors' revision of 2002. The state advances by whole
/// blocks of 624 words, in loops that the compiler can vectorize.
///
/// ```swift
/// var generator = MersenneTwister(seed: 5489)
/// generator.nextWord()   // 3499211612
/// ```
struct MersenneTwister {
  private static let size = 624
  private static let offset = 397

  private var state: [UInt32]
  /// The number of words of the current block that have been used.
  private var position = size

  init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for index in 1..<Self.size {
      let previous = state[index - 1]
      state.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index))
    }
  }

  mutating func nextWord() -> UInt32 {
    if position == Self.size { advance() }
    defer { position += 1 }
    return Self.tempered(state[position])
  }

  /// Writes uniform numbers in [0, 1), each from the lower 24 bits of a word: multiples of 2⁻²⁴, exact in single
  /// precision.
  mutating func fill(_ uniforms: UnsafeMutableBufferPointer<Float>) {
    var filled = 0
    while filled < uniforms.count {
      if position == Self.size { advance() }
      let count = min(Self.size - position, uniforms.count - filled)
      state.withUnsafeBufferPointer { state in
        for index in 0..<count {
          let word = Self.tempered(state[position &+ index])
          uniforms[filled &+ index] = Float(Int32(truncatingIfNeeded: word & 0xFF_FFFF)) * 0x1p-24
        }
      }
      position += count
      filled += count
    }
  }

  /// Replaces the state by the next block. Each new word is computed from its own upper bit, the lower bits of the next
  /// word and the word 397 places further on, where the index wraps around to words that are new already.
  private mutating func advance() {
    let (size, offset) = (Self.size, Self.offset)
    state.withUnsafeMutableBufferPointer { state in
      for index in 0..<(size - offset) {
        state[index] = state[index &+ offset] ^ Self.twisted(state[index], state[index &+ 1])
      }
      for index in (size - offset)..<(size - 1) {
        state[index] = state[index &+ offset &- size] ^ Self.twisted(state[index], state[index &+ 1])
      }
      state[size - 1] = state[offset - 1] ^ Self.twisted(state[size - 1], state[0])
    }
    position = 0
  }

  private static func twisted(_ upper: UInt32, _ lower: UInt32) -> UInt32 {
    let joined = (upper & 0x8000_0000) | (lower & 0x7FFF_FFFF)
    return (joined >> 1) ^ ((0 &- (lower & 1)) & 0x9908_B0DF)
  }

  private static func tempered(_ word: UInt32) -> UInt32 {
    var word = word
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }
}
