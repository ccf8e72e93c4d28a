/// A token of an expression and its place.
struct ExpressionToken: Sendable {
  enum Kind: Sendable, Equatable {
    case number(Double)
    case name(String)
    case symbol(ExpressionSymbol)
    /// Text that is not a token of the language, with a correction.
    case faulty(ExpressionError.Remedy)
    case end
  }

  let kind: Kind
  /// The offset in bytes of UTF-8.
  let offset: Int
  /// The token in a message: in quotation marks if it is visible.
  let found: String
}

/// The symbols of the language. Other spellings (−, ·, ×, ÷, ≤, ≥, ≠) are read as these.
enum ExpressionSymbol: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case power = "^"
  case opening = "("
  case closing = ")"
  case comma = ","
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case assignment = "="
}

/// Divides a text into tokens, the last of which is the end.
struct ExpressionLexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var offset = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  static func tokens(of source: String) -> [ExpressionToken] {
    var lexer = ExpressionLexer(source)
    var tokens: [ExpressionToken] = []
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() -> ExpressionToken {
    while let scalar = peek(), [" ", "\t", "\n", "\r"].contains(scalar) { _ = take() }
    let start = offset
    guard let first = peek() else {
      return ExpressionToken(kind: .end, offset: start, found: "the end of the expression")
    }
    if first.isDecimalDigit || (first == "." && peek(1)?.isDecimalDigit == true) { return number(from: start) }
    if first.beginsName { return name(from: start) }
    return symbol(first, from: start)
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private mutating func take() -> Unicode.Scalar {
    let scalar = scalars[index]
    index += 1
    offset += UTF8.width(scalar)
    return scalar
  }

  private mutating func number(from start: Int) -> ExpressionToken {
    var text = ""
    func append(_ scalar: Unicode.Scalar) { text.unicodeScalars.append(scalar) }
    while peek()?.isDecimalDigit == true { append(take()) }
    if peek() == "." { append(take()) }
    while peek()?.isDecimalDigit == true { append(take()) }
    let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
    if peek() == "e" || peek() == "E", peek(1 + sign)?.isDecimalDigit == true {
      for _ in 0...sign { append(take()) }
      while peek()?.isDecimalDigit == true { append(take()) }
    }
    // The standard library rounds correctly, but does not accept a decimal point without digits after it.
    let value = Double(text.replacingPoint) ?? .infinity
    let expectation = "a number that double precision holds, up to 1.797e308"
    return ExpressionToken(
      kind: value.isFinite ? .number(value) : .faulty(.expected(expectation)), offset: start, found: text.abbreviated)
  }

  /// Reads a name, with points if a module or a number precedes a function, e.g. `np.tanh`.
  private mutating func name(from start: Int) -> ExpressionToken {
    var text = String.UnicodeScalarView()
    while let scalar = peek(), scalar.continuesName || (scalar == "." && peek(1)?.beginsName == true) {
      text.append(take())
    }
    let name = String(text)
    return ExpressionToken(kind: .name(name), offset: start, found: "\"\(name.abbreviated)\"")
  }

  private mutating func symbol(_ first: Unicode.Scalar, from start: Int) -> ExpressionToken {
    _ = take()
    if let second = peek() {
      let pair = "\(first)\(second)"
      if let advice = Self.advice[pair] {
        return ExpressionToken(kind: .faulty(.write(advice)), offset: start, found: "\"\(pair)\"")
      }
      if let symbol = ExpressionSymbol(rawValue: pair) {
        _ = take()
        return ExpressionToken(kind: .symbol(symbol), offset: start, found: "\"\(pair)\"")
      }
    }
    if let spelling = Self.spellings[first] ?? ExpressionSymbol(rawValue: String(first)) {
      return ExpressionToken(kind: .symbol(spelling), offset: start, found: first.quoted)
    }
    var remedy = ExpressionError.Remedy.expected("a number, a name or an operator")
    if let advice = Self.advice[String(first)] { remedy = .write(advice) }
    if first == ".", peek()?.beginsName == true { remedy = .write("a function before its argument, as relu(x)") }
    return ExpressionToken(kind: .faulty(remedy), offset: start, found: first.quoted)
  }

  private static let spellings: [Unicode.Scalar: ExpressionSymbol] = [
    "\u{2212}": .minus, "\u{B7}": .times, "\u{22C5}": .times, "\u{D7}": .times, "\u{F7}": .over,
    "\u{2264}": .lessOrEqual,
    "\u{2265}": .greaterOrEqual, "\u{2260}": .notEqual,
  ]

  /// Symbols of other languages, and what to write in place of them.
  private static let advice = [
    "**": "\"^\"", "//": "floor(a / b)", "%": "mod(a, b)", "->": "the formula alone", "=>": "the formula alone",
    "&&": "\"and\"", "||": "\"or\"", "&": "\"and\"", "|": "\"or\", or abs(…)", "!": "\"not\"", "~": "\"not\"",
    "<>": "\"!=\"",
    "\u{2227}": "\"and\"", "\u{2228}": "\"or\"", "\u{AC}": "\"not\"", "?": "where(condition, a, b)", "[": "\"(\"",
    "]": "\")\"",
    "{": "\"(\"", "}": "\")\"", "\u{230A}": "floor(…)", "\u{230B}": "floor(…)", "\u{2308}": "ceil(…)",
    "\u{2309}": "ceil(…)",
    "\u{221A}": "sqrt(…)", "\u{221B}": "sign(a) * abs(a)^(1/3)", "\u{2013}": "\"-\"", "\u{2215}": "\"/\"",
    "\u{2217}": "\"*\"",
    "¹": "\"^1\"", "²": "\"^2\"", "³": "\"^3\"", "\u{2074}": "\"^4\"", "\u{2075}": "\"^5\"", "\u{2076}": "\"^6\"",
    "\u{207B}": "\"^-\"", "½": "0.5", "¼": "0.25", "¾": "0.75",
  ]
}

extension String {
  /// The text shortened to 40 Unicode scalars, the last of which is an ellipsis if any were removed.
  fileprivate var abbreviated: String {
    guard let end = unicodeScalars.index(startIndex, offsetBy: 40, limitedBy: endIndex), end < endIndex else {
      return self
    }
    return String(unicodeScalars[..<unicodeScalars.index(before: end)]) + "…"
  }

  /// The number with digits on both sides of its point: `1.` as `1.0`, `1.e5` as `1.0e5`, `.5` as `0.5`.
  fileprivate var replacingPoint: String {
    guard let point = firstIndex(of: ".") else { return self }
    let (whole, rest) = (self[..<point], self[index(after: point)...])
    return (whole.isEmpty ? "0" : whole) + "." + (rest.first?.isNumber == true ? "" : "0") + rest
  }
}

extension Unicode.Scalar {
  fileprivate var isDecimalDigit: Bool { "0"..."9" ~= self }

  fileprivate var beginsName: Bool { self == "_" || properties.isAlphabetic }

  fileprivate var continuesName: Bool { beginsName || isDecimalDigit }
}

extension String {
  /// Whether the text has the form of a name: a letter or underscore, followed by letters, underscores and digits.
  var isExpressionName: Bool {
    unicodeScalars.first?.beginsName == true && unicodeScalars.allSatisfy(\.continuesName)
  }
}
