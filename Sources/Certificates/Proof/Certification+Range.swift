extension Certification {
  /// The least upper bound of a part of the values, or that of the negated values.
  private struct Part {
    /// An enclosure of the bound.
    var bound: RealInterval
    /// Whether it is a value; nil if that is not known.
    var isAttained: Bool?
    var place: ProvedNumber
  }

  var supremum: CertifiedBound { bound(sign: 1) }

  var infimum: CertifiedBound { bound(sign: -1).negated }

  /// The least upper bound of the values times a sign.
  private func bound(sign: Double) -> CertifiedBound {
    let parts = parts(sign: sign)
    guard !parts.isEmpty else { return .notKnown }
    if parts.contains(where: { $0.bound.isInfinite && $0.bound.lower.value > 0 }) { return .unbounded }
    let upper = parts.map(\.bound.upper.value).max() ?? .infinity
    let lower = parts.map(\.bound.lower.value).max() ?? -.infinity
    guard upper < .infinity else { return .notKnown }
    let number = ProvedNumber(lower: lower + 0, upper: upper + 0)
    let candidates = parts.filter { $0.bound.upper.value >= lower }
    let sure = candidates.filter { $0.isAttained == true && $0.bound.lower.value == upper }
    let attained = sure.isEmpty ? candidates.filter { $0.isAttained == true } : sure
    if !sure.isEmpty || attained.count == candidates.count {
      let (first, last) = (attained.map(\.place.lower).min() ?? 0, attained.map(\.place.upper).max() ?? 0)
      return .attained(number, at: ProvedNumber(lower: first + 0, upper: last + 0))
    }
    if candidates.allSatisfy({ $0.isAttained == false }), let first = candidates.first {
      return .approached(number, at: first.place.lower)
    }
    return .enclosed(number)
  }

  private func parts(sign: Double) -> [Part] {
    var parts: [Part] = []
    var evaluator = evaluator
    func signed(_ values: RealInterval) -> RealInterval { sign > 0 ? values : -values }
    func place(_ x: Double) -> ProvedNumber { ProvedNumber(lower: x, upper: x) }
    for joint in joints where joint.isContinuous != true && joint.isDefined != false {
      var bound = signed(joint.possible)
      if joint.value == nil { bound = bound.hull(RealInterval(-.infinity)) }
      parts.append(Part(bound: bound, isAttained: joint.value == nil ? nil : true, place: place(joint.place)))
    }
    for (index, stretch) in stretches.enumerated() where !stretch.value.values.isEmpty {
      let (before, after) = (joints[index], joints[index + 1])
      let range = ProvedNumber(lower: stretch.lower, upper: stretch.upper)
      let middle = evaluator.value(over: RealInterval(stretch.lower + (stretch.upper - stretch.lower) / 2))
      // What is known without the course: no value is above the enclosure, and that in the middle is one.
      let least = middle.isDefined ? signed(middle.values).lower.value : -.infinity
      let coarse = RealInterval(least, signed(stretch.value.values).upper.value)
      let isCompact = stretch.isRegular && before.isContinuous == true && after.isContinuous == true
      switch stretch.trend {
      case .constant: parts.append(Part(bound: signed(middle.values), isAttained: true, place: range))
      case .increasing, .decreasing:
        let isAfter = (stretch.trend == .increasing) == (sign > 0)
        let end = isAfter ? after : before
        if let limit = isAfter ? after.before : before.after {
          let isAttained: Bool? = end.isContinuous == true ? true : stretch.isStrict ? false : nil
          parts.append(Part(bound: signed(limit), isAttained: isAttained, place: place(end.place)))
        } else {
          parts.append(Part(bound: coarse, isAttained: isCompact ? true : nil, place: range))
        }
      case nil:
        let isAttained = isCompact || stretch.isTurn ? true : nil as Bool?
        parts.append(Part(bound: coarse, isAttained: isAttained, place: range))
      }
    }
    for (tail, joint) in [(left, joints.first), (right, joints.last)] where !tail.values.isEmpty {
      parts.append(part(of: tail, from: joint, sign: sign))
    }
    return parts
  }

  private func part(of tail: Tail, from joint: Joint?, sign: Double) -> Part {
    func signed(_ values: RealInterval) -> RealInterval { sign > 0 ? values : -values }
    let far = tail.side * .infinity
    let range = ProvedNumber(lower: min(tail.side * tail.start, far), upper: max(tail.side * tail.start, far))
    let inner = tail.side > 0 ? joint?.after : joint?.before
    let least = inner.map { signed($0).lower.value } ?? -.infinity
    let coarse = Part(
      bound: RealInterval(least, max(least, signed(tail.values).upper.value)), isAttained: nil, place: range)
    guard tail.isRegular, let trend = tail.trend else { return coarse }
    let isContinuous = joint?.isContinuous == true
    if trend == .constant { return inner.map { Part(bound: signed($0), isAttained: true, place: range) } ?? coarse }
    let grows = (trend == .increasing) == (sign * tail.side > 0)
    if grows, let limit = tail.limit {
      return Part(
        bound: signed(limit), isAttained: tail.isStrict ? false : nil, place: ProvedNumber(lower: far, upper: far))
    }
    if !grows, let inner, let joint {
      let isAttained: Bool? = isContinuous ? true : tail.isStrict ? false : nil
      return Part(
        bound: signed(inner), isAttained: isAttained, place: ProvedNumber(lower: joint.place, upper: joint.place))
    }
    return coarse
  }
}

extension CertifiedBound {
  /// The bound of the negated values.
  fileprivate var negated: CertifiedBound {
    func negated(_ number: ProvedNumber) -> ProvedNumber {
      ProvedNumber(lower: -number.upper + 0, upper: -number.lower + 0)
    }
    return switch self {
    case .attained(let number, let place): .attained(negated(number), at: place)
    case .approached(let number, let place): .approached(negated(number), at: place)
    case .enclosed(let number): .enclosed(negated(number))
    case .unbounded, .notKnown: self
    }
  }
}
