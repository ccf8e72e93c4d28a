import Drawing
import Geometry
import Testing
import Typography

@testable import Plotting

@Suite struct BarFillTests {
  /// Returns the corners of each outline of bars of these heights, side by side.
  private func barContours(heights: [Double]) throws -> [[Point]] {
    let typefaces = try TypefaceFamily(installedWith: [])
    let bars = Bars(edges: (0...heights.count).map { Double($0) * 0.0137 }, heights: heights)
    let figure = Figure(
      panels: [Panel(marks: [.bars(bars)])], width: 5, height: 4, resolution: Resolution(dotsPerInch: 100))
    let fill = try #require(
      DisplayList(drawing: FigureLayout(arranging: figure, typefaces: typefaces)).fills.first { $0.role == .bar })
    return fill.path.flattened().map(\.points)
  }

  @Test("Bars stand on whole pixels and meet without a seam.")
  func barsStandWhole() throws {
    let contours = try barContours(heights: (0..<100).map { Double($0 % 7 + 1) })
    let corners = try #require(contours.first)
    #expect(contours.count == 1)
    #expect(corners.count == 202)
    #expect(corners.allSatisfy { $0.x == $0.x.rounded() && $0.y == $0.y.rounded() })
    for bar in 0..<99 { #expect(corners[2 * bar + 2].x == corners[2 * bar + 3].x) }
  }

  @Test("Bars that do not touch have outlines of their own.")
  func barsDoTouch() throws {
    let contours = try barContours(heights: [0, 2, 3, 0, 0, 1, 0])
    #expect(contours.map(\.count) == [6, 4])
    for contour in contours {
      #expect(contour.first?.y == contour.last?.y)
      #expect(contour.dropFirst().dropLast().allSatisfy { $0.y < contour[0].y })
    }
  }

  /// Returns the top of the bars in each column of pixels, counted from the base up.
  private func columnHeights(_ bars: Bars, style: Style) throws -> [Double] {
    let figure = Figure(
      panels: [Panel(marks: [.bars(bars)])], width: 5, height: 4, resolution: Resolution(dotsPerInch: 100),
      style: style)
    let layout = try FigureLayout(arranging: figure, typefaces: TypefaceFamily(installedWith: []))
    let fill = try #require(DisplayList(drawing: layout).fills.first { $0.role == .bar })
    let base = PixelSnapping.edge(layout.panels[0].area.y.basePosition)
    let frame = layout.panels[0].area.clip
    var heights = [Double](repeating: 0, count: Int(frame.width))
    for points in fill.path.flattened().map(\.points) {
      for (start, end) in zip(points, points.dropFirst()) where start.y == end.y && start.x < end.x {
        for column in Int(start.x - frame.minX)..<Int(end.x - frame.minX) {
          heights[column] = max(heights[column], base - start.y)
        }
      }
    }
    return heights
  }

  @Test(
    "Bars narrower than a pixel are seen: the highest has its true height, and low ones reach a pixel above the frame.")
  func narrowBarsSeen() throws {
    var heights = (0..<3000).map { Double($0 % 7) }
    heights[1234] = 10_000
    heights[0] = 0
    heights[1] = 1
    heights[2999] = 1
    let bars = Bars(edges: (0...3000).map(Double.init), heights: heights)
    let columns = try columnHeights(bars, style: .light)
    let top = try #require(columns.max())
    // The margin of 5 % above the highest bar.
    let frame = top * 1.05
    #expect(columns.filter { $0 == top }.count == 1)
    #expect((try columnHeights(Bars(edges: [0, 1], heights: [10_000]), style: .light)[200] - top).magnitude <= 1)
    let inside = columns.drop { $0 == 0 }.reversed().drop { $0 == 0 }
    #expect(!inside.contains(0) && frame > 250)
    // The line of the frame, which is two pixels wide, covers the lower of both.
    #expect(inside.count { $0 == 2 } == inside.count - 1)
  }

  @Test("Bars at least two pixels wide are drawn the same with and without narrow bars kept.")
  func wideBarsSame() throws {
    var plain = Style.light
    plain.keepsNarrowBars = false
    let bars = Bars(edges: (0...60).map { Double($0) * 0.37 }, heights: (0..<60).map { Double($0 * 7 % 11 + 1) })
    #expect(try columnHeights(bars, style: plain) == columnHeights(bars, style: .light))
  }

  @Test("Bars below zero hang from it, each column as low as its lowest bar.")
  func hangingBars() throws {
    let bars = Bars(edges: [0, 1e-9, 2e-9, 1], heights: [5, -3, 2])
    let figure = Figure(panels: [Panel(marks: [.bars(bars)])], style: .light)
    let layout = try FigureLayout(arranging: figure, typefaces: TypefaceFamily(installedWith: []))
    let fill = try #require(DisplayList(drawing: layout).fills.first { $0.role == .bar })
    let (area, box) = (layout.panels[0].area, try #require(fill.box))
    #expect(box.minY == PixelSnapping.edge(area.y.position(of: 5)))
    #expect(box.maxY == PixelSnapping.edge(area.y.position(of: -3)))
    #expect(fill.path.flattened().count == 2)
  }
}
