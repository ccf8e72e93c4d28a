import Geometry

/// Chooses the ticks of a linear axis: few, evenly spaced, at multiples of 1, 2, 2.5 or 5 times a power of ten.
///
/// The distance between two ticks is the smallest such step that divides the axis into no more than `intervals`
/// intervals, or a smaller one if fewer than two ticks would lie on the axis. This is matplotlib's `MaxNLocator` in the
/// setting of its `AutoLocator`.
package struct TickLocator {
  /// The values that the largest number of intervals of an axis may have.
  package static let intervalBounds = 1...9

  /// The largest number of intervals between ticks on this axis.
  package let intervals: Int

  package init(intervals: Int) { self.intervals = intervals }

  /// Allows as many intervals as fit an axis of a length in points.
  ///
  /// A label is taken to be three times as wide as high, and a line of text to need twice its height.
  package init(length: Double, fontSize: Double, orientation: Orientation) {
    let room = (length / (fontSize * (orientation == .horizontal ? 3 : 2))).rounded(.down)
    let bounds = Self.intervalBounds
    self.init(intervals: Int(min(max(room, Double(bounds.lowerBound)), Double(bounds.upperBound))))
  }

  /// Returns the ticks of an axis with these limits, which may be any finite doubles.
  package func ticks(in limits: ClosedRange<Double>) -> TickSequence {
    // Near the largest double, widths and sums overflow; the ticks of such axes are found twenty powers of ten lower.
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
      // A multiple of the step counts as reached within this share of a step, which is larger where the origin leaves
      // fewer digits to the offsets.
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

  /// Returns a power of ten to measure from where the values are large against their differences, else 0.
  private static func origin(for limits: ClosedRange<Double>) -> Double {
    let middle = (limits.upperBound + limits.lowerBound) / 2
    guard middle.magnitude / (limits.upperBound - limits.lowerBound) >= 100 else { return 0 }
    let power = PowerOfTen.value(PowerOfTen.decade(of: middle.magnitude))
    return middle < 0 ? -power : power
  }
}

/// Evenly spaced ticks of an axis, the first and last of which may lie just outside it.
package struct TickSequence: Hashable {
  package let step: TickStep
  /// The whole numbers k for which there is a tick at `origin` + `base` + k · `step`.
  package let offsets: ClosedRange<Double>
  /// A multiple of the step.
  package let base: Double
  /// A power of ten from which large values with small differences are measured, else 0.
  package let origin: Double
  /// The data values at both ends of the axis.
  package let limits: ClosedRange<Double>
  /// The number of powers of ten by which all of the above are smaller than the axis: 0, unless its sums would overflow.
  package var exponent = 0

  /// The ticks on the axis, in data units.
  ///
  /// Each is an integer times the step, rounded once: 0.3, never 0.30000000000000004.
  package var visibleValues: [Double] {
    let first = (origin / step.value).rounded() + (base / step.value).rounded()
    return counts.lazy.filter { shows(accumulatedValue(at: $0)) }.map { count in
      // The product of zero and a negative step would be −0.
      if first + count == 0 { return 0 }
      let value = step.multiple(first + count, shiftedBy: exponent)
      return min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    }
  }

  /// The values of all ticks, summed up as matplotlib sums them, rounding error included.
  ///
  /// They decide what the labels say, where the error breaks ties such as which digits all ticks have in common. Positions
  /// do not come from them.
  package var accumulatedValues: [Double] { counts.map(accumulatedValue) }

  private func accumulatedValue(at count: Double) -> Double { count * step.value + base + origin }

  /// Whether an accumulated value is inside the limits, or closer to them than one part in 10¹⁰ of their width.
  package func shows(_ accumulatedValue: Double) -> Bool {
    let slack = 1e-10 * (limits.upperBound - limits.lowerBound)
    return accumulatedValue >= limits.lowerBound - slack && accumulatedValue <= limits.upperBound + slack
  }

  /// Returns the number of ticks inside the limits or exactly on them.
  package func count(in limits: ClosedRange<Double>) -> Int {
    counts.reduce(0) {
      $1 * step.value + base >= limits.lowerBound - origin && $1 * step.value + base <= limits.upperBound - origin
        ? $0 + 1 : $0
    }
  }

  private var counts: StrideThrough<Double> { stride(from: offsets.lowerBound, through: offsets.upperBound, by: 1) }
}

/// The distance between two ticks, `tenths` · 10^(`exponent` − 1): 1, 2, 2.5 or 5 times a power of ten.
package struct TickStep: Hashable {
  /// Ten times the mantissa: 10, 20, 25 or 50.
  package let tenths: Int
  package let exponent: Int
  /// The step as a double, with the roundings of matplotlib's product of a mantissa and a power of ten.
  package let value: Double

  /// Returns an integer times the step times a power of ten, rounded once.
  package func multiple(_ index: Double, shiftedBy power: Int) -> Double {
    PowerOfTen.scaled(index * Double(tenths), by: exponent - 1 + power)
  }

  /// Returns the steps to choose from, increasing, from a tenth of the power of ten up to 20 times it.
  package static func staircase(around decade: Int) -> [TickStep] {
    let scale = PowerOfTen.value(decade)
    let tenths = [10, 20, 25, 50]
    let below = tenths.map { TickStep(tenths: $0, exponent: decade - 1, value: 0.1 * (Double($0) / 10) * scale) }
    let within = tenths.map { TickStep(tenths: $0, exponent: decade, value: Double($0) / 10 * scale) }
    let above = [10, 20].map { TickStep(tenths: $0, exponent: decade + 1, value: Double($0) * scale) }
    return below + within + above
  }
}
