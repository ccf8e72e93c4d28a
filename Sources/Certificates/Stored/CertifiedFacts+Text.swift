extension CertifiedFacts {
  /// The facts as a line of nine fields that are separated by tabs, from which the same facts are read again.
  ///
  /// Numbers are written in the shortest form that is read back exactly, what is not known is a question mark.
  package var text: String {
    func truth(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "?" }
    func number(_ number: ProvedNumber) -> String { "\(number.lower) \(number.upper)" }
    func bound(_ bound: CertifiedBound) -> String {
      switch bound {
      case .attained(let value, let place): "attained \(number(value)) \(number(place))"
      case .approached(let value, let place): "approached \(number(value)) \(place)"
      case .enclosed(let value): "enclosed \(number(value))"
      case .unbounded: "unbounded"
      case .notKnown: "?"
      }
    }
    func asymptote(_ asymptote: CertifiedAsymptote) -> String {
      switch asymptote {
      case .line(let slope, let intercept): "line \(number(slope)) \(number(intercept))"
      case .none: "none"
      case .notKnown: "?"
      }
    }
    let lipschitz =
      switch lipschitzConstant {
      case .constant(let value, let places):
        (["constant \(number(value))"] + places.map { "\($0.lowerBound) \($0.upperBound)" }).joined(separator: " ")
      case .none: "none"
      case .notKnown: "?"
      }
    let pieces =
      monotonePieces.map { pieces in
        pieces.map { "\(number($0.start)) \(number($0.end)) \($0.trend)" }.joined(separator: ";")
      } ?? "?"
    return [
      bound(infimum), bound(supremum), lipschitz, pieces, truth(isMonotone), truth(isContinuous),
      truth(isDefinedEverywhere), asymptote(left), asymptote(right),
    ].joined(separator: "\t")
  }

  /// Reads facts from their text.
  ///
  /// - Returns: nil if the text is none of facts.
  package init?(_ text: Substring) {
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(Words.init)
    guard fields.count == 9, let infimum = fields[0].bound, let supremum = fields[1].bound,
      let lipschitzConstant = fields[2].lipschitzConstant, let monotonePieces = fields[3].pieces,
      let isMonotone = fields[4].truth, let isContinuous = fields[5].truth, let isDefined = fields[6].truth,
      let left = fields[7].asymptote, let right = fields[8].asymptote
    else { return nil }
    self.init(
      infimum: infimum, supremum: supremum, lipschitzConstant: lipschitzConstant, monotonePieces: monotonePieces,
      isMonotone: isMonotone, isContinuous: isContinuous, isDefinedEverywhere: isDefined, left: left, right: right)
  }
}

/// A field of a text of facts: a word and the numbers behind it.
private struct Words {
  private let text: Substring
  private let word: Substring
  private let numbers: [Double]

  init(_ text: Substring) {
    self.text = text
    let words = text.split(separator: " ")
    word = words.first ?? ""
    numbers = words.dropFirst().compactMap { Double($0) }
  }

  private func number(_ place: Int) -> ProvedNumber {
    ProvedNumber(lower: numbers[place], upper: numbers[place + 1])
  }

  var bound: CertifiedBound? {
    switch (word, numbers.count) {
    case ("attained", 4): .attained(number(0), at: number(2))
    case ("approached", 3): .approached(number(0), at: numbers[2])
    case ("enclosed", 2): .enclosed(number(0))
    case ("unbounded", 0): .unbounded
    case ("?", 0): .notKnown
    default: nil
    }
  }

  var lipschitzConstant: CertifiedLipschitzConstant? {
    switch (word, numbers.count) {
    case ("constant", 2...):
      let places = stride(from: 2, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
      guard numbers.count.isMultiple(of: 2), places.allSatisfy(<=) else { return nil }
      return .constant(number(0), at: places.map { $0.0...$0.1 })
    case ("none", 0): return CertifiedLipschitzConstant.none
    case ("?", 0): return .notKnown
    default: return nil
    }
  }

  /// The pieces; a second nil if they are not known.
  var pieces: [MonotonePiece]?? {
    if text == "?" { return .some(nil) }
    var pieces: [MonotonePiece] = []
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ")
      let ends = words.dropLast().compactMap { Double($0) }
      guard ends.count == 4, let trend = words.last.flatMap({ Trend(rawValue: String($0)) }) else { return nil }
      pieces.append(
        MonotonePiece(
          start: ProvedNumber(lower: ends[0], upper: ends[1]), end: ProvedNumber(lower: ends[2], upper: ends[3]),
          trend: trend))
    }
    return .some(pieces)
  }

  /// Whether something holds; a second nil if it is not known.
  var truth: Bool?? {
    switch text {
    case "yes": .some(true)
    case "no": .some(false)
    case "?": .some(nil)
    default: nil
    }
  }

  var asymptote: CertifiedAsymptote? {
    switch (word, numbers.count) {
    case ("line", 4): .line(slope: number(0), intercept: number(2))
    case ("none", 0): CertifiedAsymptote.none
    case ("?", 0): .notKnown
    default: nil
    }
  }
}
