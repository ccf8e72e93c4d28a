import PortableMath

/// How the values of an axis are spread over its length.
public enum ScaleType: Sendable, Hashable {
  /// Equal differences take equal lengths.
  case linear
  /// Equal differences of square roots take equal lengths, so that low counts stay apart beside high ones. Negative values
  /// have no place and are left out.
  case squareRoot
  /// Equal ratios take equal lengths. Values that are not positive have no place and are left out.
  case logarithmic

  /// Whether a value has a place on an axis of this type.
  package func shows(_ value: Double) -> Bool {
    switch self {
    case .linear: value.isFinite
    case .squareRoot: value.isFinite && value >= 0
    case .logarithmic: value.isFinite && value > 0
    }
  }

  /// Returns the number of a value that the scale shows whose equal differences take equal lengths.
  package func transformed(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .squareRoot: value.squareRoot()
    case .logarithmic: Double.log(value)
    }
  }
}

/// Maps data values to pixels along one axis.
package struct AxisScale: Sendable {
  package let type: ScaleType
  /// The data values at both ends, which the scale shows.
  package let limits: ClosedRange<Double>
  /// The pixel position of the lower limit.
  package let start: Double
  /// The pixel position of the upper limit; on a vertical axis this is above the start and so the smaller number.
  package let end: Double
  /// The transformed limits.
  private let ends: (lower: Double, upper: Double)

  package init(_ type: ScaleType = .linear, limits: ClosedRange<Double>, start: Double, end: Double) {
    self.type = type
    self.limits = limits
    self.start = start
    self.end = end
    ends = (type.transformed(limits.lowerBound), type.transformed(limits.upperBound))
  }

  /// Returns the pixel position of a value that the scale shows.
  @inline(__always)
  package func position(of value: Double) -> Double {
    guard type == .linear else { return transformedPosition(of: value) }
    let width = limits.upperBound - limits.lowerBound
    guard width.isFinite else {
      let half = (limits.lowerBound / 2, value / 2, limits.upperBound / 2)
      return start + (half.1 - half.0) / (half.2 - half.0) * (end - start)
    }
    return start + (value - limits.lowerBound) / width * (end - start)
  }

  private func transformedPosition(of value: Double) -> Double {
    start + (type.transformed(value) - ends.lower) / (ends.upper - ends.lower) * (end - start)
  }

  /// The pixel position at which bars begin: that of zero, or the start of an axis that does not show zero.
  package var basePosition: Double { type.shows(0) ? position(of: 0) : start }
}
