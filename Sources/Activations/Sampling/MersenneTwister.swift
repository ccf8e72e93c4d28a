/// The generator MT19937: 32 random bits at a time, 2¹⁹⁹³⁷ − 1 of them before they repeat.
///
/// M. Matsumoto, T. Nishimura: Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom number generator,
/// 1998; seeded by `init_genrand` of the authors' revision of 2002. The state advances by whole blocks of 624 words, in
/// loops that the compiler can run in lanes.
///
/// ```swift
/// var generator = MersenneTwister(seed: 5489)
/// generator.nextWord()   // 3499211612
/// ```
struct MersenneTwister {
  private static let size = 624
  private static let offset = 397

  private var state: [UInt32]
  /// The words of the current block already given out.
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

  /// Uniform numbers in [0, 1), one of each word's lower 24 bits: every one a multiple of 2⁻²⁴, exact in single precision.
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

  /// Replaces the state by the next block. Each word comes of its own upper bit, the next word's lower bits and the word
  /// 397 further on, of which the last 227 are old and the others new.
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
