/// The real constants of a formula, each known by an enclosure and by the operations that made it.
///
/// Two constants that are made by the same operations are the same number, although their enclosures do not tell it, and
/// of multiples of one constant the sums and ratios are known. So what cancels in a formula cancels here.
final class ConstantTable {
  /// The way in which a constant is made.
  private enum Origin: Hashable {
    case number(UInt64)
    case named(String)
    case unary(String, Int)
    case binary(String, Int, Int)
    /// A product of powers of other constants: their indices, each with its exponent.
    case monomial([Int])
    /// A multiple of another constant, with the bits of the factor.
    case multiple(UInt64, Int)
  }

  /// A constant as a floating-point multiple of a constant that is no such number.
  private typealias Multiple = (factor: Double, base: Int)

  private var places: [Origin: Int] = [:]
  private(set) var enclosures: [RealInterval] = []
  private var multiples: [Int: Multiple] = [:]
  private var monomials: [Int: [Int: Int]] = [:]
  /// The squares of the constants that are square roots of positive constants.
  private var squares: [Int: Int] = [:]
  /// The number 1.
  private var one = 0
  /// The number of terms of expansions that have been joined, which measures the work.
  var joinedTerms = 0

  init() { one = number(1) }

  private func add(_ origin: Origin, _ enclosure: RealInterval) -> Int {
    if let place = places[origin] { return place }
    if enclosure.isPoint, !enclosure.isEmpty, origin != .number(enclosure.lower.value.bitPattern) {
      let place = number(enclosure.lower.value)
      places[origin] = place
      return place
    }
    enclosures.append(enclosure)
    places[origin] = enclosures.count - 1
    return enclosures.count - 1
  }

  /// A constant as a multiple. A number with many digits is a power of two times a whole number, so that its multiples
  /// have a common base even if they are no floating-point numbers.
  private func multiple(_ constant: Int) -> Multiple {
    guard let value = exactValue(of: constant) else { return multiples[constant] ?? (1, constant) }
    if value == value.rounded(), value.magnitude < 0x1p30 { return (value, one) }
    var whole = value.significand
    var exponent = Double(sign: value.sign, exponent: value.exponent, significand: 1)
    while whole != whole.rounded(), exponent.magnitude > 0x1p-900 { (whole, exponent) = (whole * 2, exponent / 2) }
    return value == 0 || whole < 0x1p30 || exponent.magnitude > 0x1p900 ? (value, one) : (exponent, number(whole))
  }

  private func constant(_ factor: Double, _ base: Int) -> Int {
    if factor == 1 { return base }
    if factor == 0 { return number(0) }
    // 9 · (1/9) is 1.
    for (atom, exponent) in (monomials[base] ?? [:]).sorted(by: { $0.key < $1.key }) where exponent < 0 {
      guard let divisor = exactValue(of: atom) else { continue }
      let ratio = RealInterval(factor) / RealInterval(divisor)
      if ratio.isPoint { return constant(ratio.lower.value, monomial(powers(base), [atom: 1], sign: 1)) }
    }
    let place = add(.multiple(factor.bitPattern, base), enclosures[base] * RealInterval(factor))
    if exactValue(of: place) == nil { multiples[place] = (factor, base) }
    return place
  }

  /// The constant that is a floating-point number.
  func number(_ value: Double) -> Int {
    // Both zeros are the same real number.
    let value = value + 0
    return add(.number(value.bitPattern), value.isFinite ? RealInterval(value) : .empty)
  }

  /// A constant that is known by its enclosure, such as 2/√π.
  func named(_ name: String, _ enclosure: RealInterval) -> Int { add(.named(name), enclosure) }

  /// The constant if it is a floating-point number.
  func exactValue(of constant: Int) -> Double? {
    let enclosure = enclosures[constant]
    return enclosure.isPoint ? enclosure.lower.value : nil
  }

  func apply(_ function: ElementaryFunction, _ operand: Int) -> Int {
    let enclosure = function.values(over: enclosures[operand])
    let isKnown = enclosure.isEmpty || function.isDefined(over: enclosures[operand])
    return add(.unary(function.rawValue, operand), isKnown ? enclosure : .whole)
  }

  /// A constant that follows from another by some operation of which the enclosure is known.
  func derived(_ name: String, from operand: Int, _ enclosure: RealInterval) -> Int {
    add(.unary(name, operand), enclosure)
  }

  func negated(_ operand: Int) -> Int {
    let (factor, base) = multiple(operand)
    return constant(-factor, base)
  }

  func sum(_ left: Int, _ right: Int) -> Int {
    if exactValue(of: left) == 0 { return right }
    if exactValue(of: right) == 0 { return left }
    let (first, second) = (multiple(left), multiple(right))
    if first.base == second.base, let factor = RealInterval.exactSum(first.factor, second.factor) {
      return constant(factor, first.base)
    }
    let enclosure = enclosures[left] + enclosures[right]
    // Of the two signs of a sum, that in which the first base has a positive factor is kept.
    if first.base != second.base, !enclosure.isPoint, (first.base < second.base ? first : second).factor < 0 {
      return negated(sum(negated(left), negated(right)))
    }
    return add(.binary("+", min(left, right), max(left, right)), enclosure)
  }

  func product(_ left: Int, _ right: Int) -> Int {
    let (first, second) = (multiple(left), multiple(right))
    if let factor = RealInterval.exactProduct(first.factor, second.factor) {
      return constant(factor, plainProduct(first.base, second.base))
    }
    return plainProduct(left, right)
  }

  private func plainProduct(_ left: Int, _ right: Int) -> Int { monomial(powers(left), powers(right), sign: 1) }

  /// The powers of constants that a constant is the product of.
  private func powers(_ constant: Int) -> [Int: Int] { monomials[constant] ?? (constant == one ? [:] : [constant: 1]) }

  /// The product of powers with other powers, or their quotient. Only what is known to be different from zero cancels.
  private func monomial(_ first: [Int: Int], _ second: [Int: Int], sign: Int) -> Int {
    let powers = first.merging(second.mapValues { $0 * sign }) { $0 + $1 }
    if let reduced = reducingRoots(in: powers) { return reduced }
    let isKnown = second.keys.allSatisfy { first[$0] == nil || !enclosures[$0].contains(0) && !enclosures[$0].isEmpty }
    let sorted = powers.filter { $0.value != 0 || !isKnown }.sorted { $0.key < $1.key }
    if sorted.isEmpty { return one }
    if sorted.count == 1, sorted[0].value == 1 { return sorted[0].key }
    var (numerator, denominator) = (RealInterval.one, RealInterval.one)
    for (atom, exponent) in sorted {
      if exponent > 0 { numerator = numerator * enclosures[atom].power(exponent) }
      if exponent < 0 { denominator = denominator * enclosures[atom].power(-exponent) }
      if exponent == 0 { (numerator, denominator) = (numerator * enclosures[atom], denominator * enclosures[atom]) }
    }
    let place = add(.monomial(sorted.flatMap { [$0.key, $0.value] }), numerator / denominator)
    if exactValue(of: place) == nil {
      monomials[place] = Dictionary(uniqueKeysWithValues: sorted.map { ($0.key, $0.value) })
    }
    return place
  }

  /// A product in which a square root has an exponent other than 0 and 1, with such a one: a / √a is √a. Nil for other
  /// products.
  private func reducingRoots(in powers: [Int: Int]) -> Int? {
    let roots = powers.filter { squares[$0.key] != nil && !(0...1).contains($0.value) }
    guard let root = roots.keys.min(), let square = squares[root], let exponent = roots[root] else { return nil }
    let half = exponent >> 1
    guard half.magnitude <= 8 else { return nil }
    var rest = powers
    rest[root] = exponent - 2 * half == 0 ? nil : 1
    var result = monomial(rest, [:], sign: 1)
    for _ in 0..<half.magnitude { result = half > 0 ? product(result, square) : quotient(result, square) }
    return result
  }

  func quotient(_ left: Int, _ right: Int) -> Int {
    if exactValue(of: right) == 0 { return number(.nan) }
    let (first, second) = (multiple(left), multiple(right))
    let ratio = RealInterval(first.factor) / RealInterval(second.factor)
    return ratio.isPoint
      ? constant(ratio.lower.value, plainQuotient(first.base, second.base)) : plainQuotient(left, right)
  }

  private func plainQuotient(_ left: Int, _ right: Int) -> Int { monomial(powers(left), powers(right), sign: -1) }

  func power(_ base: Int, _ exponent: Int) -> Int {
    let place = add(
      .binary("^", base, exponent),
      RealInterval.power(enclosures[base], enclosures[exponent]))
    if exactValue(of: exponent) == 0.5, exactValue(of: place) == nil, enclosures[base].isPositive {
      squares[place] = base
    }
    return place
  }
}

extension RealInterval {
  /// The power of positive numbers, exp(v log u); of a whole exponent also that of others.
  static func power(_ base: RealInterval, _ exponent: RealInterval) -> RealInterval {
    if exponent.isPoint {
      let power = exponent.lower.value
      if power == 0 { return .one }
      if power == power.rounded(), power.magnitude <= 1_000 {
        let whole = base.power(Int(power.magnitude))
        return power > 0 ? whole : .one / whole
      }
      if power == 0.5 { return base.squareRoot }
    }
    guard base.isPositive || base.isNotNegative && exponent.isPositive else { return .whole }
    let logarithm = ElementaryFunction.log.values(over: base)
    guard !logarithm.isEmpty else { return .zero }
    let result = ElementaryFunction.exp.values(over: exponent * logarithm)
    return base.isPositive ? result : result.hull(.zero)
  }
}
