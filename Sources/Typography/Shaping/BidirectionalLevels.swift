/// In which order the characters of one line are drawn: the Unicode Bidirectional Algorithm (UAX #9), reduced.
///
/// Levels come from the characters alone: embeddings, overrides and isolates are not followed, and brackets are not paired
/// (rule N0). Left-to-right, right-to-left and Arabic letter marks count as the letters they stand for.
struct BidirectionalLevels {
  /// One for each character; odd ones go from right to left.
  let levels: [UInt8]

  init(of text: [Unicode.Scalar]) {
    let original = text.map { BidirectionalClass(of: $0) }
    // P2, P3: the first letter tells the direction of the line.
    let first = original.first { [.left, .right, .arabicLetter].contains($0) }
    let isRightward = first == nil || first == .left
    let base: UInt8 = isRightward ? 0 : 1
    let classes = Self.neutralsResolved(
      Self.numbersResolved(original, line: isRightward ? .left : .right), line: isRightward ? .left : .right)
    var levels = classes.map { kind -> UInt8 in  // I1, I2
      switch kind {
      case .left: isRightward ? 0 : 2
      case .right: 1
      default: 2
      }
    }
    // L1: spaces at the end go with the line.
    for index in levels.indices.reversed() {
      guard [.space, .ignored].contains(original[index]) else { break }
      levels[index] = base
    }
    self.levels = levels
  }

  /// The places of the units of the text from left to right: every run of a level or higher is turned around, from the
  /// highest level to 1 (L2).
  static func visualOrder(of levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    for level in stride(from: levels.max() ?? 0, to: 0, by: -1) {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        let end = order[start...].firstIndex { levels[$0] < level } ?? order.count
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }

  /// The other one of a pair that is mirrored where text goes from right to left (L4): brackets, and signs of order.
  static let mirrored: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"), ("‹", "›"), ("≤", "≥"), ("≪", "≫"), ("⟨", "⟩"),
      ("⌈", "⌉"), ("⌊", "⌋"), ("∈", "∋"), ("⊂", "⊃"), ("⊆", "⊇"), ("「", "」"), ("（", "）"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
  }()

  /// W1 to W7.
  private static func numbersResolved(
    _ classes: [BidirectionalClass], line: BidirectionalClass
  ) -> [BidirectionalClass] {
    // What is ignored takes no part (X9): it becomes a mark, which goes with what stands before it.
    var classes = classes
    var last = line
    var strong = line
    for index in classes.indices {
      switch classes[index] {
      case .mark, .ignored: classes[index] = last
      case .europeanNumber where strong == .arabicLetter: classes[index] = .arabicNumber
      case .left, .right, .arabicLetter: strong = classes[index]
      default: break
      }
      last = classes[index]
    }
    for index in classes.indices where classes[index] == .arabicLetter { classes[index] = .right }
    for index in classes.indices.dropFirst().dropLast() {
      let (before, after) = (classes[index - 1], classes[index + 1])
      switch (classes[index], before, after) {
      case (.europeanSeparator, .europeanNumber, .europeanNumber), (.commonSeparator, .europeanNumber, .europeanNumber):
        classes[index] = .europeanNumber
      case (.commonSeparator, .arabicNumber, .arabicNumber): classes[index] = .arabicNumber
      default: break
      }
    }
    var index = 0
    while index < classes.count {
      guard classes[index] == .europeanTerminator else {
        index += 1
        continue
      }
      let end = classes[index...].firstIndex { $0 != .europeanTerminator } ?? classes.count
      let isBesideNumber =
        (index > 0 && classes[index - 1] == .europeanNumber) || (end < classes.count && classes[end] == .europeanNumber)
      for place in index..<end { classes[place] = isBesideNumber ? .europeanNumber : .neutral }
      index = end
    }
    strong = line
    for index in classes.indices {
      switch classes[index] {
      case .left, .right: strong = classes[index]
      case .europeanNumber: if strong == .left { classes[index] = .left }
      case .europeanSeparator, .commonSeparator, .space: classes[index] = .neutral
      default: break
      }
    }
    return classes
  }

  /// N1 and N2: what is neutral goes with equal neighbours, numbers among them as if from right to left, else with the line.
  private static func neutralsResolved(
    _ classes: [BidirectionalClass], line: BidirectionalClass
  ) -> [BidirectionalClass] {
    func direction(_ kind: BidirectionalClass) -> BidirectionalClass { kind == .left ? .left : .right }
    var classes = classes
    var index = 0
    while index < classes.count {
      guard classes[index] == .neutral else {
        index += 1
        continue
      }
      let end = classes[index...].firstIndex { $0 != .neutral } ?? classes.count
      let before = index > 0 ? direction(classes[index - 1]) : line
      let after = end < classes.count ? direction(classes[end]) : line
      for place in index..<end { classes[place] = before == after ? before : line }
      index = end
    }
    return classes
  }
}
