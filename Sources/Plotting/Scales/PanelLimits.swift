/// The data range that each axis of a panel shows.
///
/// The range of the marks widened by the style's margin on both sides, but the base of bars stays on the frame.
struct PanelLimits: Sendable, Hashable {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  init(of panel: Panel, style: Style) {
    var x = Extent()
    var y = Extent()
    for mark in panel.marks {
      switch mark {
      case .bars(let bars):
        for edge in bars.edges { x.add(edge) }
        for height in bars.heights { y.add(min(height, bars.ceiling ?? .infinity)) }
        y.addBase(0)
        if !bars.cutBars.isEmpty { y.headroom = style.cutHeadroom }
      case .curve(let curve):
        for run in curve.runs {
          for place in run {
            x.add(curve.x[place])
            y.add(curve.y[place])
          }
        }
      }
    }
    self.x = x.limits(margin: style.dataMargin)
    self.y = y.limits(margin: style.dataMargin)
  }

  /// What has been seen along one axis.
  private struct Extent {
    private var range: ClosedRange<Double>?
    private var base: Double?
    /// The share of the axis that is kept free at its upper end.
    var headroom = 0.0

    mutating func add(_ value: Double) {
      guard value.isFinite else { return }
      let lower = min(value, range?.lowerBound ?? value)
      let upper = max(value, range?.upperBound ?? value)
      range = lower...upper
    }

    /// A value beyond which no margin is left.
    mutating func addBase(_ value: Double) {
      add(value)
      base = value
    }

    func limits(margin: Double) -> ClosedRange<Double> {
      guard let range else { return 0...1 }
      let apart = range.widenedIfSingular(expander: 0.05, tiny: 1e-15)
      return apart.widened(
        below: apart.lowerBound == base ? 0 : margin, above: apart.upperBound == base ? 0 : max(margin, headroom))
    }
  }
}
