import PNG
import SeededNumbers

extension PNGImage {
  /// Returns a picture of runs of exactly `colourCount` colours, all opaque or each with a random alpha.
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
