/// A function far from zero on one side, as a sum of terms of falling size: coefficients times scales.
///
/// A coefficient is a constant of the table, or else any function of t whose values are enclosed. So limits, signs and
/// asymptotes far out are proved for all t from the start of the context on.
struct TailExpansion {
  struct Term {
    /// An enclosure of all values of the coefficient.
    var coefficient: RealInterval
    /// The index of the coefficient in the table if it is a constant.
    var constant: Int?
    var scale: TailScale
  }

  /// The terms; none for zero.
  private(set) var terms: [Term]

  static let zero = TailExpansion(terms: [])
  static let termLimit = 5

  private init(terms: [Term]) { self.terms = terms }

  init(constant: Int, scale: TailScale = .one, in context: TailContext) {
    let enclosure = context.constants.enclosures[constant]
    terms =
      context.constants.exactValue(of: constant) == 0
      ? [] : [Term(coefficient: enclosure, constant: constant, scale: scale)]
  }

  init(_ value: Double, scale: TailScale = .one, in context: TailContext) {
    self.init(constant: context.constants.number(value), scale: scale, in: context)
  }

  init(term: Term) { terms = [term] }

  /// Any function with these values.
  init(values: RealInterval, scale: TailScale = .one) {
    terms = values == .zero ? [] : [Term(coefficient: values, constant: nil, scale: scale)]
  }

  /// Joins terms of any order; nil if their order cannot be told.
  init?(joining all: [Term], in context: TailContext) {
    var terms: [Term] = []
    context.constants.joinedTerms += all.count
    guard context.constants.joinedTerms <= context.limit else { return nil }
    for term in all {
      guard !term.coefficient.isEmpty else { return nil }
      var place = terms.endIndex
      var isNew = true
      for (index, known) in terms.enumerated() {
        guard let order = context.order(of: term.scale, relativeTo: known.scale) else { return nil }
        if order == .smaller { continue }
        (place, isNew) = (index, order == .greater)
        break
      }
      if isNew {
        terms.insert(term, at: place)
      } else if let first = terms[place].constant, let second = term.constant {
        let sum = context.constants.sum(first, second)
        terms[place].constant = sum
        terms[place].coefficient = context.constants.enclosures[sum]
        if terms[place].coefficient == .zero { terms.remove(at: place) }
      } else {
        terms[place].constant = nil
        terms[place].coefficient = terms[place].coefficient + term.coefficient
      }
    }
    self.terms = terms
    while self.terms.count > Self.termLimit {
      let last = self.terms.removeLast()
      let previous = self.terms.count - 1
      guard let ratio = context.product(last.scale, self.terms[previous].scale, inverted: true),
        let values = context.values(of: ratio)
      else { return nil }
      self.terms[previous].constant = nil
      self.terms[previous].coefficient = self.terms[previous].coefficient + last.coefficient * values
    }
  }
}

extension TailExpansion {
  func sum(_ other: TailExpansion, in context: TailContext) -> TailExpansion? {
    TailExpansion(joining: terms + other.terms, in: context)
  }

  func product(_ other: TailExpansion, in context: TailContext) -> TailExpansion? {
    var result: [Term] = []
    for first in terms {
      for second in other.terms {
        guard let term = first.product(second, in: context) else { return nil }
        result.append(term)
      }
    }
    return TailExpansion(joining: result, in: context)
  }

  func negated(in context: TailContext) -> TailExpansion {
    TailExpansion(
      terms: terms.map { term in
        let constant = term.constant.map { context.constants.negated($0) }
        return Term(coefficient: -term.coefficient, constant: constant, scale: term.scale)
      })
  }

  /// The terms but the first.
  var rest: TailExpansion { TailExpansion(terms: Array(terms.dropFirst())) }

  /// The expansion divided by a scale, as one enclosure of its values; nil if it is not known to be bounded.
  func values(relativeTo scale: TailScale, in context: TailContext) -> RealInterval? {
    var result = RealInterval.zero
    for term in terms {
      guard let ratio = context.product(term.scale, scale, inverted: true), let values = context.values(of: ratio)
      else {
        return nil
      }
      result = result + term.coefficient * values
    }
    return result
  }

  func values(in context: TailContext) -> RealInterval? { values(relativeTo: .one, in: context) }

  /// The coefficient of the leading scale with all smaller terms included; zero for zero.
  func leadingValues(in context: TailContext) -> RealInterval? {
    guard let first = terms.first else { return .zero }
    return values(relativeTo: first.scale, in: context)
  }

  /// The sign of all values: −1, 0 or 1; nil if it is not known or changes.
  func sign(in context: TailContext) -> Int? {
    guard let values = leadingValues(in: context) else { return nil }
    return values.isPositive ? 1 : values.isNegative ? -1 : values == .zero ? 0 : nil
  }

  /// The limit far out.
  enum Limit: Equatable {
    /// A constant of the table.
    case constant(Int)
    /// Growth without bound to one side.
    case infinite(sign: Double)
  }

  /// The limit far out; nil if there is none, or if it is not known.
  func limit(in context: TailContext) -> Limit? {
    guard let first = terms.first else { return .constant(context.constants.number(0)) }
    switch context.order(of: first.scale) {
    case .smaller: return .constant(context.constants.number(0))
    case .equal: return first.constant.map { .constant($0) }
    case .greater:
      guard let sign = sign(in: context), sign != 0, !first.coefficient.contains(0), isBoundedAway(first) else {
        return nil
      }
      return .infinite(sign: Double(sign))
    case nil: return nil
    }
  }

  /// Whether the leading coefficient does not come near to zero.
  private func isBoundedAway(_ term: Term) -> Bool {
    term.constant != nil || term.coefficient.lower.value > 0 || term.coefficient.upper.value < 0
  }
}

extension TailExpansion.Term {
  func product(_ other: Self, in context: TailContext) -> Self? {
    guard let scale = context.product(scale, other.scale) else { return nil }
    if let first = constant, let second = other.constant {
      let product = context.constants.product(first, second)
      return Self(coefficient: context.constants.enclosures[product], constant: product, scale: scale)
    }
    return Self(coefficient: coefficient * other.coefficient, constant: nil, scale: scale)
  }
}
