import Activations

/// The places at which a condition in an expression changes, so that the function may not be smooth there.
struct ExpressionSwitches {
  /// The places in increasing order, each once.
  private(set) var positions: [Double] = []
  /// The distance from zero up to which all places are known. There may be others farther out.
  private(set) var radius = 0.0
  /// The pieces between the places within the inner radius, from left to right. Settled conditions do not change within
  /// one.
  private(set) var pieces: [ExpressionPiece] = []
  /// The expression, with nodes for the quantities that its conditions depend on.
  private(set) var graph: ExpressionGraph
  /// The indices of the nodes that the value depends on, in order, its own last.
  let needed: [Int]
  /// Whether all changes of a node's condition within the inner radius are known.
  private(set) var isSettled: [Bool] = []

  /// The inner radius, which is that of the integrals of exact moments.
  static let innerRadius = QuadraturePlan.outerEnd
  /// The greatest distance from zero at which places are searched.
  static let outerRadius = 0x1p20
  /// The greatest number of places in one part of the line. If there are more, the search gives up.
  static let placeLimit = 1 << 13
  /// The distance between samples where no search with certainty is possible.
  private static let sampleStep = 0x1p-8
  /// The number of enclosures that may be computed for the inner part, and for each other part.
  private static let (innerBudget, outerBudget) = (1 << 20, 1 << 15)

  init(of graph: ExpressionGraph, result: Int) {
    self.graph = graph
    let quantities = self.graph.addSwitchingQuantities(upTo: result)
    needed = Self.needed(for: result, in: graph)
    let sites = needed.map { (site: $0, quantities: quantities[$0]) }
    var part = Part(of: self.graph, from: -Self.innerRadius, to: Self.innerRadius, budget: Self.innerBudget)
    part.cut(sites)
    pieces = part.pieces
    isSettled = part.isSettled
    positions = part.positions
    guard part.isComplete else { return }
    radius = Self.innerRadius
    while radius < Self.outerRadius {
      let next = min(radius * 4, Self.outerRadius)
      var places: [Double] = []
      for (lower, upper) in [(-next, -radius), (radius, next)] {
        var part = Part(of: self.graph, from: lower, to: upper, budget: Self.outerBudget)
        part.cut(sites)
        guard part.isComplete else { return }
        places += part.positions
      }
      positions = (places + positions).sorted()
      guard positions.count <= Self.placeLimit else { return }
      radius = next
    }
  }

  /// Whether a divisor in the expression is zero at a place, up to rounding errors.
  func hasVanishingDivisor(at place: Double) -> Bool {
    let divisors = needed.compactMap { node in
      if case .binary(.quotient, _, let right) = graph.nodes[node] { right } else { nil as Int? }
    }
    guard !divisors.isEmpty else { return false }
    let values = graph.values(at: place)
    return divisors.contains { values[$0].magnitude < 0x1p-30 }
  }

  /// The indices of the nodes that a result depends on, in order.
  private static func needed(for result: Int, in graph: ExpressionGraph) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: result + 1)
    isNeeded[result] = true
    for place in (0...result).reversed() where isNeeded[place] {
      for operand in graph.nodes[place].operands { isNeeded[operand] = true }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }

  /// A part of the line, divided into pieces wherever a condition changes.
  private struct Part {
    let graph: ExpressionGraph
    var pieces: [ExpressionPiece]
    var isSettled: [Bool]
    var positions: [Double] = []
    var isComplete = true
    private var budget: Int

    init(of graph: ExpressionGraph, from lower: Double, to upper: Double, budget: Int) {
      self.graph = graph
      self.budget = budget
      pieces = [ExpressionPiece(lower: lower, upper: upper, of: graph)]
      isSettled = [Bool](repeating: false, count: graph.nodes.count)
    }

    /// Divides the pieces at the changes of all conditions. Inner operations come first, so that within the resulting
    /// pieces the quantities of outer operations are smooth.
    mutating func cut(_ sites: [(site: Int, quantities: [SwitchingQuantity])]) {
      var enclosures = [Enclosure](repeating: Enclosure(constant: 0), count: graph.nodes.count)
      var known: [SwitchingQuantity: Bool] = [:]
      for (site, quantities) in sites {
        isSettled[site] = true
        for quantity in quantities {
          if known[quantity] == nil { known[quantity] = cut(by: quantity, &enclosures) }
          if known[quantity] == false { (isSettled[site], isComplete) = (false, false) }
        }
      }
      positions = Self.merged(positions.sorted())
    }

    /// Merges places that differ by rounding errors into one: the number with the fewest decimal digits among them.
    private static func merged(_ positions: [Double]) -> [Double] {
      var merged: [Double] = []
      var start = 0
      for end in positions.indices.map({ $0 + 1 }) {
        let last = positions[end - 1]
        if end < positions.count, positions[end] - last <= 0x1p-44 * max(1, last.magnitude) { continue }
        merged.append(start == end - 1 ? last : simplest(from: positions[start], to: last))
        start = end
      }
      return merged
    }

    private static func simplest(from lower: Double, to upper: Double) -> Double {
      var power = 1.0
      for _ in 0...15 {
        let number = (lower * power).rounded(.up) / power
        if lower <= number, number <= upper { return number + 0 }
        power *= 10
      }
      return lower
    }

    private mutating func cut(by quantity: SwitchingQuantity, _ enclosures: inout [Enclosure]) -> Bool {
      if graph.constantValue(of: quantity.node) != nil { return true }
      var search = SwitchingSearch(for: quantity, of: graph, isSettled: isSettled, budget: budget)
      var isFound = true
      for piece in pieces where isFound { isFound = search.search(piece, &enclosures) }
      budget = max(search.budget, 0)
      let isCertain = isFound
      if !isFound {
        search = SwitchingSearch(for: quantity, of: graph, isSettled: isSettled, budget: 0)
        isFound = pieces.allSatisfy { search.sample($0, step: ExpressionSwitches.sampleStep) }
      }
      guard isFound, positions.count + search.cuts.count <= 2 * ExpressionSwitches.placeLimit else { return false }
      guard !search.cuts.isEmpty else { return isCertain }
      positions = Array(Set(positions + search.cuts.map { $0.position + 0 }))
      let ends = Set(search.cuts.map(\.before)).sorted()
      var next = ends[...]
      pieces = pieces.flatMap { piece -> [ExpressionPiece] in
        var parts: [ExpressionPiece] = []
        var lower = piece.lower
        while let end = next.first, end < piece.upper {
          next.removeFirst()
          guard end >= lower else { continue }
          parts.append(ExpressionPiece(lower: lower, upper: end, of: graph))
          lower = end.nextUp
        }
        if parts.isEmpty { return [piece] }
        return parts + [ExpressionPiece(lower: lower, upper: piece.upper, of: graph)]
      }
      return isCertain
    }
  }
}
