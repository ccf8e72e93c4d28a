import ActivationFigures
import Activations
import Goldens
import Plotting
import Sampling
import Statistics
import Testing

/// Each feature of a figure is compared with one small picture, pixel by pixel.
@Suite struct FeaturePictureTests {
  private func figure(
    _ panels: [Panel], caption: String = "", width: Double = 2.6, height: Double = 1.8, style: Style = .light
  ) -> Figure {
    // The larger the text, the larger the paper, so that the pictures have the same number of pixels.
    let scale = style.fontSize / 10
    return Figure(
      panels: panels, caption: caption, width: width * scale, height: height * scale,
      resolution: Resolution(dotsPerInch: 60 / scale), style: style)
  }

  private func study(_ name: String) throws -> ActivationStudy {
    let samples = SampleSet(seed: 1, count: 400)
    return try ActivationStudy(
      of: ActivationFunction(#require(Catalogue.entry(named: name))), over: samples,
      input: Distribution(of: samples, bins: 20), bins: 20, range: -2...2, step: 0.3)
  }

  /// Returns one panel of the figure of a function.
  private func panel(_ place: Int, of name: String, _ marks: StudyMarks = .usual) throws -> Panel {
    let figure = Figure(presenting: try study(name), title: "", width: 1, height: 1, dpi: 60, marks: marks)
    return figure.panels[place]
  }

  @Test("A jump is a gap between dots.")
  func jumpGapBetween() throws {
    try Golden("jump.png").expect(figure([panel(1, of: "hardshrink")]))
  }

  @Test("A kink is a corner, also between points of the grid.")
  func kinkCornerBetween() throws {
    // The grid has points at −1.1 and −0.8, none at −1.
    try Golden("kink.png").expect(figure([panel(1, of: "hard-tanh")]))
  }

  @Test("Without the annotation a jump and a kink are slopes.")
  func annotationJumpKink() throws {
    try Golden("unmarked.png").expect(figure([panel(1, of: "hardshrink", .none)]))
  }

  @Test("Dashed lines are at proved bounds, behind the curves.", arguments: [("", Style.light), ("-dark", .dark)])
  func provedBounds(suffix: String, style: Style) throws {
    try Golden("bounds\(suffix).png").expect(figure([panel(1, of: "mish", .all)], style: style))
  }

  @Test("A point mass is a dot on a stem, with its value and its share.")
  func pointMassStem() throws {
    try Golden("stem.png").expect(figure([panel(2, of: "relu")], width: 4, height: 3))
  }

  @Test("A normal density runs over the input.")
  func normalDensityRuns() throws {
    try Golden("density.png").expect(figure([panel(0, of: "relu")]))
  }

  @Test("A grid runs through the ticks.")
  func gridRunsThrough() throws {
    var style = Style.matplotlib
    style.grid = true
    let curve = Curve(x: [0, 1, 3], y: [0, 2, 1])
    try Golden("grid.png").expect(figure([Panel(marks: [.curve(curve)])], style: style))
  }

  /// Eight lines, for which a palette of two colours repeats four times.
  private var lines: [Mark] {
    (0..<8).map { index in
      let height = Double(index)
      return .curve(Curve(x: [0, 1, 2], y: [height, height + 0.6, height], label: "Line \(index)"))
    }
  }

  @Test("Lines beyond the palette are dashed.")
  func linesBeyondPalette() throws {
    var style = Style.light
    style.palette.removeSubrange(2...)
    let panel = Panel(marks: lines, legendPlace: .outside)
    try Golden("dashes.png").expect(figure([panel], width: 3.2, height: 2.4, style: style))
  }

  @Test("A long legend outside of the frame has columns.")
  func longLegendOutside() throws {
    let panel = Panel(marks: lines, legendPlace: .outside)
    try Golden("legend-outside.png").expect(figure([panel], width: 4, height: 1.5))
  }

  @Test("A legend inside moves out if it would cover a curve.")
  func legendInsideMoves() throws {
    let cross = [Curve(x: [0, 1], y: [0, 1], label: "Up"), Curve(x: [0, 1], y: [1, 0], label: "Down")]
    let across = Curve(x: [0, 1, 0, 1], y: [0.9, 0.7, 0.3, 0.1], label: "Across")
    let panel = Panel(marks: (cross + [across]).map { .curve($0) }, legendPlace: .insideIfClear)
    var style = Style.light
    style.legend.isAtEnds = false
    try Golden("legend-moved.png").expect(figure([panel], style: style))
  }

  @Test("Curves are named at their ends, with lines to names that had to move.")
  func namesAtEnds() throws {
    let curves = [1, 0.95, 0.9, 0.2].enumerated().map { index, end in
      Curve(x: [0, 1], y: [0.5, end], label: "Curve \(index)")
    }
    try Golden("names-at-ends.png").expect(figure([Panel(marks: curves.map { .curve($0) })]))
  }

  @Test("Curves that lie on each other are drawn in turn.")
  func coincidentCurves() throws {
    let curves = [[0, 0, 1], [0, 0, 0.5], [0.0, 0, 0]].map { Curve(x: [0, 2, 3], y: $0) }
    try Golden("coincident.png").expect(figure([Panel(marks: curves.map { .curve($0) })]))
  }

  @Test("A legend above the frame is in the place of a title.")
  func legendAboveFrame() throws {
    let panel = Panel(marks: lines.dropLast(6), legendPlace: .above)
    try Golden("legend-above.png").expect(figure([panel]))
  }

  @Test("A long caption is broken into lines.")
  func longCaptionBroken() throws {
    let panel = Panel(marks: [.bars(Bars(edges: [0, 1, 2], heights: [1, 2]))])
    let caption = "A line that says what is shown, and goes on for longer than the paper is wide."
    try Golden("caption.png").expect(figure([panel], caption: caption))
  }
}
