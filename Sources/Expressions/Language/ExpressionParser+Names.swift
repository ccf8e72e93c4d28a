import Activations
import Text

extension ExpressionParser {
  /// Reads the variable, a parameter, a constant or a function call.
  mutating func readName(_ name: String) throws(ExpressionError) -> Part {
    let token = next
    advance()
    if name == ExpressionVocabulary.variable {
      try emit(.variable, at: token.offset)
      return Part(dependsOnVariable: true, offset: token.offset)
    }
    if let index = parameterNames.firstIndex(of: name) {
      try emit(.parameter(index), at: token.offset)
      return Part(dependsOnVariable: false, offset: token.offset)
    }
    if let value = ExpressionVocabulary.constants[name] {
      try emit(.number(value), at: token.offset)
      return Part(dependsOnVariable: false, offset: token.offset)
    }
    if let function = ExpressionVocabulary.function(named: name) {
      let opening = next
      guard take(.opening) else { throw error(expected: "\"(\" after the function \(token.found)") }
      return try readArguments(of: function, named: name, opening: opening, at: token.offset)
    }
    if ExpressionVocabulary.words.contains(name) {
      throw ExpressionError(
        in: source, at: token.offset, found: token.found, expected: "a number, \"x\", a name or \"(\"")
    }
    if let advice = adviceOnName(name) {
      let found = ForeignName.rewriting(of: name) == nil ? token.found : "the unknown name \(token.found)"
      throw ExpressionError(in: source, at: token.offset, found: found, remedy: .write(advice))
    }
    let isCall = next.kind == .symbol(.opening)
    let others = ["x"] + parameterNames + ["pi", "e"]
    let names = isCall ? ExpressionVocabulary.functionNames : others + ExpressionVocabulary.functionNames
    let nearest = nameWithHyphens(beginningWith: name) ?? name.misspelling(of: names)
    var choice = isCall ? "the name of a function" : "x, a parameter, pi, e or a function"
    if ForeignName.isFunction(name) { choice = "a function of the language, or the formula of \(token.found)" }
    throw ExpressionError(
      in: source, at: token.offset, found: "the unknown name \(token.found)",
      expected: nearest.map { "\"\($0)\"" } ?? choice)
  }

  /// The spelling of a catalogue function whose name was written with hyphens, the first of which is the next token.
  private func nameWithHyphens(beginningWith first: String) -> String? {
    var name = first
    for distance in stride(from: 0, to: 4, by: 2) {
      guard word(distance) == .symbol(.minus), case .name(let part) = word(distance + 1) else { return nil }
      name += "-" + part
      if let entry = Catalogue.entry(named: name) { return entry.name.expressionSpelling }
    }
    return nil
  }

  private mutating func readArguments(
    of function: ExpressionVocabulary.Function, named name: String, opening: ExpressionToken, at offset: Int
  ) throws(ExpressionError) -> Part {
    var dependsOnVariable: Bool
    switch function {
    case .unary(let operation):
      dependsOnVariable = try readNumber().dependsOnVariable
      if next.kind == .symbol(.comma) {
        guard operation == .log else { throw error(expected: "\")\", as \(name) takes one argument") }
        let advice = "log2(a), log10(a) or log(a) / log(base)"
        throw ExpressionError(in: source, at: next.offset, found: next.found, remedy: .write(advice))
      }
      try close(opening)
      try emit(.unary(operation), at: offset)
    case .catalogue(let entry):
      dependsOnVariable = try readNumber().dependsOnVariable
      let names = try readNamedArguments(of: entry, opening: opening)
      try emit(.catalogue(entry, names), at: offset)
    case .form(let form):
      dependsOnVariable = false
      var count = 0
      repeat {
        if case .name(let word) = next.kind, self.word(1) == .symbol(.assignment), count > 0 {
          throw ExpressionError(in: source, at: next.offset, found: "\"\(word) =\"", remedy: .write(form.usage))
        }
        let part = try read()
        if form == .where, count == 0, next.kind == .symbol(.assignment) { throw error(expected: "\"==\"") }
        try require(part, isTruthValue: form == .where && count == 0)
        dependsOnVariable = dependsOnVariable || part.dependsOnVariable
        count += 1
        if count == form.argumentCounts.upperBound, next.kind == .symbol(.comma) {
          throw error(expected: "\")\": \(form.usage)")
        }
        // Each argument after the first is combined with the minimum or maximum of those before it.
        if form == .min || form == .max, count > 1 {
          try emit(form == .min ? .binary(.min) : .binary(.max), at: offset)
        }
      } while take(.comma)
      guard form.argumentCounts.contains(count) || next.kind != .symbol(.closing) else {
        throw error(expected: "\",\" and another argument: \(form.usage)")
      }
      try close(opening)
      switch form {
      case .where: try emit(.selection, at: offset)
      case .clamp, .clip: try emit(.clamp, at: offset)
      case .pow: try emit(.binary(.pow), at: offset)
      case .mod: try emit(.binary(.mod), at: offset)
      case .heaviside:
        // The default is the mean of both sides.
        if count == 1 { try emit(.number(0.5), at: offset) }
        try emit(.heaviside, at: offset)
      case .min, .max: break
      }
    }
    return Part(dependsOnVariable: dependsOnVariable, offset: offset)
  }

  /// Reads the arguments `, name = value` for parameters of a catalogue function, up to the closing parenthesis.
  ///
  /// - Returns: The indices of the parameters in the order of their values.
  private mutating func readNamedArguments(
    of entry: CatalogueEntry, opening: ExpressionToken
  ) throws(ExpressionError) -> [Int] {
    let names = entry.parameters.map(\.name)
    var given: [Int] = []
    while take(.comma) {
      let token = next
      let choice = names.map { "\"\($0) = …\"" }.joined(separator: " or ")
      guard !names.isEmpty else {
        throw error(expected: "no second argument, as \(entry.name.expressionSpelling) has no parameters")
      }
      guard case .name(let name) = token.kind else { throw error(expected: choice) }
      guard let index = names.firstIndex(of: name) else {
        let nearest = name.nearest(among: names)
        throw error(expected: nearest.map { "\"\($0) = …\"" } ?? choice)
      }
      guard !given.contains(index) else {
        throw ExpressionError(in: source, at: token.offset, found: "\"\(name)\" again", expected: "it once")
      }
      advance()
      guard take(.assignment) else { throw error(expected: "\"=\" and a number after \"\(name)\"") }
      let value = try readNumber()
      guard !value.dependsOnVariable else {
        throw ExpressionError(
          in: source, at: value.offset, found: "a value that depends on x", expected: "numbers and parameters alone")
      }
      given.append(index)
    }
    try close(opening)
    return given
  }
}
