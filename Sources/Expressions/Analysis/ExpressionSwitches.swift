import Activations

/// Where along the line something in an expression switches: the places at which its function may break.
struct ExpressionSwitches {
  /// In increasing order, each once.
  private(set) var positions: [Double] = []
  /// How far from zero on both sides every place is known. Farther out there may be others.
  private(set) var radius = 0.0
  /// Between the switches, as far as the radius reaches, from left to right. Within each, nothing that is settled switches.
  private(set) var pieces: [ExpressionPiece] = []
  /// The expression, with what it switches on.
  private(set) var graph: ExpressionGraph
  /// The nodes that the value depends on, in order, itself last.
  let needed: [Int]
  /// Whether all that a node switches on is known over the innermost part of the line.
  private(set) var isSettled: [Bool] = []

  /// The innermost part of the line reaches so far: exact moments are integrals over it.
  static let innerRadius = QuadraturePlan.outerEnd
  /// Nothing is looked for farther out than this.
  static let outerRadius = 0x1p20
  /// Places in one part of the line; where there are more, they are not to be had.
  static let placeLimit = 1 << 13
  /// Where certainty is not to be had, passages are looked for between numbers at this distance.
  private static let sampleStep = 0x1p-8
  /// Bounds of nodes over intervals that may be computed for the innermost part, and for each of the others.
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

  /// Whether something is divided by what is zero at a place but for rounding.
  func hasVanishingDivisor(at place: Double) -> Bool {
    let divisors = needed.compactMap { node in
      if case .binary(.quotient, _, let right) = graph.nodes[node] { right } else { nil as Int? }
    }
    guard !divisors.isEmpty else { return false }
    let values = graph.values(at: place)
    return divisors.contains { values[$0].magnitude < 0x1p-30 }
  }

  /// The nodes that a result depends on, in order.
  private static func needed(for result: Int, in graph: ExpressionGraph) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: result + 1)
    isNeeded[result] = true
    for place in (0...result).reversed() where isNeeded[place] {
      for operand in graph.nodes[place].operands { isNeeded[operand] = true }
    }
    return isNeeded.indices.filter { isNeeded[$0] }
  }

  /// One part of the line, cut wherever something switches.
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

    /// Inner switches first: within the pieces that they leave, what is built on them is smooth.
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

    /// Places that only rounding tells apart are one: of the numbers among them that of the fewest decimal digits.
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
