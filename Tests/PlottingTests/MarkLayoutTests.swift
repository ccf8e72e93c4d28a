import Drawing
import Geometry
import SeededNumbers
import Testing
import Typography

@testable import Plotting

@Suite struct MarkLayoutTests {
  private func layout(
    _ panels: [Panel], caption: String = "", width: Double = 5, height: Double = 4, style: Style = .light
  ) throws
    -> FigureLayout
  {
    try FigureLayout(
      arranging: Figure(
        title: "T", panels: panels, caption: caption, width: width, height: height,
        resolution: Resolution(dotsPerInch: 100), style: style),
      typefaces: FigureLayoutTests.typefaces.get())
  }

  @Test(
    "The offset text of an axis touches neither legend nor title.",
    arguments: [1e-9, -3e-5, 1e7, 2.5e15, 1e300, 12_345_678.9], [false, true])
  func offsetTextAxis(size: Double, isOffset: Bool) throws {
    for style in [Style.light, .dark, .matplotlib] {
      for place in [Panel.LegendPlace.inside, .insideIfClear, .outside] {
        var style = style
        style.fontSize = isOffset ? 16 : 10
        let y = isOffset ? [size, size * (1 + 1e-9)] : [0, size]
        let curves = ["Value", "Derivative"].map { Mark.curve(Curve(x: [0, 1], y: y, label: $0)) }
        let layout = try layout(
          [Panel(marks: curves, legendPlace: place), Panel(marks: curves)], width: 9, style: style)
        for panel in layout.panels {
          let (word, legend) = (try #require(panel.yAxis.offsetText).box, try #require(panel.legend))
          #expect(!legend.box.inset(by: -1).overlaps(word))
          for entry in legend.entries {
            #expect(!entry.block.box.overlaps(word) && entry.block.box.minY >= legend.box.minY)
            #expect(
              (legend.box.minY...legend.box.maxY).contains(entry.keyStart.y) && entry.keyStart.y == entry.keyEnd.y)
          }
          #expect(layout.title.map { !$0.box.overlaps(legend.box) } ?? true)
        }
      }
    }
  }

  @Test(
    "A legend outside is on the paper, to the right of the frame and not higher than it.", arguments: [1, 5, 25, 60])
  func legendOutsidePaper(count: Int) throws {
    let curves = (0..<count).map { Mark.curve(Curve(x: [0, 1], y: [0, Double($0)], label: "Line \($0)")) }
    let layout = try layout([Panel(marks: curves, legendPlace: .outside)], width: 12, height: 5)
    let panel = layout.panels[0]
    let legend = try #require(panel.legend)
    #expect(legend.entries.count == count)
    #expect(legend.box.minX > panel.frame.maxX && legend.box.maxX <= layout.size.width)
    #expect(legend.box.maxY <= panel.frame.maxY + 1e-6)
    for (index, entry) in legend.entries.enumerated() {
      #expect(entry.block.box.maxX <= legend.box.maxX + 1e-6)
      for other in legend.entries[..<index] { #expect(other.block.box.intersection(entry.block.box) == nil) }
    }
  }

  @Test("A legend stays inside where it covers nothing.", arguments: [([0.0, 1.0], false), ([1.0, 1.0], false)])
  func legendStaysInside(y: [Double], isOutside: Bool) throws {
    let panel = Panel(marks: [.curve(Curve(x: [0, 1], y: y, label: "A"))], legendPlace: .insideIfClear)
    #expect(try layout([panel], style: .matplotlib).panels[0].legend?.isOutside == isOutside)
  }

  @Test("A legend moves out of the frame if it would cover something at every place inside.")
  func legendMovesOut() throws {
    let x = (0...400).map { Double($0) }
    let noise = Curve(x: x, y: x.map { Double(Int($0) % 7) }, label: "Noise")
    let panel = Panel(marks: [.curve(noise)], legendPlace: .insideIfClear)
    #expect(try layout([panel], style: .matplotlib).panels[0].legend?.isOutside == true)
  }

  @Test("A caption is below everything and breaks between words.")
  func captionBelowEverything() throws {
    let words = Array(repeating: "word", count: 80).joined(separator: " ")
    let panel = Panel(xAxis: "label", marks: [.curve(Curve(x: [0, 1], y: [0, 1]))])
    let layout = try layout([panel], caption: words, height: 6)
    let caption = try #require(layout.caption)
    #expect(caption.lines.count > 3)
    #expect(caption.box.minX >= 0 && caption.box.maxX <= layout.size.width && caption.box.maxY <= layout.size.height)
    #expect(caption.box.minY > (try #require(layout.panels[0].xLabel)).box.maxY)
  }

  @Test("Left-aligned titles begin at the left side of their frames.")
  func leftAlignedTitles() throws {
    let panels = (0..<2).map { Panel(title: "Panel \($0)\nand more", marks: [.curve(Curve(x: [0, 1], y: [0, 1]))]) }
    let layout = try layout(panels)
    #expect(layout.title?.box.minX == layout.panels[0].frame.minX)
    for panel in layout.panels {
      #expect(panel.title?.box.minX == panel.frame.minX)
      #expect(panel.title?.lines.allSatisfy { $0.left == 0 } == true)
    }
  }

  @Test(
    "Values are counted into bins.",
    arguments: [
      // values, bins, edges, heights
      ([1.0, 2, 2, 3], 2, [1.0, 2, 3], [1.0, 3]),
      ([5.0, 5], 2, [4.5, 5, 5.5], [0.0, 2]),
      ([0.0, .nan, 1, .infinity], 1, [0.0, 1], [2.0]),
      ([], 2, [0.0, 0.5, 1], [0.0, 0]),
    ])
  func valuesCountedInto(values: [Double], bins: Int, edges: [Double], heights: [Double]) {
    let bars = Bars(counting: values, bins: bins)
    #expect(bars.edges == edges)
    #expect(bars.heights == heights)
  }

  @Test("Every value is counted once, in the bin between whose edges it lies.", arguments: 0..<200)
  func everyValueCounted(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let range = random.limits()
    let values = (0..<50).map { _ in random.number(in: range) }
    let bars = Bars(counting: values, bins: 1 + seed % 20)
    #expect(bars.heights.reduce(0, +) == 50)
    for (index, height) in bars.heights.enumerated() {
      let isLast = index == bars.heights.count - 1
      let (low, high) = (bars.edges[index], bars.edges[index + 1])
      #expect(Double(values.count { $0 >= low && (isLast ? $0 <= high : $0 < high) }) == height)
    }
  }
}
