/// The expansions of the nodes of a graph far out on one side, or near a place on one side.
struct TailEvaluation {
  private let graph: FormulaGraph
  let context: TailContext
  /// The expansion of x.
  private let variable: TailExpansion?
  private var known: [Int: TailExpansion?] = [:]

  /// Makes the expansions for x = ±t with t → ∞.
  ///
  /// - Parameter limit: The number of joined terms at which the work ends.
  init(of graph: FormulaGraph, side: Double, from start: Double, limit: Int) {
    self.graph = graph
    context = TailContext(constants: graph.constants, start: start, limit: limit)
    variable = TailExpansion(side, scale: TailScale(power: 1), in: context)
  }

  /// Makes the expansions for x = place ± 1/t with t → ∞, from a distance 1/start on.
  init(of graph: FormulaGraph, side: Double, nearing place: Double, from start: Double = 0x1p60, limit: Int) {
    self.graph = graph
    context = TailContext(constants: graph.constants, start: start, limit: limit)
    variable = TailExpansion(side, scale: TailScale(power: -1), in: context)
      .sum(TailExpansion(place, in: context), in: context)
  }

  /// The expansion of a node; nil if none was found. A function that has one is defined and continuous on the whole
  /// side from the start of the context on.
  mutating func expansion(of place: Int) -> TailExpansion? {
    if let known = known[place] { return known }
    let result = makeExpansion(of: place)
    known[place] = result
    return result
  }

  private mutating func makeExpansion(of place: Int) -> TailExpansion? {
    switch graph.nodes[place] {
    case .variable: return variable
    case .constant(let index):
      return context.constants.enclosures[index].isFinite ? TailExpansion(constant: index, in: context) : nil
    case .unary(let function, let operand): return expansion(of: operand)?.applying(function, in: context)
    case .sum(let left, let right): return pair(left, right) { $0.sum($1, in: $2) }
    case .difference(let left, let right): return pair(left, right) { $0.difference($1, in: $2) }
    case .product(let left, let right): return pair(left, right) { $0.product($1, in: $2) }
    case .quotient(let left, let right):
      return pair(left, right) { first, second, context in
        second.reciprocal(in: context).flatMap { first.product($0, in: context) }
      }
    case .wholePower(let base, let exponent):
      guard let base = expansion(of: base) else { return nil }
      var result = base
      for _ in 1..<exponent {
        guard let next = result.product(base, in: context) else { return nil }
        result = next
      }
      return result
    case .power(let base, let exponent):
      guard let base = expansion(of: base) else { return nil }
      if let index = graph.constantIndex(of: exponent) { return base.power(index, in: context) }
      return base.logarithm(in: context).flatMap { logarithm in
        expansion(of: exponent)?.product(logarithm, in: context)?.exponential(in: context)
      }
    case .minimum(let left, let right): return extreme(left, right, sign: -1)
    case .maximum(let left, let right): return extreme(left, right, sign: 1)
    case .modulo: return nil
    case .comparison(let comparison, let left, let right):
      guard let sign = pair(left, right, { $0.difference($1, in: $2) })?.sign(in: context) else { return nil }
      let holds =
        switch comparison {
        case .isLess: sign < 0
        case .isLessOrEqual: sign <= 0
        case .isEqual: sign == 0
        }
      return TailExpansion(holds ? 1 : 0, in: context)
    case .choice(let condition, let first, let second):
      guard let truth = expansion(of: condition)?.sign(in: context) else { return nil }
      return expansion(of: truth == 0 ? second : first)
    }
  }

  private mutating func pair(
    _ left: Int, _ right: Int, _ operation: (TailExpansion, TailExpansion, TailContext) -> TailExpansion?
  ) -> TailExpansion? {
    guard let first = expansion(of: left), let second = expansion(of: right) else { return nil }
    return operation(first, second, context)
  }

  private mutating func extreme(_ left: Int, _ right: Int, sign: Int) -> TailExpansion? {
    guard let first = expansion(of: left), let second = expansion(of: right),
      let difference = first.difference(second, in: context)
    else { return nil }
    if let found = difference.sign(in: context) { return found == sign ? first : second }
    return nil
  }
}
