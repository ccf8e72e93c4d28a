import Activations

/// Bounds of the value of a node and of its derivative with respect to x, for every x of an interval.
struct Enclosure: Equatable {
  var value: Interval
  /// The bounds of the derivative. The value may jump only if they are infinite.
  var slope: Interval

  init(value: Interval, slope: Interval) { (self.value, self.slope) = (value, slope) }

  /// The enclosure of a number that does not depend on x.
  init(constant: Double) { self.init(value: Interval(constant), slope: .zero) }

  /// The enclosure of a choice between two nodes, with a jump between them unless the choice is continuous.
  func hull(_ other: Enclosure, isContinuous: Bool = false) -> Enclosure {
    Enclosure(value: value.hull(other.value), slope: isContinuous ? slope.hull(other.slope) : .whole)
  }
}

/// An interval of x within which some of an expression's conditions are known not to change.
struct ExpressionPiece {
  /// The first and the last number of the interval.
  let lower: Double
  let upper: Double
  /// The value of each node in the middle of the interval.
  let values: [Double]

  init(lower: Double, upper: Double, of graph: ExpressionGraph) {
    (self.lower, self.upper) = (lower, upper)
    values = graph.values(at: lower + (upper - lower) / 2)
  }
}

extension ExpressionGraph {
  /// The value of every node at one number, computed by the operations that a program uses.
  func values(at x: Double) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(nodes.count)
    for node in nodes { values.append(value(of: node, values, at: x)) }
    return values
  }

  func value(of node: Node, _ values: [Double], at x: Double) -> Double {
    var result = 0.0
    switch node {
    case .variable: return x
    case .constant(let bits): return Double(bitPattern: bits)
    case .unary(let operation, let operand): operation.apply(Repeated(values[operand]), &result, count: 1)
    case .binary(let operation, let left, let right):
      operation.apply(Repeated(values[left]), Repeated(values[right]), &result, count: 1)
    case .selection(let condition, let first, let second):
      return values[condition] == 0 ? values[second] : values[first]
    case .choice(let comparison, let left, let right, let first, let second):
      return comparison.holds(values[left], values[right]) ? values[first] : values[second]
    case .clamp(let operand, let low, let high):
      let (number, low, high) = (values[operand], Double(bitPattern: low), Double(bitPattern: high))
      let raised = number < low ? low : number
      return high < raised ? high : raised
    case .value(let function, let operand): return functions[function].value(at: values[operand])
    case .slope(let function, let operand): return functions[function].derivative(at: values[operand])
    case .bend(let function, let operand): return functions[function].secondDerivative(at: values[operand])
    }
    return result
  }

  /// The bounds of a node over an interval of x that lies within a piece.
  ///
  /// - Parameters:
  ///   - enclosures: The enclosures of the nodes before it.
  ///   - isSettled: Whether the condition of the node is the same over the whole piece as in its middle.
  func enclosure(
    of place: Int, _ enclosures: [Enclosure], over x: Interval, in piece: ExpressionPiece, isSettled: Bool
  ) -> Enclosure {
    let values = piece.values
    switch nodes[place] {
    case .variable: return Enclosure(value: x, slope: Interval(1))
    case .constant(let bits): return Enclosure(constant: Double(bitPattern: bits))
    case .unary(let operation, let operand):
      var inner = enclosures[operand]
      if inner.slope == .zero, inner.value.isPoint { return Enclosure(constant: values[place]) }
      if isSettled {
        switch operation {
        case .abs, .log, .log2, .log10, .sqrt: inner.value = inner.value.withSign(of: values[operand])
        case .sign, .floor, .ceil, .round, .trunc: return Enclosure(constant: values[place])
        case .tan:
          let value = inner.value.increasing { operation.number(of: $0) }
          let slope = (Interval(1) + value.square) * inner.slope
          return Enclosure(value: value, slope: Interval(lower: slope.lower, upper: slope.upper))
        default: break
        }
      }
      let value = operation.bounds(over: inner.value)
      return Enclosure(value: value, slope: operation.slopes(over: inner.value, value: value).times(inner.slope))
    case .binary(let operation, let left, let right):
      return enclosure(
        of: operation, left, right, enclosures[left], enclosures[right], values, value: values[place],
        isSettled: isSettled)
    case .selection(let condition, let first, let second):
      let truth = enclosures[condition].value
      if !truth.contains(0) { return enclosures[first] }
      return truth == .zero ? enclosures[second] : enclosures[first].hull(enclosures[second])
    case .choice(let comparison, let left, let right, let first, let second):
      var truth = comparison.bounds(over: enclosures[left].value, enclosures[right].value)
      if isSettled { truth = Interval(comparison.holds(values[left], values[right]) ? 1 : 0) }
      if truth.isPoint { return truth.lower == 1 ? enclosures[first] : enclosures[second] }
      let isContinuous = first == left && second == right || first == right && second == left
      return enclosures[first].hull(enclosures[second], isContinuous: isContinuous)
    case .clamp(let operand, let low, let high):
      let (inner, low, high) = (enclosures[operand], Double(bitPattern: low), Double(bitPattern: high))
      if isSettled, values[operand] < low || values[operand] > high { return Enclosure(constant: values[place]) }
      let value = inner.value.increasing(isExact: true) { number in
        let raised = number < low ? low : number
        return high < raised ? high : raised
      }
      let isInside = isSettled || inner.value.lower >= low && inner.value.upper <= high
      return Enclosure(value: value, slope: isInside ? inner.slope : inner.slope.hull(.zero))
    case .value(let function, let operand):
      return functions[function].enclosure(over: enclosures[operand])
    case .slope, .bend:
      return Enclosure(value: .whole, slope: .whole)
    }
  }

  private func enclosure(
    of operation: BinaryOperation, _ left: Int, _ right: Int, _ first: Enclosure, _ second: Enclosure,
    _ values: [Double], value: Double, isSettled: Bool
  ) -> Enclosure {
    var (first, second) = (first, second)
    if first.slope == .zero, second.slope == .zero, first.value.isPoint, second.value.isPoint {
      return Enclosure(constant: value)
    }
    if left == right, operation == .product {
      return Enclosure(value: first.value.square, slope: Interval(2).times(first.value).times(first.slope))
    }
    if isSettled {
      switch operation {
      case .min where values[left] != values[right]: return values[left] < values[right] ? first : second
      case .max where values[left] != values[right]: return values[left] > values[right] ? first : second
      case .isLess, .isLessOrEqual, .isEqual: return Enclosure(constant: value)
      case .quotient: second.value = second.value.withSign(of: values[right])
      case .mod where values[right] != 0:
        // The integer quotient is that in the middle.
        let turns = Interval(((values[left] - value) / values[right]).rounded())
        let bounds = (first.value - turns * second.value).widened()
        guard !bounds.isEmpty else { break }
        return Enclosure(value: bounds, slope: first.slope - turns.times(second.slope))
      case .pow where !isWholePower(right): first.value = first.value.withSign(of: values[left])
      default: break
      }
    }
    let result = operation.bounds(over: first.value, second.value)
    return Enclosure(value: result, slope: operation.slopes(over: first, second, value: result))
  }
}

extension RealFunction {
  /// The bounds of f(u). The extremes lie at the ends of the interval and at the ends of monotonic pieces inside it.
  func enclosure(over operand: Enclosure) -> Enclosure {
    let inner = operand.value
    guard !inner.isEmpty else { return Enclosure(value: .empty, slope: .zero) }
    if inner.isPoint, operand.slope == .zero { return Enclosure(constant: value(at: inner.lower)) }
    let places = (breakpoints.map(\.position) + pieceBounds).filter { $0.isFinite && inner.contains($0) }
    var result = Interval(between: value(at: inner.lower), and: value(at: inner.upper), mayBeNaN: inner.mayBeNaN)
    for place in places {
      for x in [place.nextDown, place, place.nextUp] { result = result.hull(Interval(value(at: x))) }
    }
    // Within one piece the function is monotonic.
    var slope = Interval.whole
    let isInside = places.allSatisfy { $0 <= inner.lower || $0 >= inner.upper }
    if isInside, inner.lower < inner.upper {
      let (first, last) = (value(at: inner.lower.nextUp), value(at: inner.upper.nextDown))
      if first == last, result == Interval(lower: first, upper: first) { return Enclosure(constant: first) }
      if first <= last { slope = Interval(lower: 0, upper: .infinity) }
      if last < first { slope = Interval(lower: -.infinity, upper: 0) }
    }
    return Enclosure(value: result.widened(), slope: slope.times(operand.slope))
  }
}

extension Interval {
  /// The product of slopes, none of which is NaN.
  func times(_ other: Interval) -> Interval {
    let result = self * other
    return result.isEmpty ? .whole : Interval(lower: result.lower, upper: result.upper)
  }
}

extension UnaryOperation {
  /// The result of the operation for one number.
  func number(of x: Double) -> Double {
    var result = 0.0
    apply(Repeated(x), &result, count: 1)
    return result
  }
}

extension BinaryOperation {
  /// Whether a comparison holds between two numbers.
  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .isLess: left < right
    case .isLessOrEqual: left <= right
    case .isEqual: left == right
    default: false
    }
  }
}
