import Activations
import Expressions
import JSON
import Numerals

/// A formula, of which the parser of expressions says what is wrong once its parameters are known.
struct ExpressionText: ValueRule {
  var expectation: String { "a formula in x, as \"x * tanh(x)\"" }
  var schema: JSON { ["type": "string", "minLength": 1, "maxLength": JSON(ParsedExpression.byteLimit)] }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> String? {
    guard case .string(let text) = json.content else {
      faults.report(json, expected: expectation)
      return nil
    }
    return text
  }
}

/// An object of names and numbers.
struct ExpressionParameters: ValueRule {
  private let number = RealNumber(bounds: ParsedExpression.parameterRange)

  var expectation: String { "an object of names and numbers, as {\"beta\": 1}" }
  var schema: JSON {
    [
      "type": "object", "maxProperties": JSON(Limits.expressionParameters),
      "propertyNames": ["minLength": 1, "not": ["enum": ["x", "e", "pi"]]], "additionalProperties": number.schema,
    ]
  }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> [ExpressionParameter]? {
    guard case .object(let members) = json.content else {
      faults.report(json, expected: expectation)
      return nil
    }
    guard members.count <= Limits.expressionParameters else {
      let found = "an object of \(members.count) parameters"
      faults.report(at: json.span.lowerBound, "found \(found), expected at most \(Limits.expressionParameters)")
      return nil
    }
    let parameters = members.map { parameter($0, reporting: &faults) }
    return parameters.contains { $0 == nil } ? nil : parameters.compactMap(\.self)
  }

  private func parameter(_ member: JSONMember, reporting faults: inout Faults) -> ExpressionParameter? {
    guard ParsedExpression.admitsParameter(named: member.key) else {
      let found = faults.source.excerpt(of: member.keySpan)
      let expectation = "a name of letters, digits and underscores that means nothing else in a formula"
      faults.report(at: member.keySpan.lowerBound, "found the parameter \(found), expected \(expectation)")
      return nil
    }
    guard !member.value.isFaulty, !member.isRepeated else { return nil }
    guard let value = number.value(of: member.value) else {
      faults.report(member.value, expected: "a number")
      return nil
    }
    return ExpressionParameter(name: member.key, value: value)
  }
}

extension SourceText {
  /// Where in the source a byte of a string's text comes from: the first byte of its spelling, escaped or not.
  ///
  /// - Parameters:
  ///   - byte: Of the text in UTF-8; its end stands for the closing quote.
  ///   - opening: Of the opening quote of a string without faults, or of the first byte of one that stands in an option as
  ///     it is.
  func offset(ofByte byte: Int, inStringAt opening: Int) -> Int {
    guard opening < bytes.count, "\"" ~= bytes[opening] else { return min(opening + byte, bytes.count) }
    var (index, passed) = (opening + 1, 0)
    while passed < byte, index < bytes.count {
      let (spelling, text) = lengths(at: index)
      index += spelling
      passed += text
    }
    return min(index, bytes.count)
  }

  /// How many bytes a character takes in the source and how many in the text of its string.
  private func lengths(at index: Int) -> (spelling: Int, text: Int) {
    guard "\\" ~= bytes[index] else { return (1, 1) }
    guard "u" ~= bytes[index + 1] else { return (2, 1) }
    let digits = String(decoding: bytes[(index + 2)..<min(index + 6, bytes.count)], as: UTF8.self)
    let unit = UInt32(digits, radix: 16) ?? 0
    if 0xD800...0xDFFF ~= unit { return (12, 4) }
    return (6, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
  }
}
