import PortableMath
import SeededNumbers
import Testing

@testable import Plotting
@testable import Scales

@Suite struct SquareRootScaleTests {
  private func ticks(to upper: Double, intervals: Int) -> [String] {
    AxisTicks(in: 0...upper, on: .squareRoot, intervals: intervals).ticks.map(\.label)
  }

  @Test(
    "The ticks are round numbers that are about equally far apart.",
    arguments: [
      // upper limit, intervals, labels
      (4_455.0, 6, ["0", "100", "500", "1000", "2000", "3000"]),
      (4_455.0, 3, ["0", "1000", "3000"]),
      (4_455.0, 2, ["0", "1000", "4000"]),
      (420.0, 5, ["0", "20", "100", "200", "400"]),
      (1.0, 4, ["0", "0.1", "0.3", "0.6", "1"]),
      (7e7, 4, ["0", "5×10⁶", "2×10⁷", "5×10⁷"]),
    ])
  func ticksRound(upper: Double, intervals: Int, labels: [String]) {
    #expect(ticks(to: upper, intervals: intervals) == labels)
  }

  @Test("Any axis has increasing ticks on it, of few digits and evenly spread.", arguments: 0..<400)
  func anyAxis(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let upper = Double.pow(10, random.number(in: -250...250))
    let lower = seed % 2 == 0 ? 0 : upper * random.number(in: 0...0.25)
    let intervals = 1 + seed % 9
    let ticks = AxisTicks(in: lower...upper, on: .squareRoot, intervals: intervals).ticks
    #expect(ticks.count >= 2 || lower > 0 || intervals == 1)
    #expect(ticks.count <= intervals + 2)
    let interval = (upper.squareRoot() - lower.squareRoot()) / Double(intervals)
    for (tick, next) in zip(ticks, ticks.dropFirst()) {
      let distance = (next.value.squareRoot() - tick.value.squareRoot()) / interval
      #expect((0.79...1.51).contains(distance))
      #expect(tick.label != next.label)
    }
    for tick in ticks {
      #expect(tick.value >= lower && tick.value <= upper && !tick.isMinor)
      #expect(tick.label.filter { ("1"..."9").contains($0) }.count <= 3)
    }
  }

  @Test("Limits that are close together have the ticks of a linear axis.")
  func closeLimits() {
    let ticks = AxisTicks(in: 1000...1001, on: .squareRoot, intervals: 5).ticks
    #expect(ticks.map(\.label) == AxisTicks(in: 1000...1001, on: .linear, intervals: 5).ticks.map(\.label))
  }

  @Test("Bars stand on the frame, and the square roots of their heights are in proportion.")
  func barsStandOnFrame() throws {
    let bars = Bars(edges: [0, 1, 2, 3], heights: [1, 400, 0])
    let figure = Figure(panels: [Panel(yAxis: Axis("n", scale: .squareRoot), marks: [.bars(bars)])], style: .light)
    let panel = try FigureLayout(arranging: figure, typefaces: FigureLayoutTests.typefaces.get()).panels[0]
    let scale = panel.yAxis.scale
    #expect(panel.yAxis.limits.lowerBound == 0 && scale.basePosition == panel.frame.maxY)
    // The margin is that of a linear axis.
    #expect(((scale.position(of: 400) - panel.frame.minY) / panel.frame.height - 0.05 / 1.05).magnitude < 1e-9)
    let rises = [1.0, 400].map { panel.frame.maxY - scale.position(of: $0) }
    #expect((rises[1] / rises[0] - 20).magnitude < 1e-9)
  }

  @Test(
    "Limits hold all values that an axis of square roots can show.",
    arguments: [
      // values, limits
      ([], 0...1.0),
      ([0.0], 0...1.0),
      ([-4.0, .nan, .infinity], 0...1.0),
      ([100.0], 0...110.25),
      ([0.0, 100], 0...110.25),
      ([25.0, 100], 22.5625...110.25 - 5.1875),
      ([0, .greatestFiniteMagnitude], 0 ... .greatestFiniteMagnitude),
    ])
  func limitsHoldValues(values: [Double], limits: ClosedRange<Double>) {
    var range = DataRange(on: .squareRoot)
    for value in values { range.add(value) }
    let found = range.limits(margin: 0.05)
    #expect((found.lowerBound - limits.lowerBound).magnitude <= 1e-12 * limits.upperBound)
    #expect((found.upperBound - limits.upperBound).magnitude <= 1e-12 * limits.upperBound)
  }

  @Test("A negative limit is refused.")
  func negativeLimit() {
    #expect(throws: LayoutError.unusableLimits(lower: -1, upper: 1, .squareRoot)) {
      try Axis(scale: .squareRoot, limits: -1...1).check()
    }
    #expect(throws: Never.self) { try Axis(scale: .squareRoot, limits: 0...1).check() }
  }
}
