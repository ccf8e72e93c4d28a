/// Maps data to places on the paper along one axis.
struct LinearScale: Sendable, Hashable {
  /// The data values at both ends.
  let limits: ClosedRange<Double>
  /// Where the lower limit stands, in pixels.
  let start: Double
  /// Where the upper limit stands, in pixels: above the start on an upright axis, so smaller.
  let end: Double

  func position(of value: Double) -> Double {
    start + (value - limits.lowerBound) / (limits.upperBound - limits.lowerBound) * (end - start)
  }
}
