import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct CanvasTests {
  /// Returns overlapping polygons of random colours.
  private func fills(count: Int, isOpaque: Bool, using generator: inout SeededGenerator) -> [Fill] {
    (0..<count).map { _ in
      let color = Color(
        .random(in: 0...0xFFFFFF, using: &generator), alpha: isOpaque ? 255 : .random(in: 0...255, using: &generator))
      let path = Path.random(count: .random(in: 3...6, using: &generator), in: -5...45, using: &generator)
      var fill = Fill(path, color: color, role: .curve)
      fill.isClearing = Int.random(in: 0..<4, using: &generator) == 0
      return fill
    }
  }

  @Test("Each pixel is the exact blend, or near it if there are too many colours for a palette.", arguments: 0..<200)
  func exactness(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...40, using: &generator)
    let background = Color(
      .random(in: 0...0xFFFFFF, using: &generator), alpha: Bool.random(using: &generator) ? 255 : 90)
    let drawing = DisplayList(
      width: 40, height: 40, background: background,
      fills: fills(count: count, isOpaque: seed.isMultiple(of: 2), using: &generator))
    let (pixels, blended) = (Pixmap(rendering: drawing).bytes, drawing.blended.flatMap(\.bytes))
    let most = Set(drawing.blended).count > 256 ? 4 : 0
    #expect(zip(pixels, blended).allSatisfy { abs(Int($0) - Int($1)) <= most })
  }

  @Test("The palette has each colour once, and every index is less than their number.", arguments: 0..<100)
  func palette(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let drawing = DisplayList(width: 40, height: 40, fills: fills(count: 3, isOpaque: true, using: &generator))
    guard case .indexed(let indices, let palette) = Pixmap(rendering: drawing).storage else { return }
    #expect(palette.count <= 256)
    #expect(Set(palette).count == palette.count)
    #expect(try Int(#require(indices.max())) < palette.count)
  }

  @Test("A cache of blends takes 256 colours and rejects the next.")
  func limit() {
    var cache = BlendCache(Palette([Color.white.packed]))
    var refused: Int?
    for color in 0..<300 where refused == nil {
      cache.select(Color(UInt32(color)))
      if cache.index(level: Blender.levels, over: 0 as UInt8) == nil { refused = color }
    }
    let colours = cache.palette.colours
    #expect(refused != nil && colours.count == 256)
    #expect(Set(colours).count == 256)
    // Colours of the palette are still found.
    cache.select(Color(0))
    let known = cache.index(level: Blender.levels, over: 0 as UInt8)
    #expect(known != nil)
  }

  @Test("A picture of more colours than a palette holds is drawn.")
  func manyColours() {
    let fills = (0..<400).map { column in
      Fill(Path(Rect(x: Double(column), y: 0, width: 1, height: 2)), color: Color(UInt32(41_943 * column)), role: .bar)
    }
    let drawing = DisplayList(width: 400, height: 2, fills: fills)
    let picture = Pixmap(rendering: drawing)
    #expect(picture.bytes == drawing.blended.flatMap(\.bytes))
    guard case .rgba = picture.storage else {
      Issue.record("400 colours cannot be indices.")
      return
    }
  }

  @Test("A thousand fill colours take no more memory than sixteen.")
  func manyInks() {
    var cache = BlendCache(Palette([Color.white.packed]))
    for color in 0..<1000 { cache.select(Color(UInt32(color), alpha: 0)) }
    cache.select(Color(0x1f77b4))
    let index = cache.index(level: 16, over: 0 as UInt8)
    let colours = cache.palette.colours
    #expect(index.map { colours[Int($0)] } == Color(0x1f77b4).packed)
  }
}
