import Certificates

/// The words for what is proved of a function for all x, and not only over the range that a figure shows.
struct ProvedWords {
  private let facts: CertifiedFacts

  init(_ facts: CertifiedFacts) { self.facts = facts }

  /// Whether a turn of the curve is proved to be the least or the greatest value of all.
  func isExtreme(_ turn: CurvePoint, isMinimum: Bool) -> Bool {
    guard case .attained(let number, let place) = isMinimum ? facts.infimum : facts.supremum else { return false }
    return number.isSharp && String(inWords: number.value) == String(inWords: turn.y)
      && Self.contains(place.lower, place.upper, turn.x)
  }

  /// Whether a derivative is proved to be the greatest in magnitude of all.
  func isSteepest(_ extremum: CurveSlope.Extremum) -> Bool {
    guard case .constant(let number, let ranges) = facts.lipschitzConstant, number.isSharp, extremum.side == 0,
      extremum.end == nil, String(inWords: number.value) == String(inWords: extremum.slope.magnitude)
    else { return false }
    return extremum.places.allSatisfy { place in
      ranges.contains { Self.contains($0.lowerBound, $0.upperBound, place) }
    }
  }

  /// Whether a place of a curve, which is found to about nine digits, lies in an interval.
  private static func contains(_ lower: Double, _ upper: Double, _ place: Double) -> Bool {
    let slack = 1e-7 * max(1, place.magnitude)
    return lower - slack <= place && place <= upper + slack
  }

  /// A sentence such as `For all x it never falls, is always between 0 and 1, and is nowhere steeper than 0.25`; nil if
  /// nothing is proved beyond what is said already.
  ///
  /// - Parameters:
  ///   - told: The turns of the curve that are called its least and greatest value of all.
  ///   - tellsSlope: Whether the greatest magnitude of the derivative is told elsewhere.
  func sentence(after told: (least: Bool, greatest: Bool), tellsSlope: Bool) -> String? {
    let parts = [course, bounds(after: told), tellsSlope ? nil : slope].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return "For all x it \(parts.joined(with: parts.count > 2 ? ", and " : " and "))."
  }

  private var course: String? {
    guard facts.isMonotone == true, let pieces = facts.monotonePieces else { return nil }
    switch (pieces.contains { $0.trend == .increasing }, pieces.contains { $0.trend == .decreasing }) {
    case (true, false): return "never falls"
    case (false, true): return "never rises"
    default: return nil
    }
  }

  private func bounds(after told: (least: Bool, greatest: Bool)) -> String? {
    let least = told.least ? nil : text(of: facts.infimum)
    let greatest = told.greatest ? nil : text(of: facts.supremum)
    switch (least, greatest) {
    // A constant function is told by its course.
    case (let least?, let greatest?):
      return least.value == greatest.value ? nil : "is always between \(least.value) and \(greatest.value)"
    case (let least?, nil): return "is never below \(least.value)\(least.place)"
    case (nil, let greatest?): return "is never above \(greatest.value)\(greatest.place)"
    case (nil, nil): return nil
    }
  }

  private var slope: String? {
    guard let number = facts.lipschitzConstant.number, number.isSharp else { return nil }
    return "is nowhere steeper than \(String(inWords: number.value))"
  }

  /// A bound, and where the function takes it if that is one place; nil if it is not known to all digits that are told.
  private func text(of bound: CertifiedBound) -> (value: String, place: String)? {
    guard let number = bound.number, number.isSharp else { return nil }
    var place = ""
    if case .attained(_, let range) = bound, range.isSharp {
      place = ", its value at x = \(String(inWords: range.value))"
    }
    return (String(inWords: number.value), place)
  }
}
