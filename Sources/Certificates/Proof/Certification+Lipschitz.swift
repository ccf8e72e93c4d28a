extension Certification {
  /// A part of the line with bounds of the greatest magnitude of the derivative over it.
  private struct Candidate {
    var lower: Double
    var upper: Double
    /// The places within the part at which the magnitude may be greatest.
    var places: ClosedRange<Double>
    /// A number that the magnitudes come near to or exceed.
    var least: Double
    /// A bound of all magnitudes.
    var greatest: Double
    /// Whether all magnitudes are less than the bound.
    var isStrict = false
    /// Whether the bound is as good as the ends of the part allow.
    var isFinal = false
  }

  /// The number of operations that may be spent on the search.
  private static let effort = 40_000

  /// The least Lipschitz constant, by dividing the parts where the derivative may be greatest.
  mutating func lipschitzConstant() -> CertifiedLipschitzConstant {
    if joints.contains(where: { $0.jumps || $0.hasInfiniteSlope }) { return .none }
    if [left, right].contains(where: { $0.slopeLimit?.isInfinite == true }) { return .none }
    guard isContinuous == true, stretches.allSatisfy(\.slope.isDefined) else { return .notKnown }
    var candidates = [left, right].map { candidate(of: $0) }
    for stretch in stretches {
      candidates.append(candidate(from: stretch.lower, to: stretch.upper))
    }
    let limit = evaluator.effort + Self.effort
    search(&candidates, until: 0x1p-20, limit)
    for range in ranges(of: candidates) where range.lowerBound < range.upperBound {
      guard evaluator.effort < limit, let refined = refined(range) else { continue }
      candidates.removeAll { range.lowerBound <= $0.lower && $0.upper <= range.upperBound }
      candidates.append(refined)
    }
    search(&candidates, until: 0x1p-44, limit)
    let best = candidates.map(\.least).max() ?? 0
    let greatest = candidates.map(\.greatest).max() ?? .infinity
    guard greatest < .infinity else { return .notKnown }
    return .constant(ProvedNumber(lower: best + 0, upper: greatest + 0), at: ranges(of: candidates))
  }

  /// Divides the parts with the greatest bounds until no bound exceeds what is attained by more than a share.
  private mutating func search(_ candidates: inout [Candidate], until share: Double, _ limit: Int) {
    var best = candidates.map(\.least).max() ?? 0
    while evaluator.effort < limit {
      let open = candidates.indices.filter { !candidates[$0].isFinal && candidates[$0].greatest > best * (1 + share) }
      guard let index = open.max(by: { candidates[$0].greatest < candidates[$1].greatest }) else { break }
      let whole = candidates[index]
      guard let middle = Subdivision.middle(whole.lower, whole.upper, least: 0x1p-48) else {
        candidates[index].isFinal = true
        continue
      }
      candidates[index] = candidate(from: whole.lower, to: middle)
      candidates.append(candidate(from: middle, to: whole.upper))
      best = max(best, candidates[index].least, candidates[candidates.count - 1].least)
      if candidates.count > 256 { candidates.removeAll { $0.greatest < best } }
    }
  }

  /// The places of the parts that may have the greatest derivative. Neighbours are joined.
  private func ranges(of candidates: [Candidate]) -> [ClosedRange<Double>] {
    let best = candidates.map(\.least).max() ?? 0
    let places = candidates.filter { $0.greatest > best || $0.greatest == best && !$0.isStrict }
    var ranges: [ClosedRange<Double>] = []
    for place in places.map(\.places).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, last.upperBound.isFinite,
        place.lowerBound - last.upperBound <= 0x1p-40 * max(1, last.upperBound.magnitude)
      {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, place.upperBound)
      } else {
        ranges.append(place)
      }
    }
    return ranges
  }

  /// The part of a short range in which the greatest derivative lies: to its left the magnitude rises, to its right it
  /// falls. nil if this could not be proved.
  private mutating func refined(_ range: ClosedRange<Double>) -> Candidate? {
    var (left, right) = (range.lowerBound, range.upperBound)
    let whole = evaluator.jet(over: RealInterval(left, right))
    guard whole.slope.isDefined, whole.slope.isContinuous, whole.bend.isDefined,
      whole.slope.values.isPositive || whole.slope.values.isNegative
    else { return nil }
    let sign = whole.slope.values.isPositive ? 1.0 : -1
    for side in [-1.0, 1] {
      var step = (right - left) / 2
      let least = 0x1p-50 * max(left.magnitude, right.magnitude)
      var rest = 256
      while step > least, right - left > least, rest > 0 {
        rest -= 1
        let box = side < 0 ? RealInterval(left, left + step) : RealInterval(right - step, right)
        let bend = evaluator.jet(over: box).bend.values * RealInterval(-side * sign)
        if bend.isNotNegative, side < 0 ? left + step <= right : left <= right - step {
          if side < 0 { left += step } else { right -= step }
        } else {
          step /= 2
        }
      }
    }
    let slope = evaluator.jet(over: RealInterval(left, right)).slope.values.absolute
    return Candidate(
      lower: range.lowerBound, upper: range.upperBound, places: left...right, least: slope.lower.value,
      greatest: slope.upper.value, isFinal: true)
  }

  private mutating func candidate(of tail: Tail) -> Candidate {
    let far = tail.side * .infinity
    let start = tail.side * tail.start
    let (lower, upper) = (min(start, far), max(start, far))
    let near = slope(beside: start, tail.side).absolute
    var result = Candidate(
      lower: lower, upper: upper, places: lower...upper, least: near.lower.value, greatest: tail.slopes.magnitude,
      isFinal: true)
    if let limit = tail.slopeLimit?.absolute {
      result.least = max(near.lower.value, limit.lower.value)
      result.greatest = min(result.greatest, max(near.upper.value, limit.upper.value))
      // A derivative that falls far out is greatest at the start, and one that rises at infinity.
      if near.lower.value > limit.upper.value { result.places = start...start }
      let isRising =
        near.upper.value < limit.lower.value || tail.hasStrictSlope && near.upper.value == limit.lower.value
      if isRising, limit.upper.value < .infinity { result.places = far...far }
    }
    return result
  }

  /// The values of the derivative beside a place, with the place itself where the derivative is continuous.
  private mutating func slope(beside place: Double, _ side: Double) -> RealInterval {
    let other = place + side * max(place.ulp, .leastNormalMagnitude) * 4
    let (lower, upper) = (min(place, other), max(place, other))
    let closed = evaluator.slope(over: RealInterval(lower, upper))
    if closed.isDefined, closed.isContinuous { return closed.values }
    let open = evaluator.slope(over: RealInterval(above: lower, below: upper)).values
    return open.isEmpty ? .whole : RealInterval(open.lower.value, open.upper.value)
  }

  private mutating func candidate(from lower: Double, to upper: Double) -> Candidate {
    let jet = evaluator.jet(over: RealInterval(above: lower, below: upper))
    let values = jet.slope.values.absolute
    var result = Candidate(
      lower: lower, upper: upper, places: lower...upper, least: max(values.lower.value, 0),
      greatest: values.upper.value, isStrict: values.upper.isOpen)
    let isMonotone =
      jet.slope.isDefined && jet.slope.isContinuous && jet.bend.isDefined
      && (jet.bend.values.isNotNegative || jet.bend.values.isNotPositive)
    let (first, last) = (slope(beside: lower, 1).absolute, slope(beside: upper, -1).absolute)
    result.least = max(result.least, first.lower.value, last.lower.value)
    if isMonotone {
      let greatest = max(first.upper.value, last.upper.value)
      if greatest <= result.greatest {
        result.greatest = greatest
        result.isStrict = [first, last].allSatisfy { $0.upper.value < greatest || $0.upper.isOpen }
        result.isFinal = true
        // The greatest magnitude is at an end.
        if first.lower.value > last.upper.value { result.places = lower...lower }
        if last.lower.value > first.upper.value { result.places = upper...upper }
      }
    } else if !jet.slope.isDefined {
      result.greatest = .infinity
    } else {
      let centre = evaluator.slope(over: RealInterval(lower + (upper - lower) / 2))
      // A place at which the derivative is continuous has neighbours with nearly the same.
      if centre.isDefined, centre.isContinuous { result.least = max(result.least, centre.values.absolute.lower.value) }
    }
    return result
  }
}
