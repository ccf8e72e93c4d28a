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
}
