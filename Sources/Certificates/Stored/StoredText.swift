/// The text of facts in a file, which is read with few operations: each figure of a function reads it.
///
/// A number is `=` and the sixteen hexadecimal digits of its bits, and a number between two others is `~` and the digits of
/// both. Each fact is a letter with its numbers: a bound is `attained`, `approached`, `enclosed`, `unbounded` or `?`.
struct StoredText {
  private let bytes: [UInt8]
  private var place: Int

  /// Begins to read at a place.
  init(_ bytes: [UInt8], from place: Int) { (self.bytes, self.place) = (bytes, place) }

  // MARK: - Writing

  /// Returns the text of facts on one line.
  static func text(of facts: CertifiedFacts) -> String {
    let pieces = facts.monotonePieces.map { pieces in
      "k\(digit(pieces.count))" + pieces.map { word(of: $0.trend) + text($0.start) + text($0.end) }.joined()
    }
    let truths = [facts.isMonotone, facts.isContinuous, facts.isDefinedEverywhere].map { truth in
      truth.map { $0 ? "y" : "n" } ?? "?"
    }
    return [
      text(facts.infimum), text(facts.supremum), text(facts.lipschitzConstant), pieces ?? "?", truths.joined(),
      text(facts.left), text(facts.right),
    ].joined()
  }

  private static func bits(_ value: Double) -> String {
    let digits = String(value.bitPattern, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func text(_ number: ProvedNumber) -> String {
    number.lower.bitPattern == number.upper.bitPattern
      ? "=" + bits(number.lower) : "~" + bits(number.lower) + bits(number.upper)
  }

  private static func text(_ bound: CertifiedBound) -> String {
    switch bound {
    case .attained(let number, let place): "a" + text(number) + text(place)
    case .approached(let number, let place): "p" + text(number) + bits(place)
    case .enclosed(let number): "e" + text(number)
    case .unbounded: "u"
    case .notKnown: "?"
    }
  }

  private static func text(_ constant: CertifiedLipschitzConstant) -> String {
    switch constant {
    case .constant(let number, let places):
      "c\(digit(places.count))" + text(number)
        + places.map { text(ProvedNumber(lower: $0.lowerBound, upper: $0.upperBound)) }.joined()
    case .none: "n"
    case .notKnown: "?"
    }
  }

  private static func text(_ asymptote: CertifiedAsymptote) -> String {
    switch asymptote {
    case .line(let slope, let intercept): "l" + text(slope) + text(intercept)
    case .none: "n"
    case .notKnown: "?"
    }
  }

  private static func word(of trend: Trend) -> String {
    switch trend {
    case .increasing: "r"
    case .decreasing: "f"
    case .constant: "c"
    }
  }

  /// A number of parts as one character, of which there are few.
  private static func digit(_ count: Int) -> String {
    String(decoding: [UInt8(ascii: "0") + UInt8(count)], as: UTF8.self)
  }

  // MARK: - Reading

  /// Reads facts; nil where the text is none of facts.
  mutating func facts() -> CertifiedFacts? {
    guard let infimum = bound(), let supremum = bound(), let lipschitz = lipschitzConstant(), let pieces = pieces(),
      let isMonotone = truth(), let isContinuous = truth(), let isDefined = truth(), let left = asymptote(),
      let right = asymptote()
    else { return nil }
    return CertifiedFacts(
      infimum: infimum, supremum: supremum, lipschitzConstant: lipschitz, monotonePieces: pieces,
      isMonotone: isMonotone, isContinuous: isContinuous, isDefinedEverywhere: isDefined, left: left, right: right)
  }

  private mutating func letter() -> UInt8 {
    guard place < bytes.count else { return 0 }
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func bits() -> Double? {
    guard place + 16 <= bytes.count else { return nil }
    var pattern: UInt64 = 0
    for byte in bytes[place..<place + 16] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      pattern = pattern << 4 | UInt64(digit)
    }
    place += 16
    return Double(bitPattern: pattern)
  }

  private mutating func number() -> ProvedNumber? {
    let kind = letter()
    guard kind == UInt8(ascii: "=") || kind == UInt8(ascii: "~"), let lower = bits() else { return nil }
    guard kind == UInt8(ascii: "~") else { return ProvedNumber(lower: lower, upper: lower) }
    return bits().map { ProvedNumber(lower: lower, upper: $0) }
  }

  private mutating func bound() -> CertifiedBound? {
    switch letter() {
    case UInt8(ascii: "a"):
      guard let value = number(), let place = number() else { return nil }
      return .attained(value, at: place)
    case UInt8(ascii: "p"):
      guard let value = number(), let place = bits() else { return nil }
      return .approached(value, at: place)
    case UInt8(ascii: "e"): return number().map { .enclosed($0) }
    case UInt8(ascii: "u"): return .unbounded
    case UInt8(ascii: "?"): return .notKnown
    default: return nil
    }
  }

  private mutating func lipschitzConstant() -> CertifiedLipschitzConstant? {
    switch letter() {
    case UInt8(ascii: "c"):
      let count = Int(letter()) - Int(UInt8(ascii: "0"))
      guard let value = number(), count >= 0 else { return nil }
      var places: [ClosedRange<Double>] = []
      for _ in 0..<count {
        guard let range = number(), range.lower <= range.upper else { return nil }
        places.append(range.lower...range.upper)
      }
      return .constant(value, at: places)
    case UInt8(ascii: "n"): return CertifiedLipschitzConstant.none
    case UInt8(ascii: "?"): return .notKnown
    default: return nil
    }
  }

  /// The pieces; a second nil where they are not known.
  private mutating func pieces() -> [MonotonePiece]?? {
    let kind = letter()
    guard kind != UInt8(ascii: "?") else { return .some(nil) }
    let count = Int(letter()) - Int(UInt8(ascii: "0"))
    guard kind == UInt8(ascii: "k"), count >= 0 else { return nil }
    var pieces: [MonotonePiece] = []
    for _ in 0..<count {
      let trend: Trend
      switch letter() {
      case UInt8(ascii: "r"): trend = .increasing
      case UInt8(ascii: "f"): trend = .decreasing
      case UInt8(ascii: "c"): trend = .constant
      default: return nil
      }
      guard let start = number(), let end = number() else { return nil }
      pieces.append(MonotonePiece(start: start, end: end, trend: trend))
    }
    return .some(pieces)
  }

  /// Whether something holds; a second nil where it is not known.
  private mutating func truth() -> Bool?? {
    switch letter() {
    case UInt8(ascii: "y"): .some(true)
    case UInt8(ascii: "n"): .some(false)
    case UInt8(ascii: "?"): .some(nil)
    default: nil
    }
  }

  private mutating func asymptote() -> CertifiedAsymptote? {
    switch letter() {
    case UInt8(ascii: "l"):
      guard let slope = number(), let intercept = number() else { return nil }
      return .line(slope: slope, intercept: intercept)
    case UInt8(ascii: "n"): return CertifiedAsymptote.none
    case UInt8(ascii: "?"): return .notKnown
    default: return nil
    }
  }
}
