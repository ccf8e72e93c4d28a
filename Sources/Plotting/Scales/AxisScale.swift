import PortableMath

/// How the values of an axis are spread over its length.
public enum ScaleType: Sendable, Hashable {
  /// Equal differences take equal lengths.
  case linear
  /// Equal ratios take equal lengths. Values that are not positive have no place and are left out.
  case logarithmic

  /// Whether a value has a place on an axis of this type.
  func shows(_ value: Double) -> Bool { value.isFinite && (self == .linear || value > 0) }
}

/// Maps data values to pixels along one axis.
struct AxisScale: Sendable {
  let type: ScaleType
  /// The data values at both ends. On a logarithmic axis both are positive.
  let limits: ClosedRange<Double>
  /// The pixel position of the lower limit.
  let start: Double
  /// The pixel position of the upper limit; on a vertical axis this is above the start and so the smaller number.
  let end: Double
  /// The logarithms of the limits; both zero on a linear axis.
  private let logarithms: (lower: Double, upper: Double)

  init(_ type: ScaleType = .linear, limits: ClosedRange<Double>, start: Double, end: Double) {
    self.type = type
    self.limits = limits
    self.start = start
    self.end = end
    logarithms = type == .linear ? (0, 0) : (Double.log(limits.lowerBound), Double.log(limits.upperBound))
  }

  /// Returns the pixel position of a value that the scale shows.
  @inline(__always)
  func position(of value: Double) -> Double {
    guard type == .linear else { return logarithmicPosition(of: value) }
    let width = limits.upperBound - limits.lowerBound
    guard width.isFinite else {
      let half = (limits.lowerBound / 2, value / 2, limits.upperBound / 2)
      return start + (half.1 - half.0) / (half.2 - half.0) * (end - start)
    }
    return start + (value - limits.lowerBound) / width * (end - start)
  }

  private func logarithmicPosition(of value: Double) -> Double {
    start + (Double.log(value) - logarithms.lower) / (logarithms.upper - logarithms.lower) * (end - start)
  }

  /// The pixel position at which bars begin: that of zero, or the start of an axis that does not show zero.
  var basePosition: Double { type.shows(0) ? position(of: 0) : start }
}
