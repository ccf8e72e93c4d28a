import Expressions
import JSON
import Plans

/// A gated pair, with the function of its first number.
struct GateChoice: Sendable {
  let gate: Gate
  let function: Gate.Function
}

/// The rule for a gated pair: the name of a pair or of a function, or a formula.
///
/// Whatever has another character than those of names is a formula. The parser of expressions reports its faults.
struct GateRule: ValueRule {
  private static let names = Gate.names.map { "\"\($0)\"" }.joined(separator: ", ")

  var expectation: String { "the name of a gated pair, e.g. \"swiglu\", or a formula in x" }
  var schema: JSONValue { ["type": "string", "minLength": 1, "maxLength": JSONValue(ParsedExpression.byteLimit)] }

  /// Whether a text is a formula.
  static func isFormula(_ text: String) -> Bool {
    !text.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) } || text.allSatisfy { !$0.isLetter }
      || text == "x"
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> GateChoice? {
    guard let text = json.string else {
      faults.report(json, expected: expectation)
      return nil
    }
    if let (gate, function) = Gate.named(text) { return GateChoice(gate: gate, function: function) }
    if Self.isFormula(text) {
      let (gate, function) = Gate.formula(text)
      return GateChoice(gate: gate, function: function)
    }
    let found = faults.source.excerpt(of: json.span)
    let expectation = "one of \(Self.names), a function of the catalogue, which actfig list shows, or a formula in x"
    faults.report(at: json.span.lowerBound, "found the unknown gate \(found), expected \(expectation)")
    return nil
  }
}

extension ParameterKeys {
  /// The keys of a gated pair, which has no parameters.
  static let ofGate: ParameterKeys = {
    let keys = allNames.map { name in
      ConfigurationKey<ActivationConfiguration>(
        rejected: name, "found \"\(name)\" of a gated pair, expected none, as its function has the usual parameters")
    }
    return ParameterKeys(own: keys, swept: keys)
  }()
}
