import Activations
import Foundation
import PortableMath
import SeededNumbers
import Testing

@testable import Expressions

/// Tests with random texts: valid expressions, expressions with a few characters exchanged, and hostile texts.
///
/// The environment variable EXPRESSION_FUZZ_COUNT sets their number (`scripts/fuzz-expressions` makes a million), and
/// EXPRESSION_FUZZ_SEED their seed.
@Suite struct ExpressionFuzzTests {
  static let parts = 8
  static let count = number("EXPRESSION_FUZZ_COUNT") ?? 4_000
  static let seed = number("EXPRESSION_FUZZ_SEED") ?? 0

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test("No text crashes, hangs or gives a long message.", arguments: 0..<parts)
  func fuzz(part: Int) throws {
    let clock = ContinuousClock()
    var (accepted, slowest) = (0, Duration.zero)
    let indices = stride(from: part, to: Self.count, by: Self.parts)
    for index in indices {
      var generator = SeededGenerator(seed: Self.seed &* 1_000_003 &+ index &+ 1)
      let text = Self.text(kind: index / Self.parts % 4, using: &generator)
      let duration = clock.measure { if judge(text) { accepted += 1 } }
      slowest = max(slowest, duration)
      #expect(duration < .seconds(5), "expression \(index) takes \(duration)")
    }
    if Self.count > 100_000 { print("\(part): \(accepted) accepted, slowest \(slowest)") }
    // A quarter of the texts is valid unless it is too long, and most of the others are not.
    #expect(accepted > Self.count / Self.parts / 8 && accepted < Self.count / Self.parts)
  }

  /// Parses, compiles and evaluates a text, and returns whether it was an expression.
  private func judge(_ text: String) -> Bool {
    do throws(ExpressionError) {
      let expression = try ParsedExpression(text, parameterNames: ["a", "beta"])
      let function = try ActivationFunction(expression: expression, parameterValues: [0.5, -2], name: "fuzz")
      let block = Lanes([0.5, -1.5, 0, -0.0, 3, 1e300, -.infinity, .nan])
      let (values, derivatives) = (function.function.value(at: block), function.function.derivative(at: block))
      for lane in block.indices {
        let (value, derivative) = (function.value(at: block[lane]), function.derivative(at: block[lane]))
        let isSame =
          (value.bitPattern == values[lane].bitPattern || value.isNaN && values[lane].isNaN)
          && (derivative.bitPattern == derivatives[lane].bitPattern || derivative.isNaN && derivatives[lane].isNaN)
        if !isSame { Issue.record("scalar and lanes differ for \(text) at \(block[lane])") }
      }
      return true
    } catch {
      if error.description.utf8.count > 3_000 || error.offset > text.utf8.count { Issue.record("\(error.offset)") }
      return false
    }
  }

  private static func text(kind: Int, using generator: inout SeededGenerator) -> String {
    switch kind {
    case 0: return RandomExpression.text(depth: Int.random(in: 0...6, using: &generator), using: &generator)
    case 1, 2:
      var scalars = Array(
        RandomExpression.text(depth: Int.random(in: 0...4, using: &generator), using: &generator).unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !scalars.isEmpty {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        let word = Array(words.randomElement(using: &generator)!.unicodeScalars)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: scalars.remove(at: place)
        case 1: scalars.replaceSubrange(place...place, with: word)
        case 2: scalars.insert(contentsOf: word, at: place)
        default: scalars.insert(contentsOf: scalars[place...].prefix(30), at: scalars.startIndex)
        }
      }
      return String(String.UnicodeScalarView(scalars))
    default:
      // Sometimes a few tokens are repeated many times, for depth and length.
      let isBomb = Int.random(in: 0..<20, using: &generator) == 0
      let pool = isBomb ? (0..<3).map { _ in words.randomElement(using: &generator)! } : words
      let count = isBomb ? Int.random(in: 1...4_000, using: &generator) : Int.random(in: 0...25, using: &generator)
      return (0..<count).map { _ in pool.randomElement(using: &generator)! }.joined()
    }
  }

  private static let words = [
    "x", "x", "x", "a", "beta", "1", "0", "2", ".5", "1e308", "1e-320", "9e999", "1e", "pi", "e", "π", "+", "-", "*",
    "/", "^",
    "+", "-", "*", "^", "(", ")", "(", ")", ",", ", ", "<", "<=", ">", "==", "!=", "=", " and ", " or ", "not ",
    "where(",
    "where(x > 0, ", "min(", "max(", "clamp(", "pow(", "exp(", "log(", "sqrt(", "tan(", "gelu_tanh(",
    "celu(x, alpha = ",
    "softplus(", "hard_tanh(x, minVal = ", "leaky-relu(", " ", "\n", "\u{2212}", "·", "²", "\u{0}", "\u{301}", "😀",
    "\u{202E}",
    "_", "\\", "\"", "**", "&&", "?", "1.2.3", "0x1p-3", "999999999999999999999999", "x x", "sin(x)", "(x)", "-(-x)",
  ]
}
