import Activations

/// What is known of the derivative of a function over a range.
enum CurveSlope: Equatable {
  /// The curve consists of straight lines with these slopes.
  case straight([CurveSlope.Piece])
  /// The derivative has an extremum that it takes at one place or two, or over an interval.
  case extreme(Extremum)
  /// The derivative grows without bound near some places or, if the function never rises, falls without bound.
  case unbounded(near: [Double], isGreatest: Bool)

  /// A part of the curve that is straight.
  struct Piece: Equatable {
    let from: Double
    var to: Double
    let slope: Double
  }

  /// The greatest derivative or, of a function that never rises, the least.
  struct Extremum: Equatable {
    let isGreatest: Bool
    let slope: Double
    /// One place, or two of the same derivative, in increasing order.
    let places: [Double]
    /// −1 or 1 if the derivative only approaches the number from the left or the right of the only place, and otherwise 0.
    let side: Int
    /// The end of the interval that begins at the only place, if the derivative is the same all over it.
    let end: Double?
  }
}

extension CurveShape {
  /// The greatest number of straight parts that are listed.
  private static let mostPieces = 4

  /// What is known of the derivative; nil if not all breakpoints are known, or the function has no values.
  func slope(of function: ActivationFunction) -> CurveSlope? {
    guard isComplete, !stretches.isEmpty else { return nil }
    if let pieces = straightPieces { return .straight(pieces) }
    let isGreatest = runs.contains { $0.direction == .rising } || !runs.contains { $0.direction == .falling }
    let sign = isGreatest ? 1.0 : -1
    var found: [Candidate] = []
    var poles: [Double] = []
    for stretch in stretches {
      let points = stretch.points
      if let slope = stretch.straightSlope {
        found.append(Candidate(place: points[0].x, slope: slope * sign, end: points[points.count - 1].x, side: 0))
        continue
      }
      for end in [points[0], points[points.count - 1]] where end.slope.isInfinite || end.y.isInfinite {
        // The sign of the slope is that of its neighbour.
        let near = end == points[0] ? points[1] : points[points.count - 2]
        if near.slope * sign > 0, poles.last != end.x { poles.append(end.x) }
      }
      found += candidates(on: points.filter { $0.slope.isFinite && $0.y.isFinite }, of: function, sign: sign)
    }
    if !poles.isEmpty { return .unbounded(near: poles, isGreatest: isGreatest) }
    guard let best = found.map(\.slope).max() else { return nil }
    let places = found.filter { best - $0.slope <= 1e-12 * best.magnitude }
    if let interval = places.first(where: { $0.end != nil }), let end = interval.end {
      guard places.allSatisfy({ (interval.place...end).contains($0.place) }) else { return nil }
      return .extreme(.init(isGreatest: isGreatest, slope: best * sign, places: [interval.place], side: 0, end: end))
    }
    // A place between two parts is found as the end of one and the beginning of the other.
    var distinct: [Candidate] = []
    for place in places {
      if distinct.last?.place == place.place { distinct.removeLast() }
      distinct.append(place)
    }
    guard distinct.count == 1 || distinct.count == 2 && places.allSatisfy({ $0.side == 0 }) else { return nil }
    return .extreme(
      .init(
        isGreatest: isGreatest, slope: best * sign, places: distinct.map(\.place),
        side: places.count == 1 ? places[0].side : 0, end: nil))
  }

  /// A place at which the derivative, or its opposite, is greater than beside it.
  private struct Candidate {
    var place: Double
    var slope: Double
    /// The end of the interval over which the derivative is the same.
    var end: Double?
    /// −1 or 1 for the end or the beginning of a part of the curve inside of the range, and otherwise 0.
    var side: Int
  }

  /// The maxima of the derivative times a sign along the points of a part of the curve.
  private func candidates(on points: [CurvePoint], of function: ActivationFunction, sign: Double) -> [Candidate] {
    var found: [Candidate] = []
    for index in points.indices {
      let (slope, place) = (points[index].slope * sign, points[index].x)
      let (before, after) = (max(index - 1, 0), min(index + 1, points.count - 1))
      guard slope >= points[before].slope * sign, slope >= points[after].slope * sign else { continue }
      let isInner = range.lowerBound < place && place < range.upperBound
      let side = !isInner ? 0 : before == index ? 1 : after == index ? -1 : 0
      found.append(Candidate(place: place, slope: slope, end: nil, side: side))
      guard before < index, index < after else { continue }
      let peak = Self.peak(between: points[before].x, and: points[after].x) { function.derivative(at: $0) * sign }
      if peak.height >= slope {
        found[found.count - 1] = Candidate(place: peak.place, slope: peak.height, end: nil, side: 0)
      }
    }
    return found
  }

  /// The straight parts of a curve that consists of them alone; nil if it does not, or has too many of them.
  private var straightPieces: [CurveSlope.Piece]? {
    var pieces: [CurveSlope.Piece] = []
    for stretch in stretches {
      guard let slope = stretch.straightSlope else { return nil }
      let end = stretch.points[stretch.points.count - 1].x
      if let last = pieces.last, last.slope == slope, last.to == stretch.points[0].x {
        pieces[pieces.count - 1].to = end
      } else {
        pieces.append(.init(from: stretch.points[0].x, to: end, slope: slope))
      }
    }
    return pieces.count <= Self.mostPieces ? pieces : nil
  }

  /// The place between two numbers at which a quantity with one maximum is greatest, by golden section.
  private static func peak(
    between start: Double, and end: Double, of quantity: (Double) -> Double
  ) -> (place: Double, height: Double) {
    let ratio = 0.6180339887498949
    var (lower, upper) = (start, end)
    var (left, right) = (upper - ratio * (upper - lower), lower + ratio * (upper - lower))
    var (first, second) = (quantity(left), quantity(right))
    for _ in 0..<32 {
      if first >= second {
        (upper, right, second) = (right, left, first)
        left = upper - ratio * (upper - lower)
        first = quantity(left)
      } else {
        (lower, left, first) = (left, right, second)
        right = lower + ratio * (upper - lower)
        second = quantity(right)
      }
    }
    let peak = first >= second ? (place: left, height: first) : (place: right, height: second)
    // A maximum is so flat that its place is found to some 8 digits. Of the places as good as it, the roundest is taken.
    let round = peak.place.rounded(to: 1e-6 * (end - start))
    let height = quantity(round)
    return height >= peak.height - 1e-13 * peak.height.magnitude ? (round, height) : peak
  }
}
