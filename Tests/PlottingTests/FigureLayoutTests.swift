import Drawing
import Geometry
import SeededNumbers
import Testing
import Typography

@testable import Plotting

@Suite struct FigureLayoutTests {
  static let typefaces = Result { try TypefaceFamily(installedWith: []) }

  private func layout(_ figure: Figure) throws -> FigureLayout {
    try FigureLayout(arranging: figure, typefaces: Self.typefaces.get())
  }

  /// Returns the layout, on the smallest paper that the error reports to be enough if the figure's own is too small.
  private func layoutOnEnoughPaper(_ figure: Figure) throws -> FigureLayout {
    do {
      return try layout(figure)
    } catch LayoutError.paperTooSmall(_, _, let smallest) {
      var roomier = figure
      (roomier.width, roomier.height) = (smallest.width, smallest.height)
      return try layout(roomier)
    }
  }

  /// Returns a figure of one to four panels with bars or curves, of random magnitude, size and resolution.
  static func figure(seed: Int) -> Figure {
    var random = SeededGenerator(seed: seed)
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
      return Panel(title: "A title\n(of two lines)", xAxis: "label: 0.123\nand more: 4", marks: [mark])
    }
    return Figure(
      title: "Figure \(seed)", panels: panels, width: random.number(in: 3...6) * Double(count),
      height: random.number(in: 3...9), resolution: Resolution(dotsPerInch: random.number(in: 50...300)))
  }

  @Test("Nothing leaves the paper, frames are equal and texts do not overlap.", arguments: 0..<150)
  func nothingLeavesPaper(seed: Int) throws {
    let layout = try layoutOnEnoughPaper(Self.figure(seed: seed))
    let paper = Rect(x: 0, y: 0, width: layout.size.width + 1, height: layout.size.height + 1)
    let first = try #require(layout.panels.first?.frame)
    for panel in layout.panels {
      #expect((panel.frame.width - first.width).magnitude < 1e-6)
      #expect(panel.frame.minY == first.minY && panel.frame.maxY == first.maxY)
      let blocks = [panel.title, panel.xLabel, panel.xAxis.offsetText, panel.yAxis.offsetText].compactMap { $0?.box }
      let boxes = blocks + panel.xAxis.ticks.map(\.box) + panel.yAxis.ticks.map(\.box)
      for box in boxes {
        #expect(paper.contains(box), "\(box) leaves the paper \(paper)")
        #expect(box.intersection(panel.frame) == nil, "\(box) covers the frame \(panel.frame)")
      }
      if let legend = panel.legend { #expect(panel.frame.inset(by: -1e-6).contains(legend.box)) }
    }
    for (left, right) in zip(layout.panels, layout.panels.dropFirst()) {
      let end = left.frame.maxX + left.decorations.insets.right
      #expect(end < right.frame.minX - right.decorations.insets.left)
    }
    let title = try #require(layout.title)
    #expect(layout.panels.allSatisfy { title.box.maxY <= $0.frame.minY - $0.decorations.insets.top })
  }

  @Test("Texts of any size and length do not overlap.", arguments: 0..<40)
  func textsAnySize(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var figure = Self.figure(seed: seed)
    figure.style.fontSize = random.number(in: 4...26)
    figure.style.panelTitleSize = random.number(in: 4...30)
    figure.style.figureTitleSize = random.number(in: 4...60)
    figure.width = random.number(in: 8...14) * Double(figure.panels.count)
    figure.height = random.number(in: 10...16)
    for index in figure.panels.indices {
      figure.panels[index].title = String(repeating: "a long title ", count: 1 + Int(random.next() % 12))
      figure.panels[index].xAxis.label = String(repeating: "and label ", count: 1 + Int(random.next() % 12))
    }
    let layout = try layout(figure)
    let words = layout.panels.flatMap(\.decorations.boxes) + [try #require(layout.title).box]
    let paper = Rect(x: 0, y: 0, width: layout.size.width, height: layout.size.height)
    for (index, box) in words.enumerated() {
      #expect(paper.contains(box))
      #expect(layout.panels.allSatisfy { $0.frame.inset(by: 1e-6).intersection(box) == nil })
      #expect(words[(index + 1)...].allSatisfy { $0.intersection(box) == nil })
    }
  }

  @Test("Every fill but a clipped one lies on the paper.", arguments: 0..<60)
  func everyFillBut(seed: Int) throws {
    let drawing = DisplayList(drawing: try layoutOnEnoughPaper(Self.figure(seed: seed)))
    let paper = Rect(x: 0, y: 0, width: Double(drawing.width), height: Double(drawing.height))
    for fill in drawing.fills {
      let box = try #require(fill.path.controlBox, "\(fill.role) draws nothing")
      if let clip = fill.clip {
        #expect(paper.contains(clip))
        #expect([clip.minX, clip.minY, clip.maxX, clip.maxY].allSatisfy { $0 == $0.rounded() })
      } else {
        #expect(paper.contains(box), "\(fill.role) leaves the paper")
      }
    }
  }

  @Test("Fills are ordered from the bars up to the legend.")
  func fillsOrderedBars() throws {
    let curve = Curve(x: [0, 1], y: [0, 1], label: "Rise")
    let panel = Panel(title: "T", xAxis: "x", marks: [.bars(Bars(edges: [0, 1], heights: [1])), .curve(curve)])
    let figure = Figure(
      title: "F", panels: [panel], width: 5, height: 4, resolution: Resolution(dotsPerInch: 100))
    let roles = DisplayList(drawing: try layout(figure)).fills.map(\.role)
    let order: [Fill.Role] = [
      .bar, .tick, .tickLabel, .tick, .tickLabel, .curve, .frame, .panelTitle, .axisLabel, .legendFrame, .legendKey,
      .legendLabel, .figureTitle,
    ]
    #expect(roles.reduce(into: [Fill.Role]()) { if $0.last != $1 { $0.append($1) } } == order)
  }

  @Test(
    "The legend is where it covers the least.",
    arguments: [
      // x, y, the first of the places that covers nothing, in the order upper right, upper left, …
      ([0.0, 1.0], [0.0, 1.0], "upper left"),
      ([0.0, 1.0], [1.0, 0.0], "upper right"),
      ([0.0, 0.5, 1.0], [0.0, 1.0, 0.0], "upper right"),
      ([0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, 0.0], "lower center"),
      ([0.0, 1.0, 0.5, 0.0, 1.0], [0.0, 1.0, 0.5, 1.0, 0.0], "center right"),
    ])
  func legendCoversLeast(x: [Double], y: [Double], place: String) throws {
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

  @Test("The error of too small a paper has a size that is just enough.", arguments: 0..<6)
  func errorTooSmall(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var figure = Self.figure(seed: seed)
    (figure.width, figure.height) = [(0.5, 0.5), (40, 0.6), (0.7, 40)][seed % 3]
    if seed > 2 { figure.title = String(repeating: "words without end ", count: 1 + Int(random.next() % 20)) }
    let error = try #require(throws: LayoutError.self) { try layout(figure) }
    guard case .paperTooSmall(let width, let height, let smallest) = error else { return }
    #expect(width == figure.width && height == figure.height)
    #expect(smallest.width >= width && smallest.height >= height)
    #expect("\(error)".hasSuffix(" inches are enough."))
    (figure.width, figure.height) = (smallest.width, smallest.height)
    _ = try layout(figure)
    if smallest.width > width {
      figure.width = (smallest.width * 100 - 1).rounded() / 100
      #expect(throws: LayoutError.self) { try layout(figure) }
    }
    (figure.width, figure.height) = (smallest.width, smallest.height)
    if smallest.height > height {
      figure.height = (smallest.height * 100 - 1).rounded() / 100
      #expect(throws: LayoutError.self) { try layout(figure) }
    }
  }

  @Test("Paper that is only too low or too narrow needs to grow in that direction alone.")
  func paperTooLow() throws {
    func error(width: Double, height: Double) throws -> String {
      var figure = Self.figure(seed: 3)
      (figure.width, figure.height) = (width, height)
      return try "\(#require(throws: LayoutError.self) { try layout(figure) })"
    }
    #expect(try error(width: 40, height: 0.8).contains("; 40 × "))
    #expect(try error(width: 0.8, height: 30).hasSuffix(" × 30 inches are enough."))
  }

  @Test(
    "An axis has fewer labels if they would touch.",
    arguments: [
      // inches, labels
      (6.0, ["100.000", "100.002", "100.004", "100.006", "100.008", "100.010"]),
      (3.2, ["100.000", "100.005", "100.010"]),
      (1.6, ["100.00", "100.01"]),
    ])
  func axisFewerLabels(width: Double, expected: [String]) throws {
    let curve = Curve(x: [100, 100.01], y: [0, 1])
    let figure = Figure(
      panels: [Panel(marks: [.curve(curve)])], width: width, height: 3, resolution: Resolution(dotsPerInch: 100))
    let labels = try layout(figure).panels[0].xAxis.ticks.map(\.label)
    #expect(labels == expected)
  }

  @Test(
    "Texts of any characters are laid out.",
    arguments: [
      "a\u{0}b\tc\u{7}d\u{1B}[31m\u{200B}\u{202E}e\u{FEFF}", "first\r\nsecond\u{2028}third\u{85}fourth\rfifth", "\n",
      " ",
      "\u{301}\u{302}",
    ])
  func textsAnyCharacters(words: String) throws {
    let curve = Curve(x: [0, 1], y: [0, 1], label: words)
    let figure = Figure(
      title: words, panels: [Panel(title: words, xAxis: Axis(words), marks: [.curve(curve)])], caption: words, width: 6,
      height: 8, resolution: Resolution(dotsPerInch: 100))
    let layout = try layout(figure)
    #expect(
      layout.title?.lines.count == words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count)
    #expect(layout.title?.text == words)
  }

  @Test("Data of any doubles are laid out.", arguments: 0..<300)
  func dataAnyDoubles(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    func number() -> Double {
      let extremes: [Double] = [
        .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e308,
        -1e308,
        1, (1.0).nextUp, -0.0, .leastNormalMagnitude, .infinity, .nan, 9e15,
      ]
      let pick = Int(random.next() % 24)
      return pick < extremes.count ? extremes[pick] : Double(bitPattern: random.next())
    }
    let count = 1 + seed % 3
    let curve = Curve(x: (0..<count).map { _ in number() }, y: (0..<count).map { _ in number() }, label: "Curve")
    let figure = Figure(
      title: "Any", panels: [Panel(title: "bits", xAxis: "x", marks: [.curve(curve)])], width: 6, height: 4,
      resolution: Resolution(dotsPerInch: 100))
    let panel = try layout(figure).panels[0]
    for axis in [panel.xAxis, panel.yAxis] {
      #expect(axis.limits.lowerBound.isFinite && axis.limits.upperBound.isFinite)
      #expect(axis.ticks.count >= 2, "\(axis.limits)")
      #expect(Set(axis.ticks.map(\.label)).count == axis.ticks.count, "\(axis.limits)")
      #expect(axis.ticks.allSatisfy { $0.value.isFinite && $0.position.isFinite })
      #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    }
  }
}
