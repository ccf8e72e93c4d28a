import Drawing
import Geometry
import Testing
import Typography

@testable import Plotting

/// Reference lines, equally long units, curves on each other and open ends.
@Suite struct CurveDrawingTests {
  private func layout(_ panel: Panel, style: Style = .light) throws -> FigureLayout {
    try FigureLayout(
      arranging: Figure(panels: [panel], width: 7, height: 5, style: style), typefaces: GridLayoutTests.typefaces.get())
  }

  private func fills(_ role: Fill.Role, _ panel: Panel, style: Style = .light) throws -> [Fill] {
    DisplayList(drawing: try layout(panel, style: style)).fills.filter { $0.role == role }
  }

  private let curve = Mark.curve(Curve(x: [0, 4], y: [0, 2]))

  @Test("Reference lines cross the frame on whole pixels, below the curves, and change no limits.")
  func referenceLines() throws {
    let lines: [Mark] = [
      .line(ReferenceLine(.horizontal(y: 1))), .line(ReferenceLine(.vertical(x: 3))),
      .line(ReferenceLine(.sloped(slope: 1, intercept: 0), isDashed: true)), .line(ReferenceLine(.horizontal(y: 50))),
      .line(ReferenceLine(.horizontal(y: .nan))), .line(ReferenceLine(.sloped(slope: 1e308, intercept: -1e308))),
    ]
    let plain = try layout(Panel(marks: [curve])).panels[0]
    let panel = try layout(Panel(marks: lines + [curve])).panels[0]
    #expect(panel.xAxis.limits == plain.xAxis.limits && panel.yAxis.limits == plain.yAxis.limits)
    #expect(panel.legend == nil)
    let fills = try fills(.referenceLine, Panel(marks: lines + [curve]))
    #expect(fills.count == 3)
    let boxes = try fills.map { try #require($0.path.controlBox) }
    #expect(boxes[0].minX == panel.area.clip.minX && boxes[0].maxX == panel.area.clip.maxX && boxes[0].height < 2)
    #expect((boxes[0].midY - panel.area.y.position(of: 1)).magnitude <= 1 && boxes[1].width < 2)
    // From (0, 0) to (2.1, 2.1), where it leaves the frame.
    #expect((boxes[2].maxX - panel.area.x.position(of: panel.yAxis.limits.upperBound)).magnitude < 5)
    #expect(fills[2].path.flattened().count > 10)
    let roles = DisplayList(drawing: try layout(Panel(marks: lines + [curve]))).fills.map(\.role)
    #expect(try #require(roles.lastIndex(of: .referenceLine)) < #require(roles.firstIndex(of: .curve)))
  }

  @Test("On logarithmic axes there are horizontal and vertical reference lines at positive values.")
  func logarithmicReferenceLines() throws {
    let lines: [Mark] = [
      .line(ReferenceLine(.horizontal(y: 10))), .line(ReferenceLine(.vertical(x: 10))),
      .line(ReferenceLine(.horizontal(y: 0))), .line(ReferenceLine(.sloped(slope: 1, intercept: 0))),
    ]
    let axis = Axis(scale: .logarithmic, limits: 1...100)
    #expect(try fills(.referenceLine, Panel(xAxis: axis, yAxis: axis, marks: lines)).count == 2)
  }

  @Test("Units are equally long on both axes, in a frame that is as large as its place allows.")
  func equalUnits() throws {
    var panel = Panel(title: "Title", xAxis: "x", yAxis: "y", marks: [curve])
    let wide = try layout(panel).panels[0].frame
    panel.aspect = .equal
    let found = try layout(panel).panels[0]
    let limits = (found.xAxis.limits, found.yAxis.limits)
    let ratio = (limits.1.upperBound - limits.1.lowerBound) / (limits.0.upperBound - limits.0.lowerBound)
    #expect((found.frame.height / found.frame.width - ratio).magnitude < 1e-9)
    #expect((found.frame.width - wide.width).magnitude < 1)
    #expect(try #require(found.title).box.maxY > found.frame.minY - 40)
    panel.xAxis.scale = .logarithmic
    #expect(throws: LayoutError.unequalUnits) { try layout(panel) }
    panel.xAxis = Axis("x", limits: 0...1000)
    #expect(throws: LayoutError.self) { try layout(panel) }
  }

  @Test("Curves that lie on each other are drawn in parts in styles that say so.")
  func coincidentCurves() throws {
    let x = [0.0, 1, 2, 3, 4]
    let marks = (0..<3).map { _ in Mark.curve(Curve(x: x, y: x)) }
    #expect(try fills(.curve, Panel(marks: marks)).allSatisfy { $0.path.flattened().count > 3 })
    #expect(try fills(.curve, Panel(marks: marks), style: .matplotlib).allSatisfy { $0.path.flattened().count == 1 })
    #expect(try fills(.curve, Panel(marks: [marks[0]])).allSatisfy { $0.path.flattened().count == 1 })
    var round = Style.light
    round.lineEnd = .round
    // The parts of a curve end flatly, and the ends of the first curve are drawn apart.
    #expect(try fills(.curve, Panel(marks: marks), style: round).count == 5)
  }

  @Test("An open end is a ring in which the paper is seen, also where that is transparent.")
  func openEnds() throws {
    let end = EndPoint(x: 2, y: 1, isTaken: false)
    let panel = Panel(marks: [.curve(Curve(x: [0, 2], y: [0, 1], endPoints: [end])), curve])
    #expect(try fills(.endPoint, panel).map(\.isClearing) == [false, false])
    var clear = Style.light
    clear.paper.alpha = 0
    let fills = try fills(.endPoint, panel, style: clear)
    #expect(fills.map(\.isClearing) == [false, true])
    #expect(fills.last?.color.alpha == 255)
  }
}
