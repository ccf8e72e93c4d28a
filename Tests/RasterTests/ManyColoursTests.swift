import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct ManyColoursTests {
  private static let side = 80

  /// Returns a drawing of squares of a number of colours, with some shapes over them.
  ///
  /// - Parameter depth: The number of values of a channel. Few of them make similar colours.
  private func drawing(colourCount: Int, depth: UInt32, using generator: inout SeededGenerator) -> DisplayList {
    var colours: Set<UInt32> = []
    while colours.count < colourCount {
      let channels = (0..<3).map { 0x60 + UInt32.random(in: 0..<depth, using: &generator) << (8 * UInt32($0)) }
      colours.insert(channels.reduce(0, +))
    }
    var fills = colours.sorted().enumerated().map { index, colour in
      let (row, column) = index.quotientAndRemainder(dividingBy: Self.side)
      let square = Rect(x: Double(column), y: Double(row), width: 1, height: 1)
      return Fill(Path(square), color: Color(colour), role: .bar)
    }
    for alpha in [255, 255, 120] as [UInt8] {
      let path = Path.random(count: 3, in: 0...Double(Self.side), using: &generator)
      fills.append(Fill(path, color: Color(0x607060, alpha: alpha), role: .curve))
    }
    return DisplayList(width: Self.side, height: Self.side, background: Color(0x606060), fills: fills)
  }

  /// The pixels of a drawing, each blended separately, with colours reduced as by the count of each.
  private func reference(_ drawing: DisplayList) -> [UInt32] {
    let blended = drawing.blended
    let counts = Dictionary(blended.map { ($0, 1) }, uniquingKeysWith: +)
    guard counts.count > 256, counts.count <= ColourReduction.maximumColourCount,
      let reduction = ColourReduction(counts)
    else { return blended }
    return blended.map { reduction.colours[Int(reduction.indices[$0]!)] }
  }

  private func bytesPerPixel(_ pixels: StripPixels) -> Int {
    switch pixels {
    case .indexed: 1
    case .widelyIndexed: 2
    case .rgba: 4
    }
  }

  @Test(
    "Each pixel of a strip is the exact blend, whether it takes one, two or four bytes.",
    arguments: [(50, 1), (300, 2), (1000, 2), (5000, 4)], 0..<5)
  func strip(_ case: (colourCount: Int, bytesPerPixel: Int), seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let drawing = drawing(colourCount: `case`.colourCount, depth: 20, using: &generator)
    let strip = Strip.strips(of: drawing)[0]
    let pixels = strip.pixels(
      of: drawing, startingWith: Palette([drawing.background.packed]), reusing: CoverageCache())
    #expect(bytesPerPixel(pixels) == `case`.bytesPerPixel)
    #expect(pixels.bytes == drawing.blended.flatMap(\.bytes))
  }

  @Test(
    "The colours of a picture are reduced by the number of pixels of each, from one strip and from many.",
    arguments: [300, 600, 1000, 5000], [10, 20, 120] as [UInt32])
  func picture(colourCount: Int, depth: UInt32) {
    var generator = SeededGenerator(seed: colourCount)
    let count = min(colourCount, Int(depth * depth * depth) / 2)
    let drawing = drawing(colourCount: count, depth: depth, using: &generator)
    let reference = reference(drawing).flatMap(\.bytes)
    let side = Self.side
    for capacity in [side * side, side * 31, side] {
      #expect(Pixmap(rendering: drawing, in: Strip.strips(of: drawing, capacity: capacity)).bytes == reference)
    }
  }

  @Test("A cache of blends keeps the indices of its colours when they become wider.")
  func widening() {
    var cache = BlendCache(Palette([Color.white.packed]))
    cache.select(Color(0x1f77b4))
    for level in 1...Blender.levels { _ = cache.index(level: level, over: 0 as UInt8) }
    let colours = cache.palette.colours
    cache.widen()
    let kept = cache.palette.colours
    #expect(kept == colours)
    for level in 1...Blender.levels {
      let index = cache.index(level: level, over: 0 as UInt16)
      #expect(index == UInt16(level))
    }
    var refused: Int?
    for color in 0..<3000 where refused == nil {
      cache.select(Color(UInt32(color)))
      if cache.index(level: Blender.levels, over: 0 as UInt16) == nil { refused = color }
    }
    let count = cache.palette.colours.count
    #expect(count == 2048 && refused == 2048 - colours.count)
  }
}
