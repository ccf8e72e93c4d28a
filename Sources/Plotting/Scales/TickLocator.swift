import Geometry

/// Chooses where an axis has ticks: few, evenly spaced, at multiples of 1, 2, 2.5 or 5 times a power of ten.
///
/// After matplotlib's `MaxNLocator` in the setting of its `AutoLocator`.
struct TickLocator {
  /// How many intervals between ticks there may be at most.
  static let intervals = 1...9

  /// The most intervals between ticks.
  let intervals: Int

  init(intervals: Int) { self.intervals = intervals }

  /// As many intervals as an axis of that length has room for.
  ///
  /// A label is taken to be three times as wide as high, and lines want the room of two.
  /// - Parameters: length and fontSize in points.
  init(length: Double, fontSize: Double, orientation: Orientation) {
    let room = (length / (fontSize * (orientation == .horizontal ? 3 : 2))).rounded(.down)
    let bounds = Self.intervals
    self.init(intervals: Int(min(max(room, Double(bounds.lowerBound)), Double(bounds.upperBound))))
  }

  /// The ticks of an axis with these limits, whatever doubles they are.
  func ticks(in limits: ClosedRange<Double>) -> TickSequence {
    // Near the largest double, widths and sums overflow; such axes are worked out twenty powers of ten lower.
    guard max(limits.lowerBound.magnitude, limits.upperBound.magnitude) > 1e300 else { return sequence(in: limits) }
    var sequence = sequence(in: (limits.lowerBound / 1e20)...(limits.upperBound / 1e20))
    sequence.exponent = 20
    return sequence
  }

  private func sequence(in axis: ClosedRange<Double>) -> TickSequence {
    let limits = axis.widenedIfSingular(expander: 1e-13, tiny: 1e-14)
    let span = limits.upperBound - limits.lowerBound
    let origin = Self.origin(for: limits)
    let lower = limits.lowerBound - origin
    let upper = limits.upperBound - origin

    let decade = PowerOfTen.decade(of: span / Double(intervals))
    let steps = TickStep.staircase(around: decade)
    let roughStep = (upper - lower) / Double(intervals)
    let first = steps.firstIndex { $0.value >= roughStep } ?? steps.count - 1

    func sequence(of step: TickStep) -> TickSequence {
      // Near an edge a multiple counts as reached within this share of a step: more where the origin swallows digits.
      let slack = min(0.4999, max(1e-10, origin.magnitude / step.value * 1e-12))
      let base = floorQuotient(lower, step.value) * step.value
      let start = lower - base
      let end = upper - base
      var low = floorQuotient(start, step.value)
      if (start / step.value - low - 1).magnitude < slack { low += 1 }
      var high = floorQuotient(end, step.value)
      if (end / step.value - high).magnitude >= slack { high += 1 }
      return TickSequence(step: step, offsets: low...max(low, high), base: base, origin: origin, limits: axis)
    }
    let coarsest = sequence(of: steps[first])
    guard coarsest.count(in: limits) < 2 else { return coarsest }
    let finer = steps[..<first].reversed().lazy.map(sequence)
    return finer.first { $0.count(in: limits) >= 2 } ?? sequence(of: steps[0])
  }

  /// A power of ten to measure from where the values are large against their differences, else 0.
  private static func origin(for limits: ClosedRange<Double>) -> Double {
    let middle = (limits.upperBound + limits.lowerBound) / 2
    guard middle.magnitude / (limits.upperBound - limits.lowerBound) >= 100 else { return 0 }
    let power = PowerOfTen.value(PowerOfTen.decade(of: middle.magnitude))
    return middle < 0 ? -power : power
  }
}
