/// Evenly spaced ticks of an axis, the first and last of which may lie just outside it.
struct TickSequence: Hashable {
  let step: TickStep
  /// Whole numbers: a tick stands at `origin` + `base` + each of them times the step.
  let offsets: ClosedRange<Double>
  /// A multiple of the step.
  let base: Double
  /// A power of ten from which large values with small differences are measured, else 0.
  let origin: Double
  /// What the axis shows.
  let limits: ClosedRange<Double>
  /// All of the above are this many powers of ten smaller than the axis: 0, unless its sums would overflow.
  var exponent = 0

  /// The ticks that are shown, in data units.
  ///
  /// Each is an integer times the step, rounded once: 0.3, never 0.30000000000000004.
  var visibleValues: [Double] {
    let first = (origin / step.value).rounded() + (base / step.value).rounded()
    return zip(counts, visibility).filter(\.1).map { count, _ in
      // Plain zero also where the product would be −0.
      if first + count == 0 { return 0 }
      let value = step.multiple(first + count, shiftedBy: exponent)
      return min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    }
  }

  /// The same ticks summed up as matplotlib sums them, rounding error included.
  ///
  /// Where a choice of words is a tie, such as which digits are common to all ticks, it falls the way of this error; the
  /// labels are worded by these values, and nothing is drawn from them.
  var accumulatedValues: [Double] { counts.map { $0 * step.value + base + origin } }

  /// Whether each tick is inside the limits, or closer to them than one part in 10¹⁰ of their width.
  var visibility: [Bool] {
    let slack = 1e-10 * (limits.upperBound - limits.lowerBound)
    return accumulatedValues.map { $0 >= limits.lowerBound - slack && $0 <= limits.upperBound + slack }
  }

  /// How many of the ticks lie strictly inside those limits or on them.
  func count(in limits: ClosedRange<Double>) -> Int {
    counts.reduce(0) {
      $1 * step.value + base >= limits.lowerBound - origin && $1 * step.value + base <= limits.upperBound - origin
        ? $0 + 1 : $0
    }
  }

  private var counts: StrideThrough<Double> { stride(from: offsets.lowerBound, through: offsets.upperBound, by: 1) }
}
