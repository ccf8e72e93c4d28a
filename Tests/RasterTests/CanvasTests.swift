import Drawing
import Geometry
import SeededNumbers
import Testing

@testable import Raster

@Suite("Indices hold the picture as long as its colours fit a palette")
struct CanvasTests {
  /// Polygons of random colours one over another.
  private func fills(count: Int, isOpaque: Bool, using generator: inout SeededGenerator) -> [Fill] {
    (0..<count).map { _ in
      let color = Color(
        .random(in: 0...0xFFFFFF, using: &generator), alpha: isOpaque ? 255 : .random(in: 0...255, using: &generator))
      let path = Path.random(count: .random(in: 3...6, using: &generator), in: -5...45, using: &generator)
      return Fill(path, color: color, role: .curve)
    }
  }

  @Test("each pixel is what its inks make of it, or near it where a palette can hold no more", arguments: 0..<200)
  func exactness(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...40, using: &generator)
    let background = Color(
      .random(in: 0...0xFFFFFF, using: &generator), alpha: Bool.random(using: &generator) ? 255 : 90)
    let drawing = DisplayList(
      width: 40, height: 40, background: background,
      fills: fills(count: count, isOpaque: seed.isMultiple(of: 2), using: &generator))
    let (pixels, blended) = (Pixmap(rendering: drawing).bytes, drawing.blended.bytes)
    let most = Set(drawing.blended).count > 256 ? 4 : 0
    #expect(zip(pixels, blended).allSatisfy { abs(Int($0) - Int($1)) <= most })
  }

  @Test("the palette has each colour once and every index is one of its colours", arguments: 0..<100)
  func palette(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let drawing = DisplayList(width: 40, height: 40, fills: fills(count: 3, isOpaque: true, using: &generator))
    guard case .indexed(let indices, let palette) = Pixmap(rendering: drawing).pixels else { return }
    let colours = stride(from: 0, to: palette.count, by: 4).map { Array(palette[$0..<($0 + 4)]) }
    #expect(palette.count.isMultiple(of: 4) && colours.count <= 256)
    #expect(Set(colours).count == colours.count)
    #expect(try Int(#require(indices.max())) < colours.count)
  }

  @Test("a palette takes 256 colours and refuses the next")
  func limit() {
    var palette = MixedPalette([Color.white.packed])
    var refused: Int?
    for ink in 0..<300 where refused == nil {
      palette.choose(Color(UInt32(ink)))
      if palette.mixture(level: Ink.levels, over: 0) == nil { refused = ink }
    }
    #expect(refused != nil && palette.colours.count == 256)
    #expect(Set(palette.colours).count == 256)
    // What is known already is still mixed.
    palette.choose(Color(0))
    #expect(palette.mixture(level: Ink.levels, over: 0) != nil)
  }

  @Test("more colours than a palette holds are still drawn")
  func manyColours() {
    let fills = (0..<400).map { column in
      Fill(Path(Rect(x: Double(column), y: 0, width: 1, height: 2)), color: Color(UInt32(1000 * column)), role: .bar)
    }
    let drawing = DisplayList(width: 400, height: 2, fills: fills)
    let picture = Pixmap(rendering: drawing)
    #expect(picture.bytes == drawing.blended.bytes)
    guard case .rgba = picture.pixels else {
      Issue.record("400 colours cannot be indices.")
      return
    }
  }

  @Test("a thousand inks take no more memory than sixteen")
  func manyInks() {
    var palette = MixedPalette([Color.white.packed])
    for ink in 0..<1000 { palette.choose(Color(UInt32(ink), alpha: 0)) }
    palette.choose(Color(0x1f77b4))
    let index = palette.mixture(level: 16, over: 0)
    #expect(index.map { palette.colours[Int($0)] } == Color(0x1f77b4).packed)
  }
}
