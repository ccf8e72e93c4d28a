/// Parses an expression by precedence climbing and emits its steps in postfix order.
///
/// From the lowest precedence to the highest: `or`; `and`; `not`; comparisons, which do not chain; `+ −`; `* /`; the
/// sign; `^`, which is right-associative and accepts a sign on its right side, so that −x^2 is −(x^2) and 2^−x is
/// 2^(−x).
struct ExpressionParser {
  let source: String
  let parameterNames: [String]
  let tokens: [ExpressionToken]
  private(set) var position = 0
  private var depth = 0
  private(set) var steps: [ExpressionStep] = []

  /// The properties of a subexpression that has been read.
  struct Part {
    var isTruthValue = false
    let dependsOnVariable: Bool
    /// The offset at which it begins.
    let offset: Int
  }

  init(_ source: String, parameterNames: [String]) {
    self.source = source
    self.parameterNames = parameterNames
    tokens = ExpressionLexer.tokens(of: source)
  }

  var next: ExpressionToken { tokens[position] }

  /// The kind of the token at a distance after the next one.
  func word(_ distance: Int) -> ExpressionToken.Kind {
    position + distance < tokens.count ? tokens[position + distance].kind : .end
  }

  /// Reads the whole text and returns its steps.
  mutating func readAll() throws(ExpressionError) -> [ExpressionStep] {
    _ = try readNumber()
    guard next.kind == .end else { throw error(expected: expectedAfterOperand(", or the end")) }
    return steps
  }

  mutating func advance() { position += 1 }

  mutating func take(_ symbol: ExpressionSymbol) -> Bool {
    guard next.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func emit(_ step: ExpressionStep.Action, at offset: Int) throws(ExpressionError) {
    guard steps.count < ParsedExpression.operationLimit else {
      let limit = "at most \(ParsedExpression.operationLimit)"
      throw ExpressionError(in: source, at: offset, found: "more operations, numbers and names", expected: limit)
    }
    steps.append(ExpressionStep(action: step, offset: offset))
  }

  /// The error at the next token. A correction that the token itself carries comes first, then advice on other
  /// languages.
  func error(expected: String) -> ExpressionError {
    var remedy = ExpressionError.Remedy.expected(expected)
    switch next.kind {
    case .faulty(let own): remedy = own
    case .name(let name):
      if let advice = adviceOnKeyword(name) { remedy = .write(advice) }
    default: break
    }
    return ExpressionError(in: source, at: next.offset, found: next.found, remedy: remedy)
  }

  // MARK: - Operators

  private enum Infix {
    case arithmetic(BinaryOperation)
    case power
    /// A comparison, possibly with its sides exchanged or its result inverted.
    case comparison(BinaryOperation, isExchanged: Bool, isInverted: Bool)
    case both
    case either

    var binding: Int {
      switch self {
      case .either: 1
      case .both: 2
      case .comparison: 4
      case .arithmetic(.sum), .arithmetic(.difference): 5
      case .arithmetic: 6
      case .power: 8
      }
    }

    /// The least precedence of the operators on the right side.
    var rightBinding: Int { if case .power = self { Self.sign } else { binding + 1 } }

    static let not = 3
    static let sign = 7
  }

  private var nextInfix: Infix? {
    switch next.kind {
    case .name("and"): .both
    case .name("or"): .either
    case .symbol(.plus): .arithmetic(.sum)
    case .symbol(.minus): .arithmetic(.difference)
    case .symbol(.times): .arithmetic(.product)
    case .symbol(.over): .arithmetic(.quotient)
    case .symbol(.power): .power
    case .symbol(.less): .comparison(.isLess, isExchanged: false, isInverted: false)
    case .symbol(.lessOrEqual): .comparison(.isLessOrEqual, isExchanged: false, isInverted: false)
    case .symbol(.greater): .comparison(.isLess, isExchanged: true, isInverted: false)
    case .symbol(.greaterOrEqual): .comparison(.isLessOrEqual, isExchanged: true, isInverted: false)
    case .symbol(.equal): .comparison(.isEqual, isExchanged: false, isInverted: false)
    case .symbol(.notEqual): .comparison(.isEqual, isExchanged: false, isInverted: true)
    default: nil
    }
  }

  /// Reads a subexpression whose operators have at least a given precedence.
  mutating func read(binding: Int = 0) throws(ExpressionError) -> Part {
    guard depth < ParsedExpression.depthLimit else {
      let limit = "fewer parentheses, signs and powers inside one another"
      throw ExpressionError(
        in: source, at: next.offset, found: "more than \(ParsedExpression.depthLimit) levels", expected: limit)
    }
    depth += 1
    defer { depth -= 1 }
    var left = try readPrefix()
    while let infix = nextInfix, infix.binding >= binding {
      let operatorOffset = next.offset
      advance()
      let right = try read(binding: infix.rightBinding)
      left = try combine(left, infix, right, at: operatorOffset)
    }
    return left
  }

  /// Reads a subexpression that must be a number.
  mutating func readNumber(binding: Int = 0) throws(ExpressionError) -> Part {
    let part = try read(binding: binding)
    try require(part, isTruthValue: false)
    return part
  }

  func require(_ part: Part, isTruthValue: Bool) throws(ExpressionError) {
    guard part.isTruthValue != isTruthValue else { return }
    let (found, expected) =
      isTruthValue
      ? ("a number", "a comparison, as x > 0")
      : ("a comparison", "a number; comparisons stand in where(condition, a, b)")
    throw ExpressionError(in: source, at: part.offset, found: found, expected: expected)
  }

  private mutating func combine(
    _ left: Part, _ infix: Infix, _ right: Part, at offset: Int
  ) throws(ExpressionError) -> Part {
    var part = Part(dependsOnVariable: left.dependsOnVariable || right.dependsOnVariable, offset: left.offset)
    switch infix {
    case .arithmetic(let operation):
      try require(left, isTruthValue: false)
      try require(right, isTruthValue: false)
      try emit(.binary(operation), at: offset)
    case .power:
      try require(left, isTruthValue: false)
      try require(right, isTruthValue: false)
      try emit(.binary(.pow), at: offset)
    case .comparison(let operation, let isExchanged, let isInverted):
      guard !left.isTruthValue else {
        throw ExpressionError(
          in: source, at: offset, found: "a second comparison", expected: "\"and\" between two, as 0 < x and x < 1")
      }
      try require(right, isTruthValue: false)
      try emit(isExchanged ? .exchangedBinary(operation) : .binary(operation), at: offset)
      if isInverted { try emit(.unary(.inversion), at: offset) }
      part.isTruthValue = true
    case .both, .either:
      try require(left, isTruthValue: true)
      try require(right, isTruthValue: true)
      // For the numbers 1 and 0 the product is "and", and the maximum is "or".
      if case .both = infix { try emit(.binary(.product), at: offset) } else { try emit(.binary(.max), at: offset) }
      part.isTruthValue = true
    }
    return part
  }

  // MARK: - Operands

  private mutating func readPrefix() throws(ExpressionError) -> Part {
    let token = next
    switch token.kind {
    case .symbol(.minus), .symbol(.plus):
      advance()
      let operand = try readNumber(binding: Infix.sign)
      if token.kind == .symbol(.minus) { try emit(.unary(.negation), at: token.offset) }
      return Part(dependsOnVariable: operand.dependsOnVariable, offset: token.offset)
    case .name("not"):
      advance()
      let operand = try read(binding: Infix.not)
      try require(operand, isTruthValue: true)
      try emit(.unary(.inversion), at: token.offset)
      return Part(isTruthValue: true, dependsOnVariable: operand.dependsOnVariable, offset: token.offset)
    case .symbol(.opening):
      advance()
      let inner = try read()
      try close(token)
      return Part(isTruthValue: inner.isTruthValue, dependsOnVariable: inner.dependsOnVariable, offset: token.offset)
    case .number(let value):
      advance()
      try emit(.number(value), at: token.offset)
      return Part(dependsOnVariable: false, offset: token.offset)
    case .name(let name):
      return try readName(name)
    default:
      throw error(expected: "a number, \"x\", a name or \"(\"")
    }
  }

  /// Reads the parenthesis that closes an opening one.
  mutating func close(_ opening: ExpressionToken) throws(ExpressionError) {
    guard !take(.closing) else { return }
    let column = ExpressionError(in: source, at: opening.offset, found: "", expected: "").column
    throw error(expected: expectedAfterOperand(", or \")\" for the \"(\" at column \(column)"))
  }

  /// What is expected after an operand, in addition to `other`.
  private func expectedAfterOperand(_ other: String) -> String {
    switch next.kind {
    case .number, .name, .symbol(.opening): "an operator, as \"*\"" + other
    case .symbol(.assignment): isInParentheses ? "\"==\"" : "the formula alone, without what stands before \"=\""
    default: "an operator" + other
    }
  }
}
