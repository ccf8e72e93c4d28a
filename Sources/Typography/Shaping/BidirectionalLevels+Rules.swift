extension BidirectionalLevels {
  /// W1 to W7.
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

  /// N1 and N2: what is neutral goes with equal neighbours, numbers among them as if from right to left, else with the line.
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

  /// Pairs by their places, in the order of the opening ones (BD16).
  private static func bracketPairs(
    in text: [Unicode.Scalar], classes: [BidirectionalClass]
  ) -> [(opening: Int, closing: Int)] {
    var open: [(place: Int, closing: Unicode.Scalar)] = []
    var pairs: [(opening: Int, closing: Int)] = []
    for (place, character) in text.enumerated() where classes[place] == .neutral {
      switch character.properties.generalCategory {
      case .openPunctuation:
        if let closing = mirrored[character] { open.append((place, closing)) }
      case .closePunctuation:
        guard let match = open.lastIndex(where: { $0.closing == character }) else { continue }
        pairs.append((open[match].place, place))
        open.removeSubrange(match...)
      default: continue
      }
    }
    return pairs.sorted { $0.opening < $1.opening }
  }

  /// The other one of a pair that is mirrored where text goes from right to left (L4): brackets, and signs of order.
  static let mirrored: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"), ("‹", "›"), ("≤", "≥"), ("≪", "≫"), ("⟨", "⟩"),
      ("⌈", "⌉"), ("⌊", "⌋"), ("∈", "∋"), ("⊂", "⊃"), ("⊆", "⊇"), ("「", "」"), ("（", "）"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
  }()
}

extension BidirectionalClass {
  /// Numbers count as if they went from right to left.
  fileprivate var direction: BidirectionalClass { self == .left ? .left : .right }
}
