import Drawing
import Geometry
import Testing
import Typography

@testable import Plotting

@Suite struct FigureLayoutTests {
  static let typefaces = Result { try TypefaceFamily(installedWith: []) }

  private func layout(_ figure: Figure) throws -> FigureLayout {
    try FigureLayout(arranging: figure, typefaces: Self.typefaces.get())
  }

  /// One to four panels with bars or curves of random magnitude, size and resolution.
  static func figure(seed: Int) -> Figure {
    var random = Sequence64(seed: seed)
    let count = 1 + Int(random.next() % 4)
    let panels = (0..<count).map { _ in
      let range = random.limits()
      let x = (0...40).map { range.lowerBound + Double($0) / 40 * (range.upperBound - range.lowerBound) }
      let height = random.limits()
      let y = x.map { _ in random.number(in: height) }
      let mark: Mark =
        random.next() % 2 == 0
        ? .bars(Bars(edges: x, heights: y.dropLast().map(\.magnitude)))
        : .curve(Curve(x: x, y: y, label: "Measured"))
      return Panel(title: "A title\n(of two lines)", xLabel: "label: 0.123\nand more: 4", marks: [mark])
    }
    return Figure(
      title: "Figure \(seed)", panels: panels, width: random.number(in: 3...6) * Double(count),
      height: random.number(in: 3...9), resolution: Resolution(dotsPerInch: random.number(in: 50...300)))
  }

  @Test(arguments: 0..<150)
  func `Nothing leaves the paper, frames are alike and words keep apart`(seed: Int) throws {
    let layout = try layout(Self.figure(seed: seed))
    let paper = Rect(x: 0, y: 0, width: layout.size.width + 1, height: layout.size.height + 1)
    let first = try #require(layout.panels.first?.frame)
    for panel in layout.panels {
      #expect((panel.frame.width - first.width).magnitude < 1e-6)
      #expect(panel.frame.minY == first.minY && panel.frame.maxY == first.maxY)
      let blocks = [panel.title, panel.xLabel, panel.xAxis.offsetText, panel.yAxis.offsetText].compactMap { $0?.box }
      let boxes = blocks + panel.xAxis.ticks.map(\.box) + panel.yAxis.ticks.map(\.box)
      for box in boxes {
        #expect(paper.holds(box), "\(box) leaves the paper \(paper)")
        #expect(box.intersection(panel.frame) == nil, "\(box) covers the frame \(panel.frame)")
      }
      if let legend = panel.legend { #expect(panel.frame.inset(by: -1e-6).holds(legend.box)) }
    }
    for (left, right) in zip(layout.panels, layout.panels.dropFirst()) {
      let end = left.frame.maxX + left.insets.right
      #expect(end < right.frame.minX - right.insets.left)
    }
    let title = try #require(layout.title)
    #expect(layout.panels.allSatisfy { title.box.maxY <= $0.frame.minY - $0.insets.top })
  }

  @Test(arguments: 0..<60)
  func `Every fill but a clipped one lies on the paper`(seed: Int) throws {
    let drawing = DisplayList(drawing: try layout(Self.figure(seed: seed)))
    let paper = Rect(x: 0, y: 0, width: Double(drawing.width), height: Double(drawing.height))
    for fill in drawing.fills {
      let box = try #require(fill.path.controlBox, "\(fill.role) draws nothing")
      if let clip = fill.clip {
        #expect(paper.holds(clip))
        #expect([clip.minX, clip.minY, clip.maxX, clip.maxY].allSatisfy { $0 == $0.rounded() })
      } else {
        #expect(paper.inset(by: 0.5).holds(box), "\(fill.role) touches the edge")
      }
    }
  }

  @Test func `Fills come from the bars up to the legend`() throws {
    let curve = Curve(x: [0, 1], y: [0, 1], label: "Rise")
    let panel = Panel(title: "T", xLabel: "x", marks: [.bars(Bars(edges: [0, 1], heights: [1])), .curve(curve)])
    let figure = Figure(
      title: "F", panels: [panel], width: 5, height: 4, resolution: Resolution(dotsPerInch: 100))
    let roles = DisplayList(drawing: try layout(figure)).fills.map(\.role)
    let order: [Fill.Role] = [
      .bar, .tick, .tickLabel, .tick, .tickLabel, .curve, .frame, .panelTitle, .axisLabel, .legendFrame, .legendKey,
      .legendLabel, .figureTitle,
    ]
    #expect(roles.reduce(into: [Fill.Role]()) { if $0.last != $1 { $0.append($1) } } == order)
  }

  @Test func `Bars stand on whole pixels and meet without a seam`() throws {
    let bars = Bars(edges: (0...100).map { Double($0) * 0.0137 }, heights: (0..<100).map { Double($0 % 7 + 1) })
    let figure = Figure(
      panels: [Panel(marks: [.bars(bars)])], width: 5, height: 4, resolution: Resolution(dotsPerInch: 100))
    let fill = try #require(DisplayList(drawing: layout(figure)).fills.first { $0.role == .bar })
    var corners: [Point] = []
    for element in fill.path.elements {
      switch element {
      case .move(let point), .line(let point): corners.append(point)
      default: break
      }
    }
    #expect(corners.count == 400)
    #expect(corners.allSatisfy { $0.x == $0.x.rounded() && $0.y == $0.y.rounded() })
    for bar in 0..<99 { #expect(corners[4 * bar + 1].x == corners[4 * bar + 4].x) }
  }

  @Test(arguments: [
    // where a rising line leaves room, in the order upper right, upper left, …
    ([0.0, 1.0], [0.0, 1.0], "upper left"),
    ([0.0, 1.0], [1.0, 0.0], "upper right"),
    ([0.0, 0.5, 1.0], [0.0, 1.0, 0.0], "upper right"),
    ([0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, 0.0], "lower center"),
    ([0.0, 1.0, 0.5, 0.0, 1.0], [0.0, 1.0, 0.5, 1.0, 0.0], "center right"),
  ])
  func `The legend goes where it covers the least`(x: [Double], y: [Double], place: String) throws {
    let panel = Panel(marks: [.curve(Curve(x: x, y: y, label: "Curve"))])
    let layout = try layout(
      Figure(panels: [panel], width: 6, height: 6, resolution: Resolution(dotsPerInch: 100)))
    let frame = layout.panels[0].frame
    let box = try #require(layout.panels[0].legend).box
    func third(_ offset: Double, _ before: String, _ after: String) -> String {
      offset.magnitude < 1 ? "center" : offset < 0 ? before : after
    }
    let vertical = third(box.midY - frame.midY, "upper", "lower")
    let horizontal = third(box.midX - frame.midX, "left", "right")
    #expect("\(vertical) \(horizontal)" == place)
  }

  @Test func `Paper too small for its words says what is enough`() throws {
    var figure = Self.figure(seed: 1)
    figure.width = 0.5
    figure.height = 0.5
    let error = try #require(throws: LayoutError.self) { try layout(figure) }
    guard case .paperTooSmall(_, _, let smallest) = error else { return }
    #expect("\(error)".hasPrefix("0.5 × 0.5 inches leave no room for the frames beside their words; "))
    figure.width = smallest.width + 0.1
    figure.height = smallest.height + 0.1
    _ = try layout(figure)
  }

  @Test func `Lines are centred and a line gap apart`() throws {
    let face = try Self.typefaces.get().regular
    let one = TextBlock("Ag", in: face, points: 72, resolution: Resolution(dotsPerInch: 100))
    let two = TextBlock("Ag\nlonger", in: face, points: 72, resolution: Resolution(dotsPerInch: 100))
    let lineHeight = (face.ascender + face.descender + face.lineGap) / face.unitsPerEm * 100
    #expect((two.box.height - 2 * lineHeight).magnitude < 1 / 64)
    #expect((one.box.height - (lineHeight - face.lineGap / face.unitsPerEm * 100)).magnitude < 1e-9)
    #expect(two.lines[0].left > 0 && two.lines[1].left == 0)
    #expect((two.lastBaseline - two.firstBaseline - lineHeight).magnitude < 1 / 64)
  }
}

extension Rect {
  fileprivate func holds(_ other: Rect) -> Bool {
    other.minX >= minX && other.minY >= minY && other.maxX <= maxX && other.maxY <= maxY
  }
}
