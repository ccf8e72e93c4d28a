/// In which order the characters of one line are drawn: the Unicode Bidirectional Algorithm (UAX #9), reduced.
///
/// Levels come from the characters alone: embeddings, overrides and isolates are not followed. Left-to-right, right-to-left and Arabic letter marks count as the letters they stand for.
struct BidirectionalLevels {
  /// One for each character; odd ones go from right to left.
  let levels: [UInt8]

  init(of text: [Unicode.Scalar]) {
    let original = text.map { BidirectionalClass(of: $0) }
    // P2, P3: the first letter tells the direction of the line.
    let first = original.first { [.left, .right, .arabicLetter].contains($0) }
    let isRightward = first == nil || first == .left
    let base: UInt8 = isRightward ? 0 : 1
    let line: BidirectionalClass = isRightward ? .left : .right
    var classes = Self.numbersResolved(original, line: line)
    classes = Self.bracketsResolved(classes, text: text, line: line)
    classes = Self.neutralsResolved(classes, line: line)
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
}
