import PortableMath

/// The pseudorandom number generator MT19937, which gives words of 32 bits with a period of 2¹⁹⁹³⁷ − 1.
///
/// It is that of M. Matsumoto, T. Nishimura: Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom
/// number generator, 1998, seeded by `init_genrand` of the authors' revision of 2002. Each word follows from the 624 before
/// it, and is tempered before it is used. Words are drawn in order and cost little; several tasks can temper them and
/// compute with them at the same time.
///
/// ```swift
/// var generator = MersenneTwister(seed: 5489)
/// generator.nextWord()   // 3499211612
/// ```
struct MersenneTwister {
  /// The number of words from which the next one follows.
  static let size = 624

  /// The last words before tempering.
  private var state: [UInt32]

  init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for index in 1..<Self.size {
      let previous = state[index - 1]
      state.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index))
    }
  }

  mutating func nextWord() -> UInt32 {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.size + 1) { memory in
      draw(1, into: memory)
      return Self.tempered(memory[Self.size])
    }
  }

  /// Draws words, and writes them before tempering.
  ///
  /// - Parameters:
  ///   - count: The number of words.
  ///   - memory: Room for that many words behind 624 others, from which they follow.
  mutating func draw(_ count: Int, into memory: UnsafeMutableBufferPointer<UInt32>) {
    precondition(memory.count >= Self.size + count, "There is room for all words.")
    guard let start = memory.baseAddress else { return }
    state.withUnsafeBufferPointer { _ = memory.update(from: $0) }
    SampleKernels.drawWords(after: start, count: count)
    state.withUnsafeMutableBufferPointer { _ = $0.update(from: memory[count..<count + Self.size]) }
  }

  /// The word that is used in place of a word of the recurrence.
  static func tempered(_ word: UInt32) -> UInt32 {
    var word = word
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }
}
