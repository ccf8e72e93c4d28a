/// A real number that is proved to lie between two floating-point numbers.
public struct ProvedNumber: Sendable, Equatable {
  /// A number that is not above it.
  public let lower: Double
  /// A number that is not below it.
  public let upper: Double

  /// Makes the number between two bounds.
  public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }

  /// A number within the bounds, the nearest one if the bounds are neighbours.
  public var value: Double {
    if lower == upper { return lower }
    // Zero is a likely value where the bounds are on both sides of it.
    if lower <= 0, upper >= 0 { return 0 }
    return lower / 2 + upper / 2
  }

  /// The distance between the bounds.
  public var width: Double { upper - lower }

  /// Whether the number is finite and known to seven digits.
  package var isSharp: Bool {
    lower.isFinite && upper.isFinite && (lower == upper || width <= 1e-7 * max(lower.magnitude, upper.magnitude))
  }
}

/// The greatest lower or least upper bound of a function's values.
public enum CertifiedBound: Sendable, Equatable {
  /// The function has this value at the place, and none beyond it.
  case attained(ProvedNumber, at: ProvedNumber)
  /// The function comes as near to the number as one likes, and does not reach it. The place, which need not be the only
  /// one, is −∞, ∞ or a place at which the function jumps.
  case approached(ProvedNumber, at: Double)
  /// The bound is this number; whether the function has the value is not known.
  case enclosed(ProvedNumber)
  /// There is no bound.
  case unbounded
  /// Nothing is proved.
  case notKnown

  /// The bound where it is proved that there is one.
  public var number: ProvedNumber? {
    switch self {
    case .attained(let number, _), .approached(let number, _), .enclosed(let number): number
    case .unbounded, .notKnown: nil
    }
  }

  /// Whether there is a bound; nil where it is not known.
  public var exists: Bool? {
    switch self {
    case .attained, .approached, .enclosed: true
    case .unbounded: false
    case .notKnown: nil
    }
  }
}

/// The Lipschitz constant of a function: the least upper bound of |f(x) − f(y)| / |x − y|, which is that of |f′|.
public enum CertifiedLipschitzConstant: Sendable, Equatable {
  /// The constant, and the places outside of which |f′| is proved to stay below it. A place at which |f′| comes near to
  /// the constant without reaching it has an infinite end.
  case constant(ProvedNumber, at: [ClosedRange<Double>])
  /// There is none: the function jumps, or its derivative grows without bound.
  case none
  /// Nothing is proved.
  case notKnown

  /// The constant where it is proved that there is one.
  public var number: ProvedNumber? { if case .constant(let number, _) = self { number } else { nil } }

  /// The one place, which may be infinite, at which |f′| is greatest; nil where there are several, such as a whole
  /// interval, or where it is not known to nine digits.
  public var place: Double? {
    guard case .constant(_, let places) = self, places.count == 1, let range = places.first else { return nil }
    if range.lowerBound == range.upperBound { return range.lowerBound }
    let place = ProvedNumber(lower: range.lowerBound, upper: range.upperBound)
    return place.width <= 1e-9 * max(1, place.lower.magnitude) ? place.value : nil
  }
}

/// The course of a function over an interval.
public enum Trend: String, Sendable, Equatable {
  /// f(x) ≤ f(y) for all x < y of the interval.
  case increasing
  /// f(x) ≥ f(y) for all x < y of the interval.
  case decreasing
  /// f(x) = f(y) for all x and y of the interval.
  case constant
}

/// An interval over which a function is proved to be monotonic and continuous.
public struct MonotonePiece: Sendable, Equatable {
  /// The left end, which may be −∞.
  public let start: ProvedNumber
  /// The right end, which may be ∞.
  public let end: ProvedNumber
  /// The course between the ends.
  public let trend: Trend
}

/// What is proved of a function far out on one side.
public enum CertifiedAsymptote: Sendable, Equatable {
  /// f(x) − (slope · x + intercept) tends to zero.
  case line(slope: ProvedNumber, intercept: ProvedNumber)
  /// No line is approached.
  case none
  /// Nothing is proved.
  case notKnown
}

/// What is proved of an activation function by interval arithmetic. Each fact is proved to hold, proved not to hold, or
/// not known.
///
/// The facts are those of the mathematical function on the set on which it is defined, not of rounded numbers: exp has
/// no upper bound. Numbers in a formula count as written in double precision, π and e too. The formulas of the catalogue's
/// functions are those of the articles; Softplus with an invisible threshold is log(1 + exp(βx)) / β everywhere.
///
/// ```swift
/// let facts = CertifiedFacts(of: gelu)
/// facts.infimum             // .attained(−0.1699712074…, at: −0.7517915246…)
/// facts.supremum            // .unbounded
/// facts.lipschitzConstant   // .constant(1.1289042…, at: [1.4142135…])
/// facts.monotonePieces      // decreasing to −0.7517915246…, increasing from there on
/// facts.left                // .line(slope: 0, intercept: 0)
/// ```
///
/// All sums, products, quotients and roots are rounded outwards. Of the elementary functions of `PortableReal`, whose
/// errors are measured and not proved, values are widened by eight times the largest error that was found.
public struct CertifiedFacts: Sendable, Equatable {
  /// The greatest lower bound of the values.
  public let infimum: CertifiedBound
  /// The least upper bound of the values.
  public let supremum: CertifiedBound
  /// The least Lipschitz constant.
  public let lipschitzConstant: CertifiedLipschitzConstant
  /// The intervals over which the function is monotonic, from left to right; nil where they are not all known. Together
  /// they cover the line but for their uncertain ends. The function is not continuous between two of them where it jumps.
  public let monotonePieces: [MonotonePiece]?
  /// Whether the function is nondecreasing or nonincreasing everywhere; nil where it is not known.
  public let isMonotone: Bool?
  /// Whether the function is continuous everywhere; nil where it is not known.
  public let isContinuous: Bool?
  /// Whether the function is defined for every x; nil where it is not known.
  public let isDefinedEverywhere: Bool?
  /// The asymptote for x → −∞.
  public let left: CertifiedAsymptote
  /// The asymptote for x → ∞.
  public let right: CertifiedAsymptote

  /// Whether the values have a lower bound; nil where it is not known.
  public var isBoundedBelow: Bool? { infimum.exists }
  /// Whether the values have an upper bound; nil where it is not known.
  public var isBoundedAbove: Bool? { supremum.exists }
  /// Whether the values have both bounds; nil where it is not known.
  public var isBounded: Bool? {
    if infimum.exists == false || supremum.exists == false { return false }
    return infimum.exists == true && supremum.exists == true ? true : nil
  }

  /// The facts of a function of which nothing is proved.
  static let notKnown = CertifiedFacts(
    infimum: .notKnown, supremum: .notKnown, lipschitzConstant: .notKnown, monotonePieces: nil, isMonotone: nil,
    isContinuous: nil, isDefinedEverywhere: nil, left: .notKnown, right: .notKnown)
}
