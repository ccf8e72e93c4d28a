/// What is proved of a node for all x of an interval.
struct Enclosure {
  /// A set that contains all values.
  var values: RealInterval
  /// Whether there is a value for every x.
  var isDefined = true
  /// Whether the value is a continuous function of x.
  var isContinuous = true
}

/// The enclosures of the nodes of a graph over an interval of x, which may be open and may have infinite ends.
///
/// The values of a derivative are those at the places where no condition changes.
struct BoxEvaluation {
  private let graph: FormulaGraph
  /// The nodes that results depend on, in order.
  private let places: [Int]
  private(set) var enclosures: [Enclosure]

  init(of graph: FormulaGraph, results: [Int]) {
    self.graph = graph
    var isNeeded = [Bool](repeating: false, count: graph.nodes.count)
    for result in results { isNeeded[result] = true }
    for place in isNeeded.indices.reversed() where isNeeded[place] {
      for operand in graph.operands(of: place) { isNeeded[operand] = true }
    }
    places = isNeeded.indices.filter { isNeeded[$0] }
    enclosures = [Enclosure](repeating: Enclosure(values: .empty), count: graph.nodes.count)
  }

  /// The number of operations that one evaluation takes.
  var cost: Int { places.count }

  subscript(place: Int) -> Enclosure { enclosures[place] }

  /// Evaluates all nodes over an interval of x.
  mutating func evaluate(over x: RealInterval) {
    for place in places { enclosures[place] = enclosure(of: graph.nodes[place], over: x) }
  }

  private func enclosure(of node: FormulaGraph.Node, over x: RealInterval) -> Enclosure {
    switch node {
    case .variable: return Enclosure(values: x)
    case .constant(let index):
      let values = graph.constants.enclosures[index]
      return Enclosure(values: values, isDefined: values.isFinite)
    case .unary(let function, let operand):
      let inner = enclosures[operand]
      return Enclosure(
        values: function.values(over: inner.values),
        isDefined: inner.isDefined && function.isDefined(over: inner.values),
        isContinuous: inner.isContinuous && function.isContinuous(over: inner.values))
    case .wholePower(let base, let exponent):
      var result = enclosures[base]
      result.values = result.values.power(exponent)
      return result
    case .sum(let left, let right): return combined(left, right, enclosures[left].values + enclosures[right].values)
    case .difference(let left, let right):
      return combined(left, right, left == right ? .zero : enclosures[left].values - enclosures[right].values)
    case .product(let left, let right):
      return combined(left, right, enclosures[left].values * enclosures[right].values)
    case .quotient(let left, let right):
      let (first, second) = (enclosures[left].values, enclosures[right].values)
      var result = combined(left, right, first / second)
      if !second.isPositive && !second.isNegative { result.isDefined = false }
      return result
    case .power(let base, let exponent): return power(base, exponent)
    case .minimum(let left, let right):
      let (first, second) = (enclosures[left].values, enclosures[right].values)
      return combined(left, right, -RealInterval.greater(-first, -second))
    case .maximum(let left, let right):
      return combined(left, right, RealInterval.greater(enclosures[left].values, enclosures[right].values))
    case .modulo(let left, let right): return modulo(left, right)
    case .comparison(let comparison, let left, let right): return truth(comparison, left, right)
    case .choice(let condition, let first, let second): return choice(condition, first, second)
    }
  }

  private func combined(_ left: Int, _ right: Int, _ values: RealInterval) -> Enclosure {
    let (first, second) = (enclosures[left], enclosures[right])
    return Enclosure(
      values: values, isDefined: first.isDefined && second.isDefined,
      isContinuous: first.isContinuous && second.isContinuous)
  }

  private func power(_ base: Int, _ exponent: Int) -> Enclosure {
    let (first, second) = (enclosures[base].values, enclosures[exponent].values)
    guard !first.isEmpty, !second.isEmpty else { return combined(base, exponent, .empty) }
    var result = combined(base, exponent, RealInterval.power(first, second))
    // Powers of negative numbers are known for whole exponents only, which are another node.
    let isKnown = first.isPositive || first.isNotNegative && second.isPositive
    if !isKnown {
      if second.isPoint, second.lower.value != second.lower.value.rounded(), first.upper.value > 0 {
        // For a constant exponent that is no whole number the others are not defined.
        let positive = RealInterval(above: 0, below: .infinity).intersection(first)
        result.values = RealInterval.power(positive, second)
        if second.isPositive { result.values = result.values.hull(.zero) }
      } else {
        result.values = .whole
      }
      result.isDefined = false
    }
    return result
  }

  private func modulo(_ left: Int, _ right: Int) -> Enclosure {
    let (first, second) = (enclosures[left].values, enclosures[right].values)
    let turns = ElementaryFunction.floor.values(over: first / second)
    let sign = second.isPositive || second.isNegative
    var result = combined(left, right, first - turns * second)
    if turns.isEmpty || !sign {
      result.values = first.isEmpty || second.isEmpty ? .empty : second.hull(.zero)
      result.isDefined = false
      result.isContinuous = false
      return result
    }
    result.values = result.values.intersection(second.hull(.zero))
    if !turns.isPoint { result.isContinuous = false }
    return result
  }

  /// A comparison. Where an operand is not defined, its result is not known: a quotient by zero is infinite if it is
  /// computed, and another number is not a number.
  private func truth(_ comparison: FormulaGraph.Comparison, _ left: Int, _ right: Int) -> Enclosure {
    let (first, second) = (enclosures[left], enclosures[right])
    guard first.isDefined, second.isDefined, !first.values.isEmpty, !second.values.isEmpty else {
      return Enclosure(values: RealInterval(0, 1), isDefined: false, isContinuous: false)
    }
    let distance = left == right ? RealInterval.zero : second.values - first.values
    let (always, never): (Bool, Bool) =
      switch comparison {
      case .isLess: (distance.isPositive, distance.isNotPositive)
      case .isLessOrEqual: (distance.isNotNegative, distance.isNegative)
      case .isEqual:
        (distance.isPoint && distance.lower.value == 0, distance.isPositive || distance.isNegative)
      }
    if always { return Enclosure(values: .one) }
    if never { return Enclosure(values: .zero) }
    return Enclosure(values: RealInterval(0, 1), isContinuous: false)
  }

  private func choice(_ condition: Int, _ first: Int, _ second: Int) -> Enclosure {
    let condition = enclosures[condition]
    if !condition.values.contains(0) { return enclosures[first] }
    if condition.values == .zero { return enclosures[second] }
    let (one, other) = (enclosures[first], enclosures[second])
    return Enclosure(
      values: one.values.hull(other.values), isDefined: condition.isDefined && one.isDefined && other.isDefined,
      isContinuous: false)
  }
}

extension RealInterval {
  /// The greater of two numbers.
  fileprivate static func greater(_ left: RealInterval, _ right: RealInterval) -> RealInterval {
    guard !left.isEmpty, !right.isEmpty else { return .empty }
    return RealInterval(
      lower: .greatest(left.lower, right.lower), upper: -End.least(-left.upper, -right.upper))
  }
}
