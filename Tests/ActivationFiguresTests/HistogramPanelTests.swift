import Plotting
import Testing

@testable import ActivationFigures
@testable import Activations
@testable import Statistics

@Suite struct HistogramPanelTests {
  /// Counts values of single precision in a number of bins, with all values that many of them take.
  private func panel(
    _ values: [Float], bins: Int, counts: CountScale = .auto, isAdaptive: Bool = true,
    limits: ClosedRange<Double>? = nil
  ) throws -> HistogramPanel {
    let distribution = try Distribution(of: values, bins: .count(bins))
    var counter = PointMassCounter()
    values.withUnsafeBufferPointer { counter.add($0) }
    return HistogramPanel(
      of: distribution, without: counter.pointMasses, counts: counts, isAdaptive: isAdaptive, limits: limits)
  }

  private func stems(_ panel: HistogramPanel) throws -> Stems {
    try #require(
      panel.marks(color: .inTurn).lazy.compactMap { if case .stems(let stems) = $0 { stems } else { nil } }.first)
  }

  /// Half of the values are 0, the other half are spread evenly up to 1.
  private let halfZero = (0..<1_000).map { Float(max($0 - 500, 0)) / 500 }

  @Test("A value that many samples take leaves its bar, whose other samples stay.")
  func massLeavesBar() throws {
    let panel = try panel(halfZero, bins: 10)
    #expect(panel.heights.reduce(0, +) == 499)
    #expect(panel.heights[0] == 49 && panel.heights[9] == 50)
    let stems = try stems(panel)
    #expect(stems.x == [0] && stems.texts == ["0\n50.1 %"])
    // 501 samples would leave little of bars of 50, so that the dot stands above these.
    #expect(panel.hasStemsOffScale && stems.heights == [53])
  }

  @Test(
    "In a given range the dot of a value of more samples is at the top.", arguments: [CountScale.linear, .sqrt, .log])
  func stemInRange(counts: CountScale) throws {
    let panel = try panel(halfZero, bins: 10, counts: counts, limits: 1...200)
    #expect(panel.hasStemsOffScale)
    #expect(try stems(panel).heights == [200])
    #expect(try stems(self.panel(halfZero, bins: 10, counts: counts, limits: 1...600)).heights == [501])
  }

  @Test("A value of not many more samples than the highest bar has is at their number.")
  func stemOnScale() throws {
    let values = [Float](repeating: 0, count: 60) + (0..<400).map { Float($0) }
    let panel = try panel(values, bins: 10)
    #expect(!panel.hasStemsOffScale && panel.heights.max() == 40)
    #expect(try stems(panel).heights == [61])
  }

  @Test("Values are in their order, with a minus sign and few digits.")
  func orderedLabels() throws {
    let values =
      [Float](repeating: 0.1, count: 20) + [Float](repeating: -0.123456, count: 30) + (0..<50).map { Float($0) }
    let stems = try stems(panel(values, bins: 10))
    #expect(stems.x == [Double(Float(-0.123456)), Double(Float(0.1))])
    #expect(stems.texts == ["\u{2212}0.1235\n30.0 %", "0.1\n20.0 %"])
    #expect(stems.remainder([0, 1]) == "+ 2 more\n50.0 %")
  }

  @Test("Where hardly a bar is left, bars and stems measure shares on one scale.")
  func shares() throws {
    let values = [Float](repeating: 1, count: 150) + [Float](repeating: 2, count: 49) + [3]
    let panel = try panel(values, bins: 4, counts: .sqrt)
    #expect(panel.measuresShares && panel.scale == .linear && panel.countLabel == "share of the samples (%)")
    #expect(try stems(panel).heights == [75, 24.5])
    #expect(panel.heights == [0, 0, 0, 0.5])
  }

  @Test("On a logarithmic axis a stem is as high as the number of its samples.")
  func logarithmicStem() throws {
    #expect(try stems(panel(halfZero, bins: 10, counts: .log)).heights == [501])
  }

  @Test("Bars beyond a given range are counted.")
  func overlongBars() throws {
    #expect(try panel(halfZero, bins: 10, limits: 0...49).overlongBarCount == 9)
    #expect(try panel(halfZero, bins: 10).overlongBarCount == 0)
  }
}
