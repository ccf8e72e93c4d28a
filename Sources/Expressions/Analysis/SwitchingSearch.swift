/// The search for all x at which a quantity crosses its levels within a piece of the line.
///
/// The piece is halved until interval bounds show that the quantity crosses no level in a part, or that it is monotonic
/// there, so that bisection down to two neighbouring numbers finds the crossing. A part where neither can be shown,
/// e.g. where a level is touched but not crossed, is sampled and searched for the nearest approach.
struct SwitchingSearch {
  /// A place between two neighbouring numbers.
  struct Cut: Equatable {
    /// The left one of the two numbers.
    let before: Double
    /// The one of the two numbers at which the quantity is nearer to its level.
    let position: Double
  }

  private let graph: ExpressionGraph
  private let quantity: SwitchingQuantity
  private let program: ExpressionProgram
  /// The indices of the nodes that the quantity depends on, its own last.
  private let ancestors: [Int]
  private let isSettled: [Bool]
  private(set) var cuts: [Cut] = []
  /// The number of enclosures that may still be computed, one per node and interval.
  private(set) var budget: Int

  /// Parts narrower than this, or than this relative to x, are not halved.
  private static let resolution = 0x1p-26
  /// The greatest number of crossings of one quantity; `floor(1000 * x)` has more.
  static let cutLimit = 1 << 14

  init(for quantity: SwitchingQuantity, of graph: ExpressionGraph, isSettled: [Bool], budget: Int) {
    self.graph = graph
    self.quantity = quantity
    self.isSettled = isSettled
    self.budget = budget
    program = ExpressionProgram(computing: quantity.node, of: graph)
    var isNeeded = [Bool](repeating: false, count: quantity.node + 1)
    isNeeded[quantity.node] = true
    for place in (0...quantity.node).reversed() where isNeeded[place] {
      for operand in graph.nodes[place].operands { isNeeded[operand] = true }
    }
    ancestors = isNeeded.indices.filter { isNeeded[$0] }
  }

  /// Adds the crossings within a piece.
  ///
  /// - Parameter enclosures: Memory for one enclosure per node.
  /// - Returns: Whether all were found. They were not if there are too many or the budget does not suffice.
  mutating func search(_ piece: ExpressionPiece, _ enclosures: inout [Enclosure]) -> Bool {
    guard piece.lower < piece.upper else { return true }
    if case .variable = graph.nodes[quantity.node], case .value(let level) = quantity.levels {
      addCrossing(of: level, between: piece.lower, and: piece.upper)
      return true
    }
    var waiting = [(lower: piece.lower, upper: piece.upper)]
    var narrow: [(lower: Double, upper: Double)] = []
    while let (lower, upper) = waiting.popLast() {
      budget -= ancestors.count
      guard budget >= 0, cuts.count <= Self.cutLimit else { return false }
      let x = Interval(lower: lower, upper: upper)
      for place in ancestors {
        enclosures[place] = graph.enclosure(of: place, enclosures, over: x, in: piece, isSettled: isSettled[place])
      }
      var bounds = enclosures[quantity.node]
      bounds.value = narrowed(bounds, lower, upper)
      guard !bounds.value.isEmpty, !bounds.value.isPoint else { continue }
      guard let levels = levels(in: bounds.value) else {
        // Thousands of levels within an interval of a thousandth are too many.
        guard upper - lower > 0x1p-10, let middle = Self.middle(lower, upper) else { return false }
        waiting += [(middle, upper), (lower, middle)]
        continue
      }
      if levels.isEmpty { continue }
      if !bounds.value.mayBeNaN, bounds.slope.lower >= 0 || bounds.slope.upper <= 0 {
        for level in levels { addCrossing(of: level, between: lower, and: upper) }
      } else if upper - lower > Self.resolution * max(1, max(lower.magnitude, upper.magnitude)),
        let middle = Self.middle(lower, upper)
      {
        waiting += [(middle, upper), (lower, middle)]
      } else if let last = narrow.last, last.upper == lower {
        narrow[narrow.count - 1].upper = upper
      } else {
        narrow.append((lower, upper))
      }
    }
    for part in narrow { addCrossings(withinNarrow: part.lower, part.upper, of: piece) }
    return cuts.count <= Self.cutLimit
  }

  /// The bounds of the value by the mean value theorem, which over a short interval are much tighter.
  private func narrowed(_ bounds: Enclosure, _ lower: Double, _ upper: Double) -> Interval {
    guard bounds.slope.magnitude < .infinity, !bounds.value.mayBeNaN else { return bounds.value }
    let (radius, centre) = ((upper - lower) / 2, lower + (upper - lower) / 2)
    let value = program.value(at: centre)
    let reach = bounds.slope.magnitude * radius * (1 + 0x1p-40) + value.magnitude * 0x1p-50
    let (least, greatest) = (max(bounds.value.lower, value - reach), min(bounds.value.upper, value + reach))
    return least <= greatest ? Interval(lower: least, upper: greatest) : bounds.value
  }

  /// Adds the crossings between the points of a grid, which may miss some.
  ///
  /// - Returns: Whether they are few enough.
  mutating func sample(_ piece: ExpressionPiece, step: Double) -> Bool {
    guard case .value(let level) = quantity.levels, piece.upper - piece.lower < Double(Self.cutLimit) else {
      return false
    }
    var last = piece.lower
    while last < piece.upper {
      let next = min(piece.upper, max(last + step, last.nextUp))
      addCrossing(of: level, between: last, and: next)
      last = next
      if cuts.count > Self.cutLimit { return false }
    }
    return true
  }

  /// The levels within bounds; nil if there are too many.
  private func levels(in bounds: Interval) -> [Double]? {
    switch quantity.levels {
    case .value(let level): return bounds.contains(level) ? [level] : []
    case .integers(let share):
      let first = (bounds.lower - share).rounded(.up)
      let last = (bounds.upper - share).rounded(.down)
      guard first <= last else { return [] }
      guard last - first <= Double(Self.cutLimit), first.magnitude < 0x1p52, last.magnitude < 0x1p52 else { return nil }
      return (0...Int(last - first)).map { first + Double($0) + share }
    }
  }

  /// The position of the quantity relative to a level; `nowhere` if it is NaN.
  private enum Side: Int { case below, on, above, nowhere }

  private func side(at x: Double, of level: Double) -> Side {
    let value = program.value(at: x)
    return value < level ? .below : value > level ? .above : value == level ? .on : .nowhere
  }

  /// Adds the crossing of a level between two numbers, or two of them if the quantity is equal to the level in between.
  private mutating func addCrossing(of level: Double, between lower: Double, and upper: Double) {
    let (first, last) = (side(at: lower, of: level), side(at: upper, of: level))
    guard first != last else { return }
    let end = bisect(lower, upper) { side(at: $0, of: level) != first }
    if side(at: end, of: level) != last {
      addCut(before: end.nextDown, of: level)
      addCut(before: bisect(end, upper) { side(at: $0, of: level) == last }.nextDown, of: level)
    } else {
      addCut(before: end.nextDown, of: level)
    }
  }

  private mutating func addCut(before: Double, of level: Double) {
    let left = (program.value(at: before) - level).magnitude
    let right = (program.value(at: before.nextUp) - level).magnitude
    let isRight = left == right ? before < 0 : right < left || left.isNaN
    cuts.append(Cut(before: before, position: isRight ? before.nextUp : before))
  }

  /// The first number for which a condition holds that is false at the lower end and true at the upper end.
  private func bisect(_ lower: Double, _ upper: Double, _ holds: (Double) -> Bool) -> Double {
    var (lower, upper) = (lower, upper)
    if upper.nextDown > lower {
      if !holds(upper.nextDown) { return upper }
      upper = upper.nextDown
    }
    var steps = 0
    while lower.nextUp < upper {
      steps += 1
      // Halving the distance to zero takes a thousand steps; halving the encodings does not.
      let middle = steps < 60 ? lower + (upper - lower) / 2 : Double(between: lower, and: upper)
      if holds(middle) { upper = middle } else { lower = middle }
    }
    return upper
  }

  /// Samples a part that is too narrow to be halved. If there is no crossing, adds the nearest approach to the level.
  private mutating func addCrossings(withinNarrow lower: Double, _ upper: Double, of piece: ExpressionPiece) {
    guard case .value(let level) = quantity.levels else {
      let (first, last) = (program.value(at: lower), program.value(at: upper))
      for level in levels(in: Interval(between: first, and: last)) ?? [] {
        addCrossing(of: level, between: lower, and: upper)
      }
      return
    }
    let count = 16
    let known = cuts.count
    var last = lower
    for index in 1...count {
      let next = index == count ? upper : lower + (upper - lower) * Double(index) / Double(count)
      guard next > last else { continue }
      addCrossing(of: level, between: last, and: next)
      last = next
    }
    guard cuts.count == known else { return }
    func distance(_ x: Double) -> Double {
      let distance = (program.value(at: x) - level).magnitude
      return distance.isNaN ? .infinity : distance
    }
    var (left, right) = (lower, upper)
    for _ in 0..<200 {
      let (first, second) = (left + (right - left) * 0.382, left + (right - left) * 0.618)
      guard left < first, first < second, second < right else { break }
      if distance(first) <= distance(second) { right = second } else { left = first }
    }
    var nearest = left
    for x in [right, left.nextUp, left + (right - left) / 2, 0] where lower <= x && x <= upper {
      if distance(x) < distance(nearest) { nearest = x }
    }
    // The search ends some units in the last place beside the nearest number, e.g. at −2.9999999999999996 for (x + 3)².
    for _ in 0..<64 {
      let neighbours = [nearest.nextDown, nearest.nextUp]
      guard let nearer = neighbours.first(where: { distance($0) < distance(nearest) }) else { break }
      nearest = nearer
    }
    guard nearest > piece.lower, nearest < piece.upper else { return }
    cuts.append(Cut(before: nearest.nextDown, position: nearest))
    cuts.append(Cut(before: nearest, position: nearest))
  }

  /// The middle of an interval; nil if no number lies between its ends.
  private static func middle(_ lower: Double, _ upper: Double) -> Double? {
    let middle = lower + (upper - lower) / 2
    return lower < middle && middle < upper ? middle : nil
  }
}

extension Double {
  /// The number halfway between two others in the order of their encodings.
  fileprivate init(between lower: Double, and upper: Double) {
    func order(_ x: Double) -> Int64 {
      let bits = Int64(bitPattern: x.bitPattern)
      return bits >= 0 ? bits : Int64.min - bits
    }
    let (first, last) = (order(lower), order(upper))
    let middle = first + Int64(bitPattern: UInt64(bitPattern: last &- first) / 2)
    self = Double(bitPattern: UInt64(bitPattern: middle >= 0 ? middle : Int64.min - middle))
  }
}
