/// Maps data to places on the paper along one axis.
struct LinearScale: Sendable, Hashable {
  /// The data values at both ends.
  let limits: ClosedRange<Double>
  /// Where the lower limit stands, in pixels.
  let start: Double
  /// Where the upper limit stands, in pixels: above the start on an upright axis, so smaller.
  let end: Double

  func position(of value: Double) -> Double {
    let width = limits.upperBound - limits.lowerBound
    guard width.isFinite else {
      let half = (limits.lowerBound / 2, value / 2, limits.upperBound / 2)
      return start + (half.1 - half.0) / (half.2 - half.0) * (end - start)
    }
    return start + (value - limits.lowerBound) / width * (end - start)
  }
}
