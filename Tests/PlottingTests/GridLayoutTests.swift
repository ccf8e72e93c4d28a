import Drawing
import Geometry
import SeededNumbers
import Testing
import Typography

@testable import Plotting
@testable import Scales

/// Panels in rows and columns, y labels, axis limits and logarithmic axes.
@Suite struct GridLayoutTests {
  /// The typefaces with the characters of logarithmic labels.
  static let typefaces = Result { try TypefaceFamily(installedWith: Set("×⁻⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)) }

  private func layout(_ figure: Figure) throws -> FigureLayout {
    try FigureLayout(arranging: figure, typefaces: Self.typefaces.get())
  }

  private func layout(_ panel: Panel, style: Style = .matplotlib) throws -> PanelLayout {
    try layout(Figure(panels: [panel], style: style)).panels[0]
  }

  /// One to nine panels in one to four columns, with labels of random length, random scales and random marks.
  private func figure(seed: Int) -> Figure {
    var random = SeededGenerator(seed: seed)
    func text(_ word: String) -> String {
      String(repeating: "\(word) ", count: Int(random.next() % 12)).trimmingSuffix
    }
    let columns = 1 + Int(random.next() % 4)
    let panels = (0..<(1 + Int(random.next() % 9))).map { _ in
      func axis(_ word: String) -> Axis { Axis(text(word), scale: random.next() % 2 == 0 ? .linear : .logarithmic) }
      let (width, height) = (random.limits(), random.limits())
      let x = (0...20).map { _ in random.number(in: width) }
      let y = (0...20).map { _ in random.number(in: height) }
      let marks: [Mark] = [
        .curve(Curve(x: x, y: y, label: "Curve")), .scatter(Scatter(x: x, y: y, label: "Dots")),
        .bars(Bars(edges: x.sorted(), heights: y.dropLast(), label: "Bars")),
      ]
      let places: [Panel.LegendPlace] = [.inside, .outside, .above, .insideIfClear]
      return Panel(
        title: text("title"), xAxis: axis("x label"), yAxis: axis("y label"),
        marks: [marks[Int(random.next() % 3)], marks[Int(random.next() % 3)]],
        legendPlace: places[Int(random.next() % 4)])
    }
    let rows = Double((panels.count + columns - 1) / columns)
    var style = [Style.matplotlib, .light, .dark][seed % 3]
    style.fontSize = random.number(in: 6...14)
    return Figure(
      title: text("figure"), panels: panels, columns: columns, caption: text("caption"),
      width: random.number(in: 4...7) * Double(columns), height: random.number(in: 4...7) * rows, style: style)
  }

  @Test("Frames are equal, in straight rows and columns, and no text is clipped or covered.", arguments: 0..<120)
  func framesEqualStraight(seed: Int) throws {
    let figure = figure(seed: seed)
    let layout: FigureLayout
    do {
      layout = try self.layout(figure)
    } catch LayoutError.paperTooSmall(_, _, let smallest) {
      var larger = figure
      (larger.width, larger.height) = (smallest.width, smallest.height)
      layout = try self.layout(larger)
    }
    let columns = min(figure.columns ?? 1, figure.panels.count)
    for (index, panel) in layout.panels.enumerated() {
      let frame = panel.frame
      #expect((frame.width - layout.panels[0].frame.width).magnitude < 1e-6)
      #expect((frame.height - layout.panels[0].frame.height).magnitude < 1e-6)
      if index >= columns { #expect(frame.minX == layout.panels[index - columns].frame.minX) }
      if index % columns > 0 { #expect(frame.minY == layout.panels[index - 1].frame.minY) }
    }
    let inside = Set(
      layout.panels.flatMap { ($0.legend.map { $0.isOutside ? [] : $0.entries } ?? []).map(\.block.box) })
    let boxes = (layout.panels.flatMap(\.blocks) + [layout.title, layout.caption].compactMap(\.self)).map(\.box)
    let paper = Rect(x: 0, y: 0, width: layout.size.width, height: layout.size.height)
    for (index, box) in boxes.enumerated() {
      #expect(paper.contains(box), "\(box) leaves the paper \(paper)")
      for other in boxes[..<index] where !inside.contains(box) || !inside.contains(other) {
        #expect(!box.overlaps(other), "\(box) covers \(other)")
      }
      guard !inside.contains(box) else { continue }
      for panel in layout.panels { #expect(!panel.frame.inset(by: 1e-6).overlaps(box), "\(box) covers a frame") }
    }
    let drawing = DisplayList(drawing: layout)
    for fill in drawing.fills where fill.clip == nil {
      if let box = fill.path.controlBox { #expect(paper.inset(by: -1).contains(box), "\(fill.role) is clipped") }
    }
  }

  @Test("A y label reads from bottom to top in the middle of the frame, left of the tick labels.")
  func yLabelReads() throws {
    let curve = Curve(x: [0, 1], y: [-1000, 1000])
    let panel = try layout(Panel(yAxis: "A label of several words", marks: [.curve(curve)]))
    let label = try #require(panel.yLabel)
    #expect(label.isTurned && label.box.height > 5 * label.box.width)
    #expect((label.box.midY - panel.frame.midY).magnitude < 1e-9)
    #expect(panel.yAxis.ticks.allSatisfy { $0.box.minX > label.box.maxX })
    let ink = try #require(label.fill(color: .black, role: .axisLabel).path.controlBox)
    #expect(label.box.inset(by: -1).contains(ink))
    // The capital A is the lowest letter, and its foot is on the right.
    let level = try #require(label.turned.fill(color: .black, role: .axisLabel).path.controlBox)
    #expect((level.width - ink.height).magnitude < 1e-6 && (level.height - ink.width).magnitude < 1e-6)
  }

  @Test(
    "Given limits are the ends of the axis, and nothing outside of them is drawn.",
    arguments: [ScaleType.linear, .logarithmic])
  func givenLimitsEnds(scale: ScaleType) throws {
    let x = (1...100).map(Double.init) + [1e300, -1e300, 1e-300]
    let marks: [Mark] = [
      .curve(Curve(x: x, y: x)), .scatter(Scatter(x: x, y: x)),
      .bars(Bars(edges: x.dropLast(2), heights: x.dropLast(3))),
    ]
    let axis = Axis(scale: scale, limits: 10...20)
    let layout = try layout(Figure(panels: [Panel(xAxis: axis, yAxis: axis, marks: marks)]))
    let panel = layout.panels[0]
    #expect(panel.xAxis.limits == 10...20 && panel.yAxis.limits == 10...20)
    let corner = panel.area.point(10, 20)
    #expect(max((corner.x - panel.frame.minX).magnitude, (corner.y - panel.frame.minY).magnitude) < 1e-9)
    for fill in DisplayList(drawing: layout).fills where [.curve, .dot, .bar].contains(fill.role) {
      #expect(fill.clip == panel.area.clip)
    }
    let dots = try #require(DisplayList(drawing: layout).fills.first { $0.role == .dot })
    // Four curves and two ends a dot; those of 9 to 21 at most have a part in the frame.
    #expect((11...13).contains(dots.path.elements.count / 6))
  }

  @Test("Limits without ticks are an error.", arguments: [1.0...1.0, 0.0...(.infinity), -5.0...5.0])
  func limitsTicksError(limits: ClosedRange<Double>) throws {
    let panel = Panel(yAxis: Axis(scale: .logarithmic, limits: limits), marks: [])
    let error = try #require(throws: LayoutError.self) { try layout(panel) }
    #expect(error == .unusableLimits(lower: limits.lowerBound, upper: limits.upperBound, .logarithmic))
    #expect("\(error)".hasSuffix("both limits must be finite, positive and different."))
  }

  @Test("Unequally many x and y values, and too few edges, are errors that name the mark.")
  func unequallyManyX() throws {
    func error(_ mark: Mark) throws -> LayoutError {
      try #require(throws: LayoutError.self) { try layout(Panel(marks: [mark])) }
    }
    let curve = try error(.curve(Curve(x: [1, 2, 3], y: [1, 2], label: "Oslo")))
    #expect(curve == .unequalCounts(label: "Oslo", x: 3, y: 2))
    #expect("\(curve)" == "The points of \"Oslo\" have 3 x values and 2 y values; both must be equally many.")
    #expect(try error(.scatter(Scatter(x: [1], y: []))) == .unequalCounts(label: "", x: 1, y: 0))
    let bars = try error(.bars(Bars(edges: [1, 2], heights: [3, 4])))
    #expect("\(bars)" == "The bars have 2 heights and 2 edges; there must be one edge more.")
  }

  @Test("Points that are not finite, or not positive on a logarithmic axis, are left out.")
  func pointsFinitePositive() throws {
    let x = [1, .nan, 2, 3, 4, .infinity, 5, 6]
    let y = [1, 1, 0, -1, .infinity, 1, 10, 20]
    func drawing(_ mark: Mark, _ axis: Axis) throws -> [Fill] {
      DisplayList(drawing: try layout(Figure(panels: [Panel(xAxis: axis, yAxis: axis, marks: [mark])]))).fills
    }
    for (scale, count) in [(ScaleType.linear, 5), (.logarithmic, 3)] {
      let dots = try drawing(.scatter(Scatter(x: x, y: y)), Axis(scale: scale)).first { $0.role == .dot }
      #expect(try #require(dots).path.elements.count == 6 * count)
      let curve = try drawing(.curve(Curve(x: x, y: y)), Axis(scale: scale)).first { $0.role == .curve }
      let points = try #require(curve).path.flattened().flatMap(\.points)
      #expect(!points.isEmpty && points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
  }

  @Test("Bars may hang from zero, and begin at the frame of a logarithmic axis.")
  func barsMayHang() throws {
    let hanging = Bars(edges: [0, 1, 2, 3], heights: [2, -3, 0])
    let panel = try layout(Panel(marks: [.bars(hanging)]))
    let sides = try #require(hanging.sides(of: 1, in: panel.area))
    #expect(sides.tip > sides.base && hanging.sides(of: 2, in: panel.area) == nil)
    #expect(panel.yAxis.limits.lowerBound < -3)
    let standing = Bars(edges: [0, 1, 2], heights: [1, 100])
    let logarithmic = try layout(Panel(yAxis: Axis(scale: .logarithmic), marks: [.bars(standing)]))
    #expect(
      standing.sides(of: 0, in: logarithmic.area)?.base == PixelSnapping.edge(logarithmic.frame.maxY))
  }

  @Test("A legend names bars, curves and dots, each with its own key.")
  func legendNamesBars() throws {
    let panel = Panel(
      marks: [
        .bars(Bars(edges: [0, 1], heights: [1], label: "Bars")), .curve(Curve(x: [0, 1], y: [0, 1], label: "Line")),
        .scatter(Scatter(x: [0, 1], y: [0, 1], label: "Dots")), .scatter(Scatter(x: [0], y: [1])),
      ])
    let entries = try #require(layout(panel).legend).entries
    #expect(entries.map(\.block.text) == ["Bars", "Line", "Dots"])
    #expect(entries.map(\.key) == [.area, .line, .dot])
  }

  @Test("Minor ticks are shorter than major ones and thin out first.")
  func minorTicksShorter() throws {
    let x = [1.0, 1000]
    let axis = Axis(scale: .logarithmic, limits: 1...1000)
    let layout = try layout(Figure(panels: [Panel(xAxis: axis, marks: [.curve(Curve(x: x, y: x))])]))
    let ticks = DisplayList(drawing: layout).fills.filter { $0.role == .tick }.compactMap(\.path.controlBox)
    #expect(layout.panels[0].xAxis.ticks.map(\.label) == ["10⁰", "10¹", "10²", "10³"])
    #expect(layout.panels[0].xAxis.unlabelledTicks.count == 24)
    #expect(ticks.count == 3 && ticks[0].height > ticks[1].height)
  }
}

extension String {
  /// The text without a space at its end.
  fileprivate var trimmingSuffix: String { hasSuffix(" ") ? String(dropLast()) : self }
}
