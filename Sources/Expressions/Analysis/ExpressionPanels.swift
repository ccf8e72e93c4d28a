import Activations
import PortableMath

/// Cuts the line between the switches of an expression so finely that in each part everything it is made of changes
/// gently. Then no feature, however narrow, lies hidden between the nodes of a rule of quadrature.
struct ExpressionPanels {
  private let switches: ExpressionSwitches
  private let graph: ExpressionGraph
  private var enclosures: [Enclosure]
  /// Enclosures of nodes that may still be computed.
  private var budget = 1 << 21
  private(set) var panels: [QuadraturePanel] = []
  /// Whether the expression is no number, or infinite, all over some part.
  private(set) var isUndefinedSomewhere = false

  /// More panels are not made.
  private static let panelLimit = 1 << 14
  /// Parts narrower than this, or than this share of x, are not cut any further.
  private static let leastWidth = 0x1p-24
  private static let nearestToZero = 0x1p-60

  init(between switches: ExpressionSwitches) {
    self.switches = switches
    graph = switches.graph
    enclosures = [Enclosure](repeating: Enclosure(constant: 0), count: graph.nodes.count)
  }

  /// Adds the panels of one piece, of which a stretch may be left out at either end.
  ///
  /// - Returns: Whether that was possible with reasonable effort.
  mutating func add(_ piece: ExpressionPiece, from lower: Double, to upper: Double) -> Bool {
    // What only rounding keeps apart has no weight either.
    guard upper - lower > 0x1p-44 * max(1, upper.magnitude) else { return true }
    // Right beside zero numbers are so small that their squares vanish; nothing of weight lies there.
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
      if let halves = panel.halves, !isNarrow, !isGentle(over: panel, in: piece) {
        waiting += [halves.1, halves.0]
        continue
      }
      panels.append(panel)
    }
    return true
  }

  /// Whether every operation is nearly a polynomial of low degree over a panel, or the panel does not matter.
  private mutating func isGentle(over panel: QuadraturePanel, in piece: ExpressionPiece) -> Bool {
    let x = Interval(lower: panel.lower, upper: panel.upper)
    var isGentle = true
    for place in switches.needed {
      enclosures[place] = graph.enclosure(
        of: place, enclosures, over: x, in: piece, isSettled: switches.isSettled[place])
      if isGentle { isGentle = self.isGentle(place, in: piece) }
    }
    let result = enclosures[switches.needed[switches.needed.count - 1]]
    if result.value.isEmpty || result.value.isPoint && result.value.lower.isInfinite && holdsTrueZero {
      isUndefinedSomewhere = true
    }
    if isGentle || result.value.isEmpty { return true }
    let nearest = max(0, panel.lower, -panel.upper)
    let size = 1 + result.value.magnitude * result.value.magnitude + result.slope.magnitude * result.slope.magnitude
    // Beyond where even infinite slopes of a narrow feature would count.
    if size == .infinity { return nearest > 14 }
    return size * Double.exp(-0.5 * nearest * nearest) <= 0x1p-100
  }

  /// Whether what is divided by, or what a logarithm or a power is taken of, is zero because a piece was chosen where it is,
  /// and not because terms cancelled.
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

  private func isGentle(_ place: Int, in piece: ExpressionPiece) -> Bool {
    func bounds(_ node: Int) -> Interval { enclosures[node].value }
    switch graph.nodes[place] {
    case .variable, .constant, .selection, .choice, .clamp, .slope: return true
    case .unary(let operation, let operand):
      let inner = bounds(operand)
      switch operation {
      case .negation, .inversion, .abs, .sign, .floor, .ceil, .round, .trunc: return true
      case .sin, .cos: return inner.width <= 4
      // Less than 10⁻⁵² altogether.
      case .exp where inner.upper < -120: return true
      case .sqrt, .log, .log2, .log10:
        return Self.isGentle(inner.withSign(of: piece.values[operand])) { operation.number(of: $0) }
      default: return Self.isGentle(inner) { operation.number(of: $0) }
      }
    case .binary(let operation, let left, let right):
      switch operation {
      case .quotient:
        return Self.isGentle(bounds(right).withSign(of: piece.values[right])) { 1 / $0 }
      case .pow where graph.isWholePower(right):
        let exponent = graph.constantValue(of: right) ?? 0
        return Self.isGentle(bounds(left)) { Double.pow($0, exponent) }
      case .pow:
        let base = bounds(left).withSign(of: piece.values[left])
        if let exponent = graph.constantValue(of: right) {
          return Self.isGentle(base) { Double.pow($0.magnitude, exponent) }
        }
        let logarithm = UnaryOperation.log.bounds(over: base)
        return Self.isGentle(base) { Double.log($0.magnitude) } && (logarithm * bounds(right)).width <= 4
      default: return true
      }
    case .value(let function, let operand):
      let function = graph.functions[function]
      return Self.isGentle(bounds(operand)) { function.value(at: $0) }
    }
  }

  /// Whether seven values spread evenly over an interval have small fourth differences, which no step or bend leaves so.
  private static func isGentle(_ operand: Interval, _ function: (Double) -> Double) -> Bool {
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
