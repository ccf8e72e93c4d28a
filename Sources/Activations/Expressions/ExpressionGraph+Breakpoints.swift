extension ExpressionGraph {
  /// Where something that an expression needs may break, as far as it is known: the zeros of what is switched on, and the
  /// breakpoints of catalogue functions, where their arguments are straight lines a · x + b, or pieces of a few of them.
  ///
  /// Nothing is known of the infinitely many steps of `floor`, or of what is switched on by a curve.
  func breakpointCandidates(upTo result: Int) -> [Double] {
    var lines: [[Line]] = []
    var candidates: Set<Double> = []
    func add(_ lines: [Line], at value: Double = 0) {
      for line in lines where line.slope != 0 {
        let place = (value - line.intercept) / line.slope
        // Zeros of both signs are one place.
        if place.isFinite { candidates.insert(place + 0) }
      }
    }
    for place in 0...result {
      let node = nodes[place]
      lines.append(Array(pieces(of: node, lines).prefix(4)))
      switch node {
      case .unary(.abs, let operand), .unary(.sign, let operand): add(lines[operand])
      case .binary(.min, let left, let right), .binary(.max, let left, let right),
        .binary(.isLess, let left, let right), .binary(.isLessOrEqual, let left, let right),
        .binary(.isEqual, let left, let right), .choice(_, let left, let right, _, _):
        add(pieces(of: .binary(.difference, left, right), lines))
      case .clamp(let operand, let low, let high):
        for bound in [low, high] { add(lines[operand], at: Double(bitPattern: bound)) }
      case .value(let function, let operand):
        for breakpoint in functions[function].breakpoints { add(lines[operand], at: breakpoint.position) }
      default: break
      }
    }
    return candidates.sorted()
  }

  /// The straight lines that a node may follow, given those of the nodes before it; none where it may be a curve.
  private func pieces(of node: Node, _ lines: [[Line]]) -> [Line] {
    switch node {
    case .variable: return [Line(slope: 1, intercept: 0)]
    case .constant(let bits): return [Line(slope: 0, intercept: Double(bitPattern: bits))]
    case .unary(.negation, let operand): return lines[operand].map { Line(slope: -$0.slope, intercept: -$0.intercept) }
    case .binary(.min, let left, let right), .binary(.max, let left, let right), .choice(_, _, _, let left, let right),
      .selection(_, let left, let right):
      return lines[left].isEmpty || lines[right].isEmpty ? [] : lines[left] + lines[right]
    case .clamp(let operand, let low, let high):
      let bounds = [low, high].map { Line(slope: 0, intercept: Double(bitPattern: $0)) }
      return lines[operand].isEmpty ? [] : lines[operand] + bounds
    case .binary(let operation, let left, let right):
      return lines[left].flatMap { left in lines[right].compactMap { left.combined(by: operation, with: $0) } }
    default: return []
    }
  }
}

/// slope · x + intercept.
private struct Line {
  var slope: Double
  var intercept: Double

  /// Nil where the result is no straight line.
  func combined(by operation: BinaryOperation, with other: Line) -> Line? {
    switch operation {
    case .sum: return Line(slope: slope + other.slope, intercept: intercept + other.intercept)
    case .difference: return Line(slope: slope - other.slope, intercept: intercept - other.intercept)
    case .product:
      guard slope == 0 || other.slope == 0 else { return nil }
      let slope = slope * other.intercept + intercept * other.slope
      return Line(slope: slope, intercept: intercept * other.intercept)
    case .quotient:
      guard other.slope == 0 else { return nil }
      return Line(slope: slope / other.intercept, intercept: intercept / other.intercept)
    default: return nil
    }
  }
}

extension ExpressionFunction {
  /// What happens at a place, judged by values and derivatives a trillionth to either side; nil where it is smooth.
  static func breakpoint(
    at place: Double, value: (Double) -> Double, derivative: (Double) -> Double
  ) -> Breakpoint? {
    let reach = max(place.magnitude, 1) * 0x1p-40
    let (before, after) = (value(place - reach), value(place + reach))
    let (slopeBefore, slopeAfter) = (derivative(place - reach), derivative(place + reach))
    let steepness = max(slopeBefore.magnitude, slopeAfter.magnitude)
    let size = max(before.magnitude, after.magnitude, value(place).magnitude)
    guard size.isFinite, steepness.isFinite else { return Breakpoint(.jump, at: place) }
    // Rounding, and as much as the slopes account for.
    let tolerance = 4 * reach * steepness + size * 0x1p-48
    if (after - before).magnitude > tolerance { return Breakpoint(.jump, at: place) }
    return (slopeAfter - slopeBefore).magnitude > 1e-9 * max(steepness, 0x1p-20) ? Breakpoint(.kink, at: place) : nil
  }
}
