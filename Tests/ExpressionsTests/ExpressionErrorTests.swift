import Activations
import Foundation
import Testing

@testable import Expressions

@Suite struct ExpressionErrorTests {
  @Test("Each error has its column and its sentence.", arguments: FaultyExpression.all)
  func sentences(faulty: FaultyExpression) {
    let error = fault(in: faulty.text)
    #expect(error.map { "\($0.column): \($0.message)" } == faulty.message)
  }

  @Test("The table of faulty expressions is complete.")
  func table() {
    #expect(FaultyExpression.all.count >= 90)
  }

  @Test("An error prints with a caret below the place.")
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

  @Test("Length and depth of a text are limited.")
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

  @Test("Hostile texts give a short message at once.", arguments: HostileExpression.all)
  func hostile(hostile: HostileExpression) {
    let clock = ContinuousClock()
    var error: ExpressionError?
    let duration = clock.measure { error = fault(in: hostile.text) }
    #expect(error != nil)
    #expect((error?.description.utf8.count ?? 0) < 2_000)
    #expect(duration < .seconds(1))
  }

  @Test("An overflow or an undefined value is not an error.")
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

  @Test("A parameter can have any name that has no other meaning.")
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

/// A faulty text of the table with its message.
struct FaultyExpression: Sendable, CustomTestStringConvertible {
  let text: String
  let message: String

  var testDescription: String { text }

  /// The table in Data/faulty-expressions.txt: a line with the text in backquotes, then a line with its message.
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

/// A text that could make a careless parser crash or hang.
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
