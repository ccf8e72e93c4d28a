import Drawing
import Geometry
import Pixels
import SeededNumbers
import Testing

@testable import Raster

@Suite struct RectangleTests {
  @Test("A rectangle of whole pixels fills exactly these.", arguments: 0..<200)
  func wholePixels(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let (x, y) = (Int.random(in: -5...90, using: &generator), Int.random(in: -5...30, using: &generator))
    let (width, height) = (Int.random(in: 1...100, using: &generator), Int.random(in: 1...40, using: &generator))
    let rect = Rect(x: Double(x), y: Double(y), width: Double(width), height: Double(height))
    let expected = (0..<30).flatMap { row in
      (0..<90).map { (x..<(x + width)).contains($0) && (y..<(y + height)).contains(row) ? 16 : 0 }
    }
    #expect(Pixmap(filling: Path(rect), width: 90, height: 30).levels == expected)
  }

  @Test("Rectangles of one path that share an edge have no seam.", arguments: 0..<100)
  func sharedEdge(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var edges = [2.0, 38]
    for _ in 0..<10 { edges.append(.random(in: 2...38, using: &generator)) }
    edges.sort()
    var path = Path()
    for (left, right) in zip(edges, edges.dropFirst()) {
      path.append(Rect(minX: left, minY: 3, maxX: right, maxY: 9))
    }
    let whole = Path(Rect(minX: 2, minY: 3, maxX: 38, maxY: 9))
    #expect(Pixmap(filling: path, width: 40, height: 12) == Pixmap(filling: whole, width: 40, height: 12))
  }

  @Test(
    "A part of a pixel covers it by its area in steps of 1/16.",
    arguments: [
      (1.0, 1.00, 16), (0.5, 1.0, 8), (0.5, 0.50, 4), (0.250, 0.250, 1),
      (1.0, 0.03, 00), (1.0, 0.04, 1), (1.0, 0.96, 15), (1.000, 0.980, 16),
    ])
  func partsOfPixels(width: Double, height: Double, level: Int) {
    for (x, y) in [(0.0, 0.0), (1 - width, 0), (0, 1 - height), (1 - width, 1 - height)] {
      let rect = Rect(x: 1 + x, y: 1 + y, width: width, height: height)
      #expect(Pixmap(filling: Path(rect), width: 3, height: 3).levels == [0, 0, 0, 0, level, 0, 0, 0, 0])
    }
  }

  @Test(
    "A clip is rounded to whole pixels and limited to the drawing.",
    arguments: [
      (Rect(x: 1, y: 1, width: 2, height: 1), 2), (Rect(x: -9, y: -9, width: 90, height: 90), 16),
      (Rect(x: 0.6, y: 0.6, width: 2, height: 2), 4), (Rect(x: 9, y: 9, width: 2, height: 2), 0),
      (Rect(x: 3, y: 3, width: -2, height: -2), 0), (Rect(x: .nan, y: 0, width: 2, height: 2), 0),
      (Rect(x: 0, y: 0, width: .infinity, height: 2), 0), (Rect(x: -1e300, y: 0, width: 2e300, height: 2), 8),
    ])
  func clips(clip: Rect, count: Int) {
    let all = Path(Rect(x: -5, y: -5, width: 20, height: 20))
    let levels = Pixmap(filling: all, width: 4, height: 4, clip: clip).levels
    #expect(levels.filter { $0 == 16 }.count == count)
    #expect(levels.filter { $0 == 0 }.count == 16 - count)
  }
}
