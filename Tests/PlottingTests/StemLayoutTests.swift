import Drawing
import Geometry
import SeededNumbers
import Testing

@testable import Plotting
@testable import Scales

@Suite struct StemLayoutTests {
  private func layout(_ panels: [Panel], width: Double = 5, height: Double = 4, style: Style = .light) throws
    -> FigureLayout
  {
    try FigureLayout(
      arranging: Figure(
        panels: panels, width: width, height: height, resolution: Resolution(dotsPerInch: 100), style: style),
      typefaces: FigureLayoutTests.typefaces.get())
  }

  /// Returns bars and stems at random places, some of them close together or of no height.
  private func marks(_ random: inout SeededGenerator) -> (bars: Bars, stems: Stems) {
    let count = 1 + Int(random.next() % 60)
    let bars = Bars(
      edges: (0...count).map(Double.init), heights: (0..<count).map { _ in random.number(in: 0...100) })
    let spread = [0.001, 1, 1][Int(random.next() % 3)]
    let x = (0..<1 + Int(random.next() % 14)).map { _ in Double(count) * (0.3 + random.number(in: -0.3...0.7) * spread)
    }
    let heights = x.map { _ in random.next() % 5 == 0 ? 0 : random.number(in: 0...900) }
    let texts = x.indices.map { "\(Int(x[$0] * 1000))\n\($0).\($0) %" }
    return (bars, Stems(x: x, heights: heights, texts: texts, remainder: { "\($0.count) more" }))
  }

  /// Whether two lines cross: whether the ends of each lie strictly on different sides of the other.
  private func cross(_ first: (Point, Point), _ second: (Point, Point)) -> Bool {
    func side(_ line: (Point, Point), _ point: Point) -> Double {
      (line.1.x - line.0.x) * (point.y - line.0.y) - (line.1.y - line.0.y) * (point.x - line.0.x)
    }
    return side(first, second.0) * side(first, second.1) < -1e-3
      && side(second, first.0) * side(second, first.1) < -1e-3
  }

  private func lines(_ leader: [Point]) -> [(Point, Point)] { Array(zip(leader, leader.dropFirst())) }

  @Test(
    "The texts of stems stand above all bars and dots, in order and apart, and their lines cross nothing.",
    arguments: 0..<300)
  func textsAboveAll(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (bars, stems) = marks(&random)
    let style = [Style.light, .dark, .matplotlib][seed % 3]
    let scale = [ScaleType.linear, .logarithmic][seed / 3 % 2]
    let figure = try layout(
      [Panel(yAxis: Axis("Count", scale: scale), marks: [.bars(bars), .stems(stems)])],
      width: random.number(in: 2.5...9), height: random.number(in: 2.5...6), style: style)
    let panel = figure.panels[0]
    let labels = panel.stemLabels
    let boxes = labels.map(\.block.box)

    let own = labels.filter { !$0.leader.isEmpty }
    let others = labels.filter(\.leader.isEmpty).compactMap { Int($0.block.text.split(separator: " ")[0]) }
    #expect(own.count + others.reduce(0, +) == stems.x.count && others.count <= 1)
    // The highest stems have texts.
    let ranked = stems.heights.sorted(by: >)
    let texts = Set(own.map(\.block.text))
    for index in stems.x.indices where stems.heights[index] > (own.count < ranked.count ? ranked[own.count] : -1) {
      #expect(texts.contains(stems.texts[index]))
    }
    #expect(own.map { $0.leader[0].x } == own.map { $0.leader[0].x }.sorted())

    let dots = stems.x.indices.compactMap { stems.dot(of: $0, in: panel.area) }
    #expect(dots.count == stems.x.count)
    let radius = style.dotRadius * 100 / 72
    let highest =
      (dots.map { $0.y - radius } + bars.heights.filter { scale.shows($0) }.map(panel.yAxis.scale.position))
      .min() ?? 0
    for (index, label) in labels.enumerated() {
      #expect(boxes[index].maxY < highest && boxes[index].minY >= 0)
      #expect(boxes[index].minX >= 0 && boxes[index].maxX <= figure.size.width)
      for other in labels[..<index] {
        #expect(!other.block.box.overlaps(boxes[index]))
        for line in lines(label.leader) { for second in lines(other.leader) { #expect(!cross(line, second)) } }
      }
      for (other, box) in boxes.enumerated() where other != index {
        for point in lines(label.leader).flatMap({ start, end in
          (0...20).map { start.interpolated(to: end, at: Double($0) / 20) }
        }) {
          #expect(!box.inset(by: 1).contains(point))
        }
      }
    }
    for tick in panel.yAxis.ticks { #expect(tick.position >= panel.dataFrame.minY - 0.5) }
  }

  @Test("Every dot is whole, also at the height 0 and at the upper end of given limits.", arguments: [nil, 0...50.0])
  func dotsWhole(limits: ClosedRange<Double>?) throws {
    let stems = Stems(x: [0, 1, 2], heights: [0, 50, 20], texts: ["a", "b", "c"])
    let layout = try layout([Panel(yAxis: Axis(limits: limits), marks: [.stems(stems)])])
    let fills = DisplayList(drawing: layout).fills
    let dots = try #require(fills.last { $0.role == .dot })
    let radius = Style.light.dotRadius * 100 / 72
    #expect(dots.clip == nil)
    #expect(dots.path.flattened().count == 3)
    let base = layout.panels[0].frame.maxY
    #expect(try #require(dots.box).maxY > base + radius - 1)
    // Nothing but texts is drawn over the dots.
    let after = try #require(fills.lastIndex { $0.role == .dot })
    #expect(!fills[(after + 1)...].contains { [.frame, .bar, .leader, .stem, .grid].contains($0.role) })
    #expect(layout.panels[0].stemLabels.allSatisfy { $0.block.box.maxY <= layout.panels[0].dataFrame.minY })
  }

  @Test("The texts stand above the frame if given limits leave no room for them.")
  func textsAboveFrame() throws {
    let stems = Stems(x: [0, 1], heights: [5, 9], texts: ["0\n5 %", "1\n9 %"])
    for (limits, isInside) in [(0...10.0, false), (0...20.0, true)] {
      let layout = try layout([Panel(title: "T", yAxis: Axis(limits: limits), marks: [.stems(stems)])])
      let panel = layout.panels[0]
      #expect(panel.yAxis.limits == limits)
      for label in panel.stemLabels {
        #expect(panel.frame.contains(label.block.box) == isInside)
        #expect(label.block.box.minY >= (try #require(panel.title)).box.maxY - 1e-6)
      }
    }
  }

  @Test("A layout is the same whenever it is computed, and stems without texts change no limits.")
  func layoutPure() throws {
    var random = SeededGenerator(seed: 1)
    let (bars, stems) = marks(&random)
    let panel = Panel(marks: [.bars(bars), .stems(stems)])
    #expect(DisplayList(drawing: try layout([panel])) == DisplayList(drawing: try layout([panel])))
    let silent = Stems(x: [1], heights: [bars.heights.max() ?? 0])
    let limits = try layout([Panel(marks: [.bars(bars)])]).panels[0].yAxis.limits
    #expect(try layout([Panel(marks: [.bars(bars), .stems(silent)])]).panels[0].yAxis.limits == limits)
  }

  @Test("Stems of any numbers and texts have a layout or are refused by an error.", arguments: 0..<40)
  func anyNumbers(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = [
      0, -1, 1, .nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ]
    let count = Int(random.next() % 30)
    func numbers() -> [Double] { (0..<count).map { _ in values[Int(random.next() % UInt64(values.count))] } }
    let texts = ["", "a", "a\nb\nc", String(repeating: "long ", count: 200), String(repeating: "x", count: 1000)]
    let stems = Stems(
      x: numbers(), heights: numbers(), texts: (0..<count).map { _ in texts[Int(random.next() % 5)] })
    for scale in [ScaleType.linear, .logarithmic] {
      let figure = Figure(
        panels: [Panel(xAxis: Axis(scale: scale), yAxis: Axis(scale: scale), marks: [.stems(stems)])], width: 3,
        height: 3, resolution: Resolution(dotsPerInch: 50), style: .light)
      do {
        let layout = try FigureLayout(arranging: figure, typefaces: FigureLayoutTests.typefaces.get())
        #expect(!DisplayList(drawing: layout).fills.isEmpty)
      } catch let error as LayoutError {
        guard case .paperTooSmall = error else { throw error }
      }
    }
  }
}
