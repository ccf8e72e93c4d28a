/// Advice on notation of other languages.
extension ExpressionParser {
  /// Whether a parenthesis is open at the next token.
  var isInParentheses: Bool {
    let depth = tokens[..<position].reduce(0) { depth, token in
      switch token.kind {
      case .symbol(.opening): depth + 1
      case .symbol(.closing): depth - 1
      default: depth
      }
    }
    return depth > 0
  }

  /// What to write in place of a name that was found where an operator was expected.
  func adviceOnKeyword(_ name: String) -> String? {
    switch name {
    case "if": conditional ?? "where(condition, a, b) for \"a if condition else b\""
    case "else", "elif", "then": "where(condition, a, b)"
    case "mod": "mod(a, b)"
    case "is": "\"==\""
    case "xor": "\"!=\" between two numbers"
    default: nil
    }
  }

  /// The whole text `a if condition else b` in this language; nil if it does not have this form or is long.
  private var conditional: String? {
    guard !isInParentheses, position > 0, let end = tokens.last?.offset else { return nil }
    let start = tokens[position]
    guard let other = tokens[position...].first(where: { $0.kind == .name("else") }) else { return nil }
    func text(_ range: Range<Int>) -> String {
      let words = String(decoding: Array(source.utf8)[range], as: UTF8.self)
      return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let parts = [text(start.offset + 2..<other.offset), text(0..<start.offset), text(other.offset + 4..<end)]
    let whole = "where(\(parts.joined(separator: ", ")))"
    return parts.contains("") || whole.utf8.count > 100 ? nil : whole
  }

  /// What to write in place of an unknown name, which has just been read.
  func adviceOnName(_ name: String) -> String? {
    if name.contains(".") { return adviceOnMember(name) }
    switch name {
    case "lambda":
      if case .name(let argument) = next.kind { return "the formula alone, without \"lambda \(argument):\"" }
      return nil
    case "def", "return", "func", "function", "fn", "let", "var", "const": return "the formula alone"
    default: break
    }
    if isBeforeAssignment { return "the formula alone, without what stands before \"=\"" }
    if name == "if" { return "where(condition, a, b)" }
    return ForeignName.rewriting(of: name)?.words(argument: "a")
  }

  /// Whether the name, which has just been read, is the left side of a definition: `y = …` or `f(x) = …`.
  private var isBeforeAssignment: Bool {
    guard position == 1 else { return false }
    if next.kind == .symbol(.assignment) { return true }
    guard next.kind == .symbol(.opening), case .name = word(1), word(2) == .symbol(.closing) else { return false }
    return word(3) == .symbol(.assignment)
  }

  /// What to write in place of a function with its module, e.g. `np.tanh`, or a method, e.g. `x.relu()`.
  private func adviceOnMember(_ name: String) -> String? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first, let last = parts.last else { return nil }
    let isOfNumber = first == ExpressionVocabulary.variable || parameterNames.contains(first)
    let argument = isOfNumber ? first : nil
    if ExpressionVocabulary.constants[last] != nil, !isOfNumber { return "\"\(last)\"" }
    if let spelling = ExpressionVocabulary.spelling(ofFunction: last) {
      return argument.map { "\(spelling)(\($0))" } ?? "\"\(spelling)\""
    }
    if let rewriting = ForeignName.rewriting(of: last) { return rewriting.words(argument: argument ?? "a") }
    return isOfNumber ? nil : "a function of the language, without a module before it"
  }
}
