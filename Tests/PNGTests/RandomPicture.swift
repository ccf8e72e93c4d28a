import PNG

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers from the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension PNGImage {
  /// Runs of pixels of exactly `colourCount` colours, all opaque or each of a random alpha.
  static func random(
    width: Int, height: Int, colourCount: Int, isOpaque: Bool, pixelsPerMetre: UInt32? = nil, text: [PNGText] = [],
    using generator: inout SeededGenerator
  ) -> PNGImage {
    precondition(colourCount <= width * height)
    var colours: Set<UInt32> = []
    while colours.count < colourCount {
      colours.insert(UInt32.random(in: 0...UInt32.max, using: &generator) | (isOpaque ? 0xFF : 0))
    }
    let palette = colours.sorted().shuffled(using: &generator)
    var choice: [UInt32] = palette
    while choice.count < width * height {
      let run = Int.random(in: 1...9, using: &generator)
      choice += repeatElement(palette.randomElement(using: &generator)!, count: run)
    }
    let pixels = choice.prefix(width * height).flatMap { colour in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) }
    }
    return PNGImage(width: width, height: height, pixels: pixels, pixelsPerMetre: pixelsPerMetre, text: text)
  }
}
