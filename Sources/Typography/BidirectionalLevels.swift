/// The embedding levels of the characters of one line by the Unicode Bidirectional Algorithm (UAX #9), from which the order
/// follows in which they are drawn.
///
/// Levels come from the characters alone: embeddings, overrides and isolates are ignored. Left-to-right, right-to-left and
/// Arabic letter marks count as the letters that they stand for.
struct BidirectionalLevels {
  /// The level of each character; characters of an odd level are drawn from right to left.
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

  /// The indices of the levels in the order in which their characters are drawn from left to right (rule L2): every run of
  /// a level or a higher one is reversed, from the highest level down to 1.
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

extension BidirectionalLevels {
  /// Resolves the weak types, which are numbers and what belongs to them (rules W1 to W7).
  static func numbersResolved(
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

  /// Resolves the neutral types (rules N1 and N2): between two neighbours of the same direction they take that direction,
  /// otherwise that of the line. A number counts as a neighbour from right to left.
  static func neutralsResolved(
    _ classes: [BidirectionalClass], line: BidirectionalClass
  ) -> [BidirectionalClass] {
    var classes = classes
    var index = 0
    while index < classes.count {
      guard classes[index] == .neutral else {
        index += 1
        continue
      }
      let end = classes[index...].firstIndex { $0 != .neutral } ?? classes.count
      let before = index > 0 ? classes[index - 1].direction : line
      let after = end < classes.count ? classes[end].direction : line
      for place in index..<end { classes[place] = before == after ? before : line }
      index = end
    }
    return classes
  }

  /// N0: the brackets of a pair go the same way, the line's if anything in them does, else as what they hold if what stands
  /// before them goes that way too.
  static func bracketsResolved(
    _ classes: [BidirectionalClass], text: [Unicode.Scalar], line: BidirectionalClass
  ) -> [BidirectionalClass] {
    func direction(at index: Int) -> BidirectionalClass? { classes[index] == .neutral ? nil : classes[index].direction }
    var classes = classes
    for (opening, closing) in bracketPairs(in: text, classes: classes) {
      let inside = (opening + 1..<closing).compactMap(direction(at:))
      guard let other = inside.first else { continue }
      let before = (0..<opening).reversed().lazy.compactMap(direction(at:)).first ?? line
      let pair = inside.contains { $0 == line } || before == line ? line : other
      classes[opening] = pair
      classes[closing] = pair
    }
    return classes
  }

  /// The places of paired brackets, in the order of the opening ones (BD16).
  private static func bracketPairs(
    in text: [Unicode.Scalar], classes: [BidirectionalClass]
  ) -> [(opening: Int, closing: Int)] {
    var open: [(place: Int, closing: Unicode.Scalar)] = []
    var pairs: [(opening: Int, closing: Int)] = []
    for (place, character) in text.enumerated() where classes[place] == .neutral {
      switch character.properties.generalCategory {
      case .openPunctuation:
        if let closing = closingBrackets[character] { open.append((place, closing)) }
      case .closePunctuation:
        guard let match = open.lastIndex(where: { $0.closing == character }) else { continue }
        pairs.append((open[match].place, place))
        open.removeSubrange(match...)
      default: continue
      }
    }
    return pairs.sorted { $0.opening < $1.opening }
  }

  /// The closing bracket of each opening one, as far as they occur in titles.
  private static let closingBrackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌈": "⌉", "⌊": "⌋", "「": "」", "（": "）",
  ]
}

extension BidirectionalClass {
  /// Numbers count as if they went from right to left.
  fileprivate var direction: BidirectionalClass { self == .left ? .left : .right }
}

/// The classes of the Unicode Bidirectional Algorithm (UAX #9, table 4) that matter within a line without embeddings.
enum BidirectionalClass {
  case left, right, arabicLetter
  case europeanNumber, europeanSeparator, europeanTerminator, arabicNumber, commonSeparator
  case mark, ignored, space, neutral

  /// Derived from the blocks and general categories, not from the character database, which the standard library does not
  /// hold: rare punctuation of a script may be classed as its letters are.
  init(of character: Unicode.Scalar) {
    switch character.value {
    case 0x30...0x39, 0xB2, 0xB3, 0xB9, 0x6F0...0x6F9, 0x2070...0x2079, 0x2080...0x2089: self = .europeanNumber
    case 0x660...0x669, 0x66B, 0x66C, 0x6DD: self = .arabicNumber
    case 0x2B, 0x2D, 0x207A, 0x207B, 0x208A, 0x208B, 0x2212: self = .europeanSeparator
    case 0x23...0x25, 0xA2...0xA5, 0xB0, 0xB1, 0x609, 0x60A, 0x66A, 0x2030...0x2034, 0x20A0...0x20CF, 0x2213:
      self = .europeanTerminator
    case 0x2C, 0x2E, 0x2F, 0x3A, 0xA0, 0x60C, 0x202F, 0x2044: self = .commonSeparator
    case 0x200E: self = .left
    case 0x200F: self = .right
    case 0x61C: self = .arabicLetter
    default: self = Self.byCategory(character)
    }
  }

  private static func byCategory(_ character: Unicode.Scalar) -> BidirectionalClass {
    switch character.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .format, .control: return character.properties.isWhitespace ? .space : .ignored
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    default: break
    }
    if character.isRightToLeft {
      switch character.value {
      case 0x600...0x7BF, 0x860...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE, 0x1EC70...0x1EEFF: return .arabicLetter
      default: return .right
      }
    }
    switch character.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .decimalNumber, .letterNumber, .unassigned, .privateUse:
      return .left
    default: return .neutral
    }
  }
}
