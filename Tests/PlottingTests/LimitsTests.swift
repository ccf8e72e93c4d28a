import Testing

@testable import Plotting

@Suite struct LimitsTests {
  private func limits(_ marks: Mark...) -> PanelLimits { PanelLimits(of: Panel(marks: marks), style: .matplotlib) }

  @Test("A histogram has its base on the frame and margins on the other sides.")
  func histogramBaseFrame() {
    let limits = limits(.bars(Bars(edges: [-1, 0, 1], heights: [40, 20])))
    #expect(limits.x == -1.1...1.1)
    #expect(limits.y == 0...42)
  }

  @Test("All curves are in one range with margins on all sides.")
  func curvesOneRange() {
    let limits = limits(.curve(Curve(x: [0, 10], y: [-1, 3])), .curve(Curve(x: [5, 20], y: [0, 7])))
    #expect(limits.x == -1...21)
    #expect(limits.y == -1.4...7.4)
  }

  @Test(
    "A constant curve gets a range around it.",
    arguments: [
      ([0.0, 0.0], -0.055...0.055),
      ([2.0, 2.0], 1.89...2.11),
      ([-2.0, -2.0], -2.11 ... -1.89),
    ])
  func constantCurveGets(y: [Double], expected: ClosedRange<Double>) {
    let found = limits(.curve(Curve(x: [0, 1], y: y))).y
    #expect((found.lowerBound - expected.lowerBound).magnitude < 1e-12)
    #expect((found.upperBound - expected.upperBound).magnitude < 1e-12)
  }

  @Test("Values that are not finite have no effect on the limits, which are 0 and 1 without data.")
  func valuesFiniteEffect() {
    #expect(limits(.curve(Curve(x: [0, 1, 2, 3], y: [.nan, 0, 1, .infinity]))).x == 0.95...2.05)
    #expect(limits(.curve(Curve(x: [0, 1], y: [.nan, .nan]))).y == 0...1)
  }

  private func isFinite(_ x: Double, _ y: Double) -> Bool { x.isFinite && y.isFinite }

  @Test("A curve is split into runs at its gaps.")
  func curveSplitInto() {
    #expect(Curve(x: [0, 1, 2, 3, 4], y: [1, .nan, 2, 3, .infinity]).runs(where: isFinite) == [0..<1, 2..<4])
    #expect(Curve(x: [.nan, .infinity, 0, 1], y: [0, 0, 1, 2]).runs(where: isFinite) == [2..<4])
    #expect(Curve(x: [.nan, 0], y: [0, .nan]).runs(where: isFinite).isEmpty)
    #expect(Curve(x: [], y: []).runs(where: isFinite).isEmpty)
  }
}
