import Activations
import PortableMath

/// The panels between the switching places of an expression, so small that every operation is nearly a polynomial of
/// low degree over each of them.
///
/// No feature of the function, however narrow, can then be hidden between the nodes of a quadrature rule.
struct ExpressionPanels {
  private let switches: ExpressionSwitches
  private let graph: ExpressionGraph
  private var enclosures: [Enclosure]
  /// The number of enclosures that may still be computed.
  private var budget = 1 << 21
  private(set) var panels: [QuadraturePanel] = []
  /// Whether the expression is NaN or infinite over a whole panel.
  private(set) var isUndefinedSomewhere = false

  /// The greatest number of panels.
  private static let panelLimit = 1 << 14
  /// Panels narrower than this, or than this relative to x, are not halved.
  private static let leastWidth = 0x1p-24
  /// The least distance from zero of a panel's ends.
  private static let nearestToZero = 0x1p-60

  init(between switches: ExpressionSwitches) {
    self.switches = switches
    graph = switches.graph
    enclosures = [Enclosure](repeating: Enclosure(constant: 0), count: graph.nodes.count)
  }

  /// Adds the panels of a piece, or of a part of it.
  ///
  /// - Returns: Whether that was possible within the limits.
  mutating func add(_ piece: ExpressionPiece, from lower: Double, to upper: Double) -> Bool {
    // A piece whose ends differ by rounding errors has no weight.
    guard upper - lower > 0x1p-44 * max(1, upper.magnitude) else { return true }
    // The squares of numbers very near zero underflow, and the interval around zero has no weight.
    var start = lower > 0 ? max(lower, Self.nearestToZero) : lower
    let upper = upper < 0 ? min(upper, -Self.nearestToZero) : upper
    while start < upper {
      let end = min(upper, start.rounded(.down) + 1)
      guard addPart(of: piece, from: start, to: end) else { return false }
      start = end
    }
    return true
  }

  private mutating func addPart(of piece: ExpressionPiece, from lower: Double, to upper: Double) -> Bool {
    var waiting = [QuadraturePanel(lower: lower, upper: upper)]
    while let panel = waiting.popLast() {
      budget -= switches.needed.count
      guard budget >= 0, panels.count < Self.panelLimit else { return false }
      let isNarrow = upper - lower <= 0 || panel.upper - panel.lower <= Self.leastWidth * max(1, panel.upper.magnitude)
      if let halves = panel.halves, !isNarrow, !isNearlyPolynomial(over: panel, in: piece) {
        waiting += [halves.1, halves.0]
        continue
      }
      panels.append(panel)
    }
    return true
  }

  /// Whether every operation is nearly a polynomial of low degree over a panel, or the panel has no weight.
  private mutating func isNearlyPolynomial(over panel: QuadraturePanel, in piece: ExpressionPiece) -> Bool {
    let x = Interval(lower: panel.lower, upper: panel.upper)
    var isNearlyPolynomial = true
    for place in switches.needed {
      enclosures[place] = graph.enclosure(
        of: place, enclosures, over: x, in: piece, isSettled: switches.isSettled[place])
      if isNearlyPolynomial { isNearlyPolynomial = self.isNearlyPolynomial(place, in: piece) }
    }
    let result = enclosures[switches.needed[switches.needed.count - 1]]
    if result.value.isEmpty || result.value.isPoint && result.value.lower.isInfinite && holdsTrueZero {
      isUndefinedSomewhere = true
    }
    if isNearlyPolynomial || result.value.isEmpty { return true }
    let nearest = max(0, panel.lower, -panel.upper)
    let size = 1 + result.value.magnitude * result.value.magnitude + result.slope.magnitude * result.slope.magnitude
    // So far out, even a narrow feature with infinite slopes has no weight.
    if size == .infinity { return nearest > 14 }
    return size * Double.exp(-0.5 * nearest * nearest) <= 0x1p-100
  }

  /// Whether a divisor, or the argument of a logarithm or a power, is zero because a constant piece was chosen, and not
  /// because terms cancelled.
  private var holdsTrueZero: Bool {
    switches.needed.contains { place in
      let base: Int
      switch graph.nodes[place] {
      case .unary(.log, let operand), .unary(.log2, let operand), .unary(.log10, let operand): base = operand
      case .binary(.quotient, _, let right): base = right
      case .binary(.pow, let left, _): base = left
      default: return false
      }
      guard enclosures[base].value == .zero else { return false }
      switch graph.nodes[base] {
      case .constant, .clamp, .choice, .selection, .binary(.min, _, _), .binary(.max, _, _): return true
      case .value(let function, _): return !graph.functions[function].breakpoints.isEmpty
      default: return false
      }
    }
  }

  private func isNearlyPolynomial(_ place: Int, in piece: ExpressionPiece) -> Bool {
    func bounds(_ node: Int) -> Interval { enclosures[node].value }
    switch graph.nodes[place] {
    case .variable, .constant, .selection, .choice, .clamp, .slope, .bend: return true
    case .unary(let operation, let operand):
      let inner = bounds(operand)
      switch operation {
      case .negation, .inversion, .abs, .sign, .floor, .ceil, .round, .trunc: return true
      case .sin, .cos: return inner.width <= 4
      // The exponential is less than 10⁻⁵² throughout.
      case .exp where inner.upper < -120: return true
      case .sqrt, .log, .log2, .log10:
        return Self.isNearlyPolynomial(inner.withSign(of: piece.values[operand])) { operation.number(of: $0) }
      default: return Self.isNearlyPolynomial(inner) { operation.number(of: $0) }
      }
    case .binary(let operation, let left, let right):
      switch operation {
      case .quotient:
        return Self.isNearlyPolynomial(bounds(right).withSign(of: piece.values[right])) { 1 / $0 }
      case .pow where graph.isWholePower(right):
        let exponent = graph.constantValue(of: right) ?? 0
        return Self.isNearlyPolynomial(bounds(left)) { Double.pow($0, exponent) }
      case .pow:
        let base = bounds(left).withSign(of: piece.values[left])
        if let exponent = graph.constantValue(of: right) {
          return Self.isNearlyPolynomial(base) { Double.pow($0.magnitude, exponent) }
        }
        let logarithm = UnaryOperation.log.bounds(over: base)
        return Self.isNearlyPolynomial(base) { Double.log($0.magnitude) } && (logarithm * bounds(right)).width <= 4
      default: return true
      }
    case .value(let function, let operand):
      let function = graph.functions[function]
      return Self.isNearlyPolynomial(bounds(operand)) { function.value(at: $0) }
    }
  }

  /// Whether the fourth differences of seven evenly spaced values are small, which they are not if there is a step or a
  /// bend.
  private static func isNearlyPolynomial(_ operand: Interval, _ function: (Double) -> Double) -> Bool {
    guard !operand.isEmpty, !operand.isPoint, operand.width < .infinity else { return true }
    let values = (0...6).map { function(operand.lower + operand.width * Double($0) / 6) }
    guard values.allSatisfy(\.isFinite) else { return values.allSatisfy { !$0.isFinite } }
    let size = values.map(\.magnitude).max() ?? 0
    guard size > 0 else { return true }
    let shares = values.map { $0 / size }
    let range = (shares.max() ?? 0) - (shares.min() ?? 0)
    let worst =
      (0...2).map { start -> Double in
        zip(shares[start...(start + 4)], [1, -4, 6, -4, 1]).reduce(0) { $0 + $1.0 * $1.1 }.magnitude
      }.max() ?? 0
    return worst <= 0x1p-6 * range + 0x1p-48
  }
}
