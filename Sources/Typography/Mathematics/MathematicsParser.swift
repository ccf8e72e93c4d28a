/// Reads what is between two dollar signs.
struct MathematicsParser {
  private var rest: ArraySlice<Unicode.Scalar>
  private var pieces: [MathematicalPiece] = []
  /// The number of characters in the pieces.
  private var count = 0
  /// The signs of the superscript and the subscript after the last character on the baseline.
  private var scripts: Set<Unicode.Scalar> = []
  /// What the last symbol on the baseline is; nil at the beginning.
  private var last: MathematicalSymbol.Kind?
  /// Whether a space belongs before the next symbol on the baseline.
  private var needsSpace = false

  /// The number of braces within each other that are read.
  private static let depthLimit = 32

  /// Returns the characters of mathematics in their places.
  static func pieces(of text: ArraySlice<Unicode.Scalar>) throws(MathematicsFault) -> [MathematicalPiece] {
    var parser = MathematicsParser(rest: text)
    try parser.readList(.none, depth: 0)
    guard parser.rest.isEmpty else { throw .braceWithoutPartner }
    guard !parser.pieces.isEmpty else { throw .nothingBetweenDollars }
    return parser.pieces
  }

  private init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

  /// Reads symbols up to the end or to a closing brace, which is left.
  private mutating func readList(_ shift: BaselineShift, depth: Int) throws(MathematicsFault) {
    while let next = rest.first, next != "}" {
      if next == "^" || next == "_" {
        try readScript(next, within: shift, depth: depth)
      } else {
        try readItem(shift, depth: depth)
      }
    }
  }

  /// Reads a superscript or a subscript with its sign.
  private mutating func readScript(
    _ sign: Unicode.Scalar, within shift: BaselineShift, depth: Int
  ) throws(MathematicsFault) {
    guard shift == .none else { throw .nested(sign) }
    guard scripts.insert(sign).inserted else { throw .repeated(sign) }
    rest.removeFirst()
    skipSpaces()
    guard let next = rest.first, !["}", "^", "_"].contains(next) else { throw .nothingAfter(sign) }
    let before = count
    try readItem(sign == "^" ? .raised : .lowered, depth: depth)
    guard count > before else { throw .nothingAfter(sign) }
  }

  /// Reads a group in braces, a command or a character.
  private mutating func readItem(_ shift: BaselineShift, depth: Int) throws(MathematicsFault) {
    let next = rest.removeFirst()
    switch next {
    case "{":
      guard depth < Self.depthLimit else { throw .deepGroups }
      try readList(shift, depth: depth + 1)
      guard rest.first == "}" else { throw .braceWithoutPartner }
      rest.removeFirst()
    case "\\": try append(readCommand(), shift)
    case _ where next.properties.isWhitespace: return
    default: try append(MathematicalSymbol(next), shift)
    }
  }

  /// Reads the name of a command, or the one character after a backslash.
  private mutating func readCommand() throws(MathematicsFault) -> MathematicalSymbol {
    let letters = rest.prefix { $0.isLetter }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: letters.isEmpty ? rest.prefix(1) : letters)
    guard let symbol = MathematicalSymbol(command: String(name)) else { throw .unknownCommand(String(name)) }
    rest = rest.dropFirst(name.count)
    return symbol
  }

  private mutating func skipSpaces() { rest = rest.drop { $0.properties.isWhitespace } }

  /// Appends a symbol, on the baseline with the spaces around it.
  private mutating func append(_ symbol: MathematicalSymbol, _ shift: BaselineShift) throws(MathematicsFault) {
    guard shift == .none else {
      if let character = symbol.text.first(where: { shift.marking($0) == nil }) { throw .unshiftable(character) }
      // A prime is a superscript by itself.
      add(symbol.text, symbol.text == ["′"] && shift == .raised ? .none : shift)
      return
    }
    scripts = []
    let followsOperand = last == .ordinary || last == .function
    // A sign before the first operand belongs to it.
    let isInfix = symbol.kind == .relation ? last != nil : symbol.kind == .sign && followsOperand
    let isApart = isInfix || symbol.kind == .function && followsOperand || last == .function && symbol.kind == .ordinary
    if needsSpace || isApart { add([MathematicalSymbol.thinSpace], .none) }
    add(symbol.text, .none)
    needsSpace = isInfix || symbol.kind == .relation || symbol.kind == .punctuation
    last = symbol.kind
  }

  private mutating func add(_ text: [Unicode.Scalar], _ shift: BaselineShift) {
    count += text.count
    if let end = pieces.indices.last, pieces[end].shift == shift {
      pieces[end].text += text
    } else {
      pieces.append(MathematicalPiece(text: text, shift: shift))
    }
  }
}

extension Unicode.Scalar {
  /// Whether it may be part of the name of a command.
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
}
