/// Evenly spaced ticks, the first and last of which may lie just outside the axis.
struct TickSequence: Hashable {
  let step: TickStep
  /// Whole numbers: a tick stands at `origin` + `base` + each of them times the step.
  let offsets: ClosedRange<Double>
  /// A multiple of the step.
  let base: Double
  /// A power of ten from which large values with small differences are measured, else 0.
  let origin: Double

  /// Each an integer times the step, rounded once: 0.3, never 0.30000000000000004.
  var values: [Double] {
    let first = (origin / step.value).rounded() + (base / step.value).rounded()
    return counts.map { count in
      // Plain zero also where the product would be −0.
      first + count == 0 ? 0 : step.multiple(first + count)
    }
  }

  /// The same ticks summed up as matplotlib sums them, rounding error included.
  ///
  /// Where a choice of words is a tie, such as which digits are common to all ticks, it falls the way of this error; the
  /// labels are worded by these values, and nothing is drawn from them.
  var accumulatedValues: [Double] { counts.map { $0 * step.value + base + origin } }

  /// Whether each tick is inside the limits, or closer to them than one part in 10¹⁰ of their width.
  func visibility(in limits: ClosedRange<Double>) -> [Bool] {
    let slack = 1e-10 * (limits.upperBound - limits.lowerBound)
    return accumulatedValues.map { $0 >= limits.lowerBound - slack && $0 <= limits.upperBound + slack }
  }

  /// The ticks that are shown.
  func values(in limits: ClosedRange<Double>) -> [Double] {
    zip(values, visibility(in: limits)).filter(\.1).map(\.0)
  }

  /// How many of the ticks lie strictly inside the limits or on them.
  func count(in limits: ClosedRange<Double>) -> Int {
    counts.reduce(0) {
      $1 * step.value + base >= limits.lowerBound - origin && $1 * step.value + base <= limits.upperBound - origin
        ? $0 + 1 : $0
    }
  }

  private var counts: StrideThrough<Double> { stride(from: offsets.lowerBound, through: offsets.upperBound, by: 1) }
}
