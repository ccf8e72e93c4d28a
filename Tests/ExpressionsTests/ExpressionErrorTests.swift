import Activations
import Foundation
import Testing

@testable import Expressions

@Suite("Faulty expressions") struct ExpressionErrorTests {
  @Test("each fault has its column and its sentence", arguments: FaultyExpression.all)
  func sentences(faulty: FaultyExpression) {
    let error = fault(in: faulty.text)
    #expect(error.map { "\($0.column): \($0.message)" } == faulty.message)
  }

  @Test("the table is there")
  func table() {
    #expect(FaultyExpression.all.count >= 90)
  }

  @Test("an error prints with a caret below the place")
  func form() throws {
    let error = try #require(fault(in: "x *\n\ttnah(\u{1B}x)"))
    #expect(error.offset == 5)
    #expect(
      error.description == "column 6: found the unknown name \"tnah\", expected \"tanh\"\nx *  tnah(\u{FFFD}x)\n     ^")
    let long = String(repeating: "x + ", count: 100) + "é + ü * @"
    let cut = try #require(fault(in: long, parameterNames: ["é", "ü"]))
    #expect(cut.column == 409 && cut.offset == 410)
    #expect(cut.description.hasSuffix("\n" + String(repeating: " ", count: 60) + "^"))
  }

  @Test("a text may be long and deep, and no longer and deeper")
  func limits() {
    func message(_ text: String) -> String? { fault(in: text).map { "\($0.column): \($0.message)" } }
    func nested(_ count: Int) -> String {
      String(repeating: "(", count: count) + "x" + String(repeating: ")", count: count)
    }
    #expect(message(nested(63)) == nil)
    let depth = "found more than 64 levels, expected fewer parentheses, signs and powers inside one another"
    #expect(message(nested(64)) == "65: " + depth)
    #expect(message(String(repeating: "-", count: 100) + "x") == "65: " + depth)
    #expect(message(String(repeating: "2^", count: 100) + "x") == "129: " + depth)
    #expect(message(String(repeating: "sin(", count: 100) + "x") == "257: " + depth)
    #expect(message(String(repeating: "not ", count: 100) + "x") == "257: " + depth)
    #expect(message(String(repeating: "x+", count: 499) + "x") == nil)
    let many = "found more operations, numbers and names, expected at most 1000"
    #expect(message(String(repeating: "x+", count: 500) + "x") == "1000: " + many)
    #expect(message("x" + String(repeating: " ", count: 9_999)) == nil)
    #expect(message("x" + String(repeating: " ", count: 10_000)) == "1: found 10001 bytes, expected at most 10000")
  }

  @Test("hostile texts give a sentence at once", arguments: HostileExpression.all)
  func hostile(hostile: HostileExpression) {
    let clock = ContinuousClock()
    var error: ExpressionError?
    let duration = clock.measure { error = fault(in: hostile.text) }
    #expect(error != nil)
    #expect((error?.description.utf8.count ?? 0) < 2_000)
    #expect(duration < .seconds(1))
  }

  @Test("what overflows or has no value is a number all the same")
  func extremes() throws {
    for text in [
      "2^2^2^2^2^2^2^2^2^2", "1e308 * 10", "0 / 0", "sqrt(-1)", "log(0)", "(1e308 * 10)^x", "x^1e308", "x^-1e308",
      "1e-400",
      "10^(10^(10^10)) * 0", "sin(1e308)", "pow(0, 0)", "exp(exp(exp(exp(exp(x)))))", "gelu_tanh(1e308 * 10 * x)",
      String(repeating: "(", count: 60) + "x" + String(repeating: ")^2", count: 60),
      Array(repeating: "pow(x, x + 0.5)", count: 160).joined(separator: "*"),
    ] {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      for x in [0, -0.0, 1, -1, .leastNonzeroMagnitude, 1.7e308, .infinity, -.infinity, .nan] {
        _ = function.value(at: x)
        _ = function.derivative(at: x)
      }
    }
  }

  @Test("a parameter can have any name that means nothing else")
  func parameterNames() {
    for name in ["beta", "a", "E", "_", "x1", "β", "naïve", "negativeSlope", "wherever"] {
      #expect(ParsedExpression.admitsParameter(named: name), "\(name)")
    }
    for name in [
      "", "x", "pi", "π", "e", "sin", "max", "where", "and", "or", "not", "relu", "silu", "leaky_relu", "Mish", "1a",
      "a b",
      "a-b", "a.b", "😀", "a\u{0}", String(repeating: "a", count: 101),
    ] {
      #expect(!ParsedExpression.admitsParameter(named: name), "\(name)")
    }
  }

  private func fault(in text: String, parameterNames: [String] = []) -> ExpressionError? {
    do throws(ExpressionError) {
      let expression = try ParsedExpression(text, parameterNames: parameterNames)
      let values = parameterNames.map { _ in 1.0 }
      _ = try ActivationFunction(expression: expression, parameterValues: values, name: "test")
      return nil
    } catch {
      return error
    }
  }
}

/// A text of the table and what is said of it.
struct FaultyExpression: Sendable, CustomTestStringConvertible {
  let text: String
  let message: String

  var testDescription: String { text }

  /// Data/faulty-expressions.txt: a line for the text in backquotes, a line for what is said of it.
  static let all: [FaultyExpression] = {
    let url = Bundle.module.url(forResource: "faulty-expressions", withExtension: "txt", subdirectory: "Data")
    guard let url, let table = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    let lines = table.components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
    return stride(from: 0, to: lines.count - 1, by: 2).map { index in
      FaultyExpression(
        text: String(lines[index].dropFirst().dropLast()), message: String(lines[index + 1].dropFirst(2)))
    }
  }()
}

/// A text that would hurt a careless reader.
struct HostileExpression: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  static let all: [HostileExpression] = [
    ("a million parentheses", "(", 1_000_000), ("a million signs", "-", 1_000_000), ("a million powers", "x^", 500_000),
    ("a million sums", "x+", 500_000), ("a million digits", "9", 1_000_000), ("a million letters", "a", 1_000_000),
    ("a million spaces", " ", 1_000_000), ("a million emoji", "😀", 1_000_000), ("a million NUL", "\u{0}", 1_000_000),
    ("ten thousand parentheses", "(", 10_000), ("ten thousand signs", "-", 10_000), ("powers", "x^", 5_000),
    ("calls", "sin(", 2_500), ("sums", "x+", 5_000), ("digits", "9", 10_000), ("letters", "a", 10_000),
    ("accents", "e\u{301}", 3_333), ("combining marks", "\u{301}", 5_000), ("NUL", "x\u{0}", 5_000),
    ("emoji", "👩‍👩‍👧‍👦", 400),
    ("directions", "\u{202E}", 3_000), ("comparisons", "x<", 5_000), ("wheres", "where(x>0,", 1_000),
    ("nots", "not ", 2_500), ("nearly names", "leaky-", 1_500),
  ].map { HostileExpression(testDescription: $0.0, text: String(repeating: $0.1, count: $0.2)) }
}
