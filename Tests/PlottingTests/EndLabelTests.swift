import Drawing
import Geometry
import SeededNumbers
import Testing
import Typography

@testable import Plotting

/// Names at the ends of curves.
@Suite struct EndLabelTests {
  private func layout(_ figure: Figure) throws -> FigureLayout {
    try FigureLayout(arranging: figure, typefaces: GridLayoutTests.typefaces.get())
  }

  private func panel(_ panel: Panel, width: Double = 7, height: Double = 5, style: Style = .light) throws -> PanelLayout
  {
    try layout(Figure(panels: [panel], width: width, height: height, style: style)).panels[0]
  }

  private func line(_ label: String, to end: Double, from start: Double = 0) -> Mark {
    .curve(Curve(x: [0, 1], y: [start, end], label: label))
  }

  /// One to three panels of one to six curves, some of which end inside the frame or are not visible.
  private func figure(seed: Int) -> Figure {
    var random = SeededGenerator(seed: seed)
    let words = [
      "ReLU", "a name of several words", "β = 0.25", "\u{301}\u{302}", "first\nsecond",
      "W\(String(repeating: "i", count: 90))",
    ]
    let panels = (0..<(1 + Int(random.next() % 3))).map { _ in
      let marks = (0..<(1 + Int(random.next() % 6))).map { _ in
        let (start, end, bend) = (random.number(in: -2...2), random.number(in: -2...2), random.number(in: -8...8))
        let isBroken = random.next() % 4 == 0
        let x = (0...80).map { Double($0) / 80 }
        let y = x.map { x in
          isBroken && x > 0.7 ? .nan : (start + (end - start) * x + bend * x * (1 - x) * (0.5 - x)).rounded(4)
        }
        return Mark.curve(Curve(x: x, y: y, label: words[Int(random.next() % 6)]))
      }
      let limits = random.next() % 2 == 0 ? nil : random.number(in: -3 ... -0.5)...random.number(in: 0.5...3)
      return Panel(
        title: random.next() % 2 == 0 ? "A title of the panel" : "", xAxis: "x",
        yAxis: Axis("f(x)", limits: limits), marks: marks)
    }
    return Figure(
      title: "Figure", panels: panels, columns: random.next() % 2 == 0 ? 1 : nil, width: random.number(in: 5...18),
      height: random.number(in: 4...14), style: random.next() % 2 == 0 ? .light : .dark)
  }

  @Test("Names are near their ends or joined to them, apart, in order and on the paper.", arguments: 0..<60)
  func namesAtEnds(seed: Int) throws {
    var figure = figure(seed: seed)
    let layout: FigureLayout
    do {
      layout = try self.layout(figure)
    } catch LayoutError.paperTooSmall(_, _, let smallest) {
      (figure.width, figure.height) = (smallest.width, smallest.height)
      layout = try self.layout(figure)
    }
    let paper = Rect(x: 0, y: 0, width: layout.size.width, height: layout.size.height)
    let texts = (layout.panels.flatMap(\.blocks) + [layout.title].compactMap(\.self)).map(\.box)
    for (index, box) in texts.enumerated() {
      #expect(paper.contains(box))
      #expect(!texts[..<index].contains { $0.overlaps(box.inset(by: 1e-6)) })
    }
    for panel in layout.panels {
      let legend = try #require(panel.legend)
      guard legend.place == .atEnds else {
        #expect(legend.isOutside && legend.entries.allSatisfy { $0.key == .line })
        continue
      }
      for (entry, mark) in zip(legend.entries, panel.panel.marks) {
        let curve = try #require(mark.content as? Curve)
        #expect(entry.block.text == curve.label && entry.end == curve.lastPoint(in: panel.area))
        #expect(layout.style.readable(entry.color).contrast(with: layout.style.paper) >= 4.5)
        guard let end = entry.end else {
          #expect(entry.leader == nil)
          continue
        }
        #expect(panel.frame.contains(end))
        if let leader = entry.leader {
          #expect((leader.start - end).length < 3 && entry.block.box.distance(to: leader.end) < 3)
          let others = legend.entries.filter { $0.block.box != entry.block.box }
          #expect(!others.contains { $0.leader.map { $0.crosses(leader) } ?? false || leader.crosses($0.block.box) })
        } else {
          #expect(entry.block.box.distance(to: end) <= 8)
        }
        if entry.isInside {
          #expect(panel.frame.contains(entry.block.box))
          #expect(Obstacles(panel.panel.marks, in: panel.area).areClear(of: entry.block.box))
        } else {
          #expect(entry.block.box.minX >= panel.frame.maxX)
        }
      }
      let beside = legend.entries.filter { !$0.isInside && $0.end != nil }.sorted { $0.block.box.y < $1.block.box.y }
      let heights = beside.compactMap { $0.end?.y }
      #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test("A name is as high as the end of its curve, and names of curves that end together have lines.")
  func heights() throws {
    let marks = [line("A", to: 1), line("B", to: 0.5), line("C", to: 0)]
    let apart = try #require(panel(Panel(marks: marks)).legend)
    for entry in apart.entries {
      #expect(entry.leader == nil && (entry.block.box.midY - (entry.end?.y ?? 0)).magnitude < 12)
    }
    #expect(apart.isOutside)
    let together = try panel(Panel(marks: [line("A", to: 1), line("B", to: 1), line("C", to: 1, from: 1)]))
    let legend = try #require(together.legend)
    #expect(legend.entries.allSatisfy { $0.leader != nil })
    let roles = DisplayList(
      drawing: try layout(Figure(panels: [together.panel], width: 7, height: 5, style: .light))
    ).fills.map(\.role)
    #expect(roles.count { $0 == .leader } == 3 && !roles.contains(.legendKey))
  }

  @Test("The x axis ends where curves are named at their ends, and elsewhere has a margin.")
  func margins() throws {
    let marks = [line("A", to: 1)]
    #expect(try panel(Panel(marks: marks)).xAxis.limits == 0...1)
    #expect(try panel(Panel(marks: marks), style: .matplotlib).xAxis.limits != 0...1)
    #expect(try panel(Panel(marks: marks, legendPlace: .atEnds), style: .matplotlib).xAxis.limits == 0...1)
  }

  @Test("A curve that ends inside the frame is named there.")
  func endInside() throws {
    let arc = Curve(x: [0, 0.2, 0.4, 0.5], y: [1, 0.9, 0.5, 0], label: "Arc")
    let steep = Curve(x: [0, 1], y: [-1, 9], label: "Steep")
    let axis = Axis(limits: 0...1)
    let found = try panel(Panel(xAxis: axis, yAxis: Axis(limits: -1...1), marks: [.curve(arc), .curve(steep)]))
    let entries = try #require(found.legend).entries
    #expect(entries.allSatisfy { found.frame.contains($0.block.box) })
    let top = try #require(entries[1].end)
    #expect(top.y == found.frame.minY && (top.x - found.area.x.position(of: 0.2)).magnitude < 0.05)
  }

  @Test("A curve that cannot be seen is named below the others, without a line.")
  func endInvisible() throws {
    let axis = Axis(limits: 0...1)
    let hidden = Curve(x: [0, 1], y: [7, 8], label: "Hidden (not in view)")
    let entries = try #require(
      panel(Panel(xAxis: axis, yAxis: axis, marks: [.curve(hidden), line("A", to: 0.1)])).legend
    ).entries
    #expect(entries[0].end == nil && entries[0].leader == nil)
    #expect(entries[0].block.box.minY >= entries[1].block.box.maxY)
  }

  @Test("More than six names are in a legend, and so are names for which the paper is too low.")
  func fallback() throws {
    let seven = (0..<7).map { line("Line \($0)", to: Double($0)) }
    #expect(try panel(Panel(marks: seven)).legend?.entries.allSatisfy { $0.end == nil } == true)
    let six = Panel(marks: Array(seven.prefix(6)))
    #expect(try panel(six).legend?.place == .atEnds)
    let low = try panel(six, width: 9, height: 1.5)
    #expect(low.legend?.place == .above)
    let error = try #require(throws: LayoutError.self) { try panel(six, width: 2, height: 0.6) }
    guard case .paperTooSmall(_, _, let smallest) = error else {
      Issue.record("\(error)")
      return
    }
    _ = try panel(six, width: smallest.width, height: smallest.height)
    let bars = Mark.bars(Bars(edges: [0, 1], heights: [1], label: "Bars"))
    #expect(try panel(Panel(marks: [bars, line("A", to: 1)], legendPlace: .atEnds)).legend?.place != .atEnds)
  }

  @Test("A long name is broken into lines, and a row of names above a frame into rows.")
  func longNames() throws {
    let name = "A name that says very much about a curve, and then a little more"
    let long = try panel(Panel(marks: [line(name, to: 1)]))
    let entry = try #require(long.legend?.entries.first)
    #expect(entry.block.lines.count > 2 && entry.block.box.width < 700 / 3)
    let marks = (0..<6).map { line("Name number \($0)", to: Double($0)) }
    let above = try panel(Panel(marks: marks, legendPlace: .above))
    let legend = try #require(above.legend)
    #expect(Set(legend.entries.map(\.block.box.y)).count > 1)
    #expect(legend.entries.allSatisfy { $0.block.box.maxX <= above.frame.maxX + 1 })
    #expect(legend.entries.allSatisfy { $0.block.box.maxY <= above.frame.minY })
  }
}

extension Double {
  /// The number with a number of decimals.
  fileprivate func rounded(_ decimals: Int) -> Double {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    return (self * scale).rounded() / scale
  }
}
