import Activations
import Foundation
import SeededNumbers
import Testing

@testable import Expressions

/// Tests that compare exact moments of random formulas with an independent quadrature.
///
/// The environment variable MOMENT_FUZZ_COUNT sets their number (`scripts/fuzz-formulas` makes ten thousand), and
/// MOMENT_FUZZ_SEED their seed.
@Suite struct FormulaMomentsFuzzTests {
  static let parts = 4
  static let count = number("MOMENT_FUZZ_COUNT") ?? 64
  static let seed = number("MOMENT_FUZZ_SEED") ?? 0

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test("No moment is wrong, and few are undetermined.", arguments: 0..<parts)
  func randomFormulas(part: Int) throws {
    // The numbers of moments for which the reference has a value, which are also found, and which diverge.
    var (all, known, found, divergent) = (0, 0, 0, 0)
    for index in stride(from: part, to: Self.count, by: Self.parts) {
      var generator = SeededGenerator(seed: Self.seed &* 1_000_003 &+ index &+ 1)
      let formula = try RandomFormula(using: &generator)
      let function = try ActivationFunction(expression: ParsedExpression(formula.text), name: "fuzz")
      let (moments, judge) = (NormalMoments(of: function), KronrodIntegrals(of: formula))
      let variance = moments.standardDeviation.value.map { ExactMoment.value($0 * $0) } ?? moments.standardDeviation
      for (name, moment, verdict) in [
        ("mean", moments.mean, judge.mean), ("variance", variance, judge.variance),
        ("signal gain", moments.signalGain, judge.signalGain),
        ("gradient gain", moments.gradientGain, judge.gradientGain),
      ] {
        all += 1
        if verdict.value != nil { known += 1 }
        switch (moment, verdict) {
        case (.value(let value), .value(let expected, let size)):
          found += 1
          // Both are accurate to 10⁻⁹ of the mean magnitude.
          if abs(value - expected) > 2e-9 * size {
            Issue.record("\(index): the \(name) of \(formula.text) is \(expected), not \(value)")
          }
        case (.value(let value), .diverges):
          Issue.record("\(index): the \(name) of \(formula.text) does not exist, and is said to be \(value)")
        case (.doesNotExist, .value(let expected, _)):
          Issue.record("\(index): the \(name) of \(formula.text) is \(expected), and is said not to exist")
        case (_, .diverges): divergent += 1
        default: break
        }
      }
    }
    if Self.count > 1_000 {
      print("\(part): of \(all) moments \(known) are known and \(divergent) diverge; \(found) were found")
    }
    #expect(found * 10 >= known * 9, "\(found) of \(known) moments were found")
    #expect((known + divergent) * 10 >= all * 7, "\(known + divergent) of \(all) moments could be judged")
  }
}
