import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct CoverageCacheTests {
  /// Returns an outline in units of its own, as a font has them, with curves if asked for.
  private func outline(curves: Bool, using generator: inout SeededGenerator) -> SharedOutline {
    var path = Path()
    func point() -> Point {
      Point(
        x: Double(Int.random(in: -400...2400, using: &generator)) / 2,
        y: Double(Int.random(in: -3000...1000, using: &generator)) / 2)
    }
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      path.move(to: point())
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        switch Int.random(in: 0...(curves ? 9 : 1), using: &generator) {
        case 0, 1: path.line(to: point())
        case 2: path.cubic(to: point(), control1: point(), control2: point())
        default: path.quadratic(to: point(), control: point())
        }
      }
      path.close()
    }
    return SharedOutline(path)
  }

  /// Returns the place of an outline: exact on the paper, or with a remainder as the division of a width leaves it.
  private func coordinate(using generator: inout SeededGenerator) -> Double {
    let whole = Double(Int.random(in: -8...70, using: &generator))
    return switch Int.random(in: 0...5, using: &generator) {
    case 0: whole
    case 1: whole + Double(Int.random(in: 0...127, using: &generator)) / 128
    case 2: whole + 1.0 / 3
    case 3: whole + 0.1 + 0.2
    case 4: [1e6, -1e9, 1e300, .nan, .infinity][Int.random(in: 0...4, using: &generator)]
    default: .random(in: -8...70, using: &generator)
    }
  }

  /// Returns a drawing of texts in some of these outlines, and of polygons and strokes, some of them more than once.
  private func drawing(of outlines: [SharedOutline], using generator: inout SeededGenerator) -> DisplayList {
    var drawing = DisplayList(width: 64, height: 56)
    for index in 0..<12 {
      let color = Color(.random(in: 0...0xFFFFFF, using: &generator), alpha: index.isMultiple(of: 3) ? 128 : 255)
      let clip = index.isMultiple(of: 4) ? Rect(x: 5, y: 7.5, width: 40, height: 30) : nil
      if index.isMultiple(of: 5) {
        let path = Path.random(count: 4, in: -9...60, using: &generator)
        drawing.fills.append(Fill(path, color: color, role: .bar, clip: clip))
        drawing.fills.append(
          Fill(stroking: path, width: 1.5, cap: .round, color: color, role: .curve, clip: clip))
        continue
      }
      var text = PlacedOutlines()
      let scale = [889.0 / 64 / 2048, 13.9 / 1000, 100.0 / 2048, 0.0001, 2].randomElement(using: &generator)!
      let (x, y) = (coordinate(using: &generator), coordinate(using: &generator))
      let turn = Point(x: coordinate(using: &generator), y: coordinate(using: &generator))
      for place in 0..<5 {
        text.append(
          outlines.randomElement(using: &generator)!, scaledBy: scale,
          at: Point(x: x + Double(place) * 8, y: y), turn: index.isMultiple(of: 2) ? turn : nil)
      }
      drawing.fills.append(Fill(text, color: color, role: .note, clip: clip))
    }
    return drawing
  }

  @Test("A drawing has the same pixels with any cache, also if shapes are taken from it.", arguments: 0..<40)
  func pixels(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let outlines = (0..<6).map { outline(curves: $0 > 0, using: &generator) }
    let cache = CoverageCache()
    var kept: [DisplayList] = []
    for round in 0..<4 {
      var drawing = drawing(of: outlines, using: &generator)
      if let other = kept.randomElement(using: &generator), round > 1 { drawing.fills += other.fills.prefix(8) }
      kept.append(drawing)
      for drawing in kept {
        // Here every outline is flattened in its place.
        let plain = DisplayList(
          width: drawing.width, height: drawing.height,
          fills: drawing.fills.map { Fill($0.path, color: $0.color, role: $0.role, clip: $0.clip) })
        #expect(Pixmap(rendering: drawing, reusing: cache) == Pixmap(rendering: plain))
        #expect(Pixmap(rendering: drawing) == Pixmap(rendering: plain))
        let strips = Strip.strips(of: drawing, capacity: 64 * 9)
        #expect(Pixmap(rendering: drawing, in: strips, reusing: cache) == Pixmap(rendering: plain))
      }
    }
  }

  @Test("A glyph has the same pixels at places that differ by less than a cell of the cache.", arguments: 0..<40)
  func nearPlaces(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let outline = outline(curves: true, using: &generator)
    let cache = CoverageCache()
    let scale = 889.0 / 64 / 2048
    let x = Double(Int.random(in: 0...256, using: &generator)) / 128
    for shift in [0, 0x1p-60, -0x1p-45, 0x1p-45, 0x1p-40, -0x1p-34, 0x1p-33, -0x1p-31, 0x1p-30, 0x1p-24, 0x1p-13] {
      for column in [0, 7, seed == 0 ? 16_000 : 600] as [Double] {
        var text = PlacedOutlines()
        text.append(outline, scaledBy: scale, at: Point(x: 20 + column + x + shift, y: 30))
        let fill = Fill(text, color: .black, role: .note)
        let width = Int(column) + 60
        let plain = DisplayList(width: width, height: 50, fills: [Fill(fill.path, color: .black, role: .note)])
        let drawing = DisplayList(width: width, height: 50, fills: [fill])
        #expect(Pixmap(rendering: drawing, reusing: cache) == Pixmap(rendering: plain))
      }
    }
  }

  @Test("A fill that has the key of another one is drawn as without a cache.")
  func collision() {
    let cache = CoverageCache()
    let area = PixelArea(columns: 0..<20, rows: 0..<20)
    let one = Fill(Path(Rect(x: 1, y: 2, width: 3, height: 4)), color: .black, role: .bar)
    let other = Fill(Path(Rect(x: 1, y: 2, width: 3, height: 5)), color: .black, role: .bar)
    var coverage = OutlineCoverage()
    coverage.replace(with: one, within: area, reusing: cache)
    coverage.forEachBand(of: area) { cache.keep(Array($0), of: one, within: area, of: area, key: 7) }
    func isKept(_ fill: Fill, within clip: PixelArea, of strip: PixelArea) -> Bool {
      guard case .spans(let spans) = cache.find(fill, within: clip, of: strip, key: 7) else { return false }
      return spans.map { Int($0.pixel) } == [41, 61, 81, 101]
    }
    #expect(isKept(one, within: area, of: area))
    #expect(!isKept(other, within: area, of: area))
    #expect(!isKept(one, within: PixelArea(columns: 0..<20, rows: 0..<4), of: area))
    #expect(!isKept(one, within: area, of: PixelArea(columns: 0..<30, rows: 0..<20)))
    let negative = Fill(
      Path(corners: [Point(x: -0.0, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)]), color: .black, role: .bar)
    let positive = Fill(
      Path(corners: [Point(x: 0, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)]), color: .black, role: .bar)
    #expect(!negative.hasSameShape(as: positive))
    #expect(negative == positive)
  }

  @Test("A cache of ever new shapes and glyphs stays within its limit.")
  func limit() {
    var generator = SeededGenerator(seed: 1)
    let cache = CoverageCache()
    let outlines = (0..<4).map { _ in outline(curves: true, using: &generator) }
    var greatest = 0
    for index in 0..<48 {
      var text = PlacedOutlines()
      for _ in 0..<200 {
        text.append(
          outlines.randomElement(using: &generator)!, scaledBy: 40.0 / 2048,
          at: Point(x: .random(in: 0...200, using: &generator), y: 60))
      }
      let shape = Path.random(count: 3_000, in: 0...200, using: &generator)
      let drawing = DisplayList(
        width: 200, height: 100,
        fills: [Fill(text, color: .black, role: .note), Fill(shape, color: .black, role: .curve)])
      _ = Pixmap(rendering: drawing, reusing: cache)
      if index.isMultiple(of: 3) { _ = Pixmap(rendering: drawing, reusing: cache) }
      greatest = max(greatest, cache.size)
    }
    #expect(greatest > 2 << 20 && greatest <= 8 << 20)
  }

  @Test("Drawings at the same time share a cache.")
  func concurrency() async {
    var generator = SeededGenerator(seed: 5)
    let outlines = (0..<6).map { outline(curves: $0 > 0, using: &generator) }
    let drawings = (0..<12).map { _ in drawing(of: outlines, using: &generator) }
    let alone = drawings.map { Pixmap(rendering: $0) }
    let cache = CoverageCache()
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<4 {
        group.addTask {
          (0..<36).allSatisfy { index in
            let place = (index * 5 + task) % drawings.count
            return Pixmap(rendering: drawings[place], reusing: cache) == alone[place]
          }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
