extension Certification {
  /// The pieces over which the function is monotonic; nil if its course is not known everywhere.
  var monotonePieces: [MonotonePiece]? {
    guard left.isRegular, right.isRegular, let first = left.trend, let last = right.trend else { return nil }
    var pieces: [MonotonePiece] = []
    var (start, trend) = (ProvedNumber(lower: -.infinity, upper: -.infinity), first)
    func end(at place: ProvedNumber) { pieces.append(MonotonePiece(start: start, end: place, trend: trend)) }
    var isAfterTurn = false
    for (index, stretch) in stretches.enumerated() {
      let joint = joints[index]
      if stretch.isTurn {
        let place = ProvedNumber(lower: stretch.lower, upper: stretch.upper)
        end(at: place)
        (start, isAfterTurn) = (place, true)
        continue
      }
      guard let next = stretch.trend else { return nil }
      if isAfterTurn {
        (trend, isAfterTurn) = (next, false)
      } else if next != trend || joint.isContinuous != true {
        guard joint.isContinuous != nil else { return nil }
        let place = ProvedNumber(lower: joint.place, upper: joint.place)
        end(at: place)
        (start, trend) = (place, next)
      }
    }
    if let joint = joints.last, last != trend || joint.isContinuous != true {
      guard joint.isContinuous != nil, !isAfterTurn else { return nil }
      let place = ProvedNumber(lower: joint.place, upper: joint.place)
      end(at: place)
      (start, trend) = (place, last)
    }
    end(at: ProvedNumber(lower: .infinity, upper: .infinity))
    return pieces
  }

  /// Whether the function is monotonic.
  func isMonotone(_ pieces: [MonotonePiece]?) -> Bool? {
    let segments =
      stretches.map { (trend: $0.trend, isStrict: $0.isStrict) } + [left, right].map { ($0.trend, $0.isStrict) }
    var rises = segments.contains { $0.trend == .increasing && $0.isStrict }
    var falls = segments.contains { $0.trend == .decreasing && $0.isStrict }
    let jumps = joints.filter { $0.isContinuous == false }
    var isKnown = true
    for jump in jumps {
      let steps = [jump.before, jump.value, jump.after].compactMap(\.self)
      for (first, second) in zip(steps, steps.dropFirst()) {
        if first.upper.value < second.lower.value { rises = true }
        if first.lower.value > second.upper.value { falls = true }
        let isOrdered = first.upper.value <= second.lower.value || first.lower.value >= second.upper.value
        if !isOrdered { isKnown = false }
      }
      if steps.count < 3 || steps.contains(where: \.isInfinite) { isKnown = false }
    }
    if rises && falls { return false }
    guard isKnown, let pieces, isDefinedEverywhere == true else { return nil }
    let isIncreasing = pieces.contains { $0.trend == .increasing }
    let isDecreasing = pieces.contains { $0.trend == .decreasing }
    return (isIncreasing || rises) && (isDecreasing || falls) ? nil : true
  }
}
