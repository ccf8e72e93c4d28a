import PortableMath

/// How a gated pair multiplies a function of one normal number a by another normal number b, which is independent of a.
public enum GateForm: String, Sendable, Hashable {
  /// f(a) · b, as in SwiGLU.
  case plain
  /// f(a) · (clamp(b, −7, 7) + 1), as in GPT-OSS.
  case clamped

  /// The product as people read it.
  public var formula: String {
    switch self {
    case .plain: "f(a) · b"
    case .clamped: "f(a) · (clamp(b, −7, 7) + 1)"
    }
  }

  /// A short form of the product, for labels.
  package var symbol: String {
    switch self {
    case .plain: "f(a) · b"
    case .clamped: "f(a) · (b + 1)"
    }
  }

  /// The values of b for which a figure draws the product over a; that for the first is f(a) itself.
  package var shownNumbers: [Double] {
    switch self {
    case .plain: [1, -1, 0.5, 2]
    case .clamped: [0, -2, 1, 2]
    }
  }

  /// The greatest magnitude of b that has an effect on a clamped pair.
  private static let limit = 7.0

  /// The factor by which f(a) is multiplied.
  package func factor(of b: Double) -> Double {
    switch self {
    case .plain: b
    case .clamped: max(-Self.limit, min(b, Self.limit)) + 1
    }
  }

  /// The mean of the factor for a normal b.
  var mean: Double { self == .plain ? 0 : 1 }

  /// The variance of the factor for a normal b.
  ///
  /// With the normal density φ and distribution Φ, that of clamp(b, −c, c) is 1 − 2cφ(c) + 2(c² − 1)Φ(−c).
  var variance: Double {
    guard self == .clamped else { return 1 }
    let c = Self.limit
    // 1 / √(2π)
    let density = 0.3989422804014327 * Double.exp(-c * c / 2)
    return 1 - 2 * c * density + (c * c - 1) * Double.erfc(c * 0.7071067811865476)
  }

  /// The probability that the factor for a normal b is at most a number.
  func probability(upTo number: Lanes) -> Lanes {
    let inverseRoot = Lanes(-0.7071067811865476)
    switch self {
    case .plain: return Lanes(0.5) * Lanes.erfc(inverseRoot * number)
    case .clamped:
      let inside = Lanes(0.5) * Lanes.erfc(inverseRoot * (number - Lanes(1)))
      let isBelow = number .< Lanes(1 - Self.limit)
      return Lanes.select(isBelow, Lanes(0), Lanes.select(number .>= Lanes(1 + Self.limit), Lanes(1), inside))
    }
  }
}
