import Foundation
import PortableMath
import SeededNumbers
import Testing

@testable import Activations

/// Exact moments of formulas from chance, judged by a plain sum over a fine grid that shares no code with the quadrature.
///
/// MOMENT_FUZZ_COUNT says how many (`scripts/fuzz-formulas` makes ten thousand), MOMENT_FUZZ_SEED which.
@Suite struct FormulaMomentsFuzzTests {
  static let parts = 8
  static let count = number("MOMENT_FUZZ_COUNT") ?? 16
  static let seed = number("MOMENT_FUZZ_SEED") ?? 0

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test(arguments: 0..<parts)
  func `No number is wrong`(part: Int) throws {
    var (found, all) = (0, 0)
    for index in stride(from: part, to: Self.count, by: Self.parts) {
      var generator = SeededGenerator(seed: Self.seed &* 1_000_003 &+ index &+ 1)
      let text = RandomFormula.text(using: &generator)
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "fuzz")
      let moments = NormalMoments(of: function)
      let judge = GridIntegrals(of: function)
      for (name, moment, sums) in [
        ("mean", moments.mean, judge.mean), ("signal gain", moments.signalGain, judge.signalGain),
        ("gradient gain", moments.gradientGain, judge.gradientGain),
      ] {
        all += 1
        guard let value = moment.value else { continue }
        found += 1
        let difference = abs(value - sums.value)
        // What the grid cannot tell it does not judge: a number stands out only where the grids agree far better.
        if difference > 1e-9 * sums.size, difference > 32 * sums.error {
          Issue.record("\(index): \(name) of \(text) is \(value), and on a grid \(sums.value) ± \(sums.error)")
        }
      }
    }
    if Self.count > 1_000 { print("\(part): \(found) of \(all) moments are numbers") }
    #expect(found * 4 >= all || all < 30)
  }
}

/// Formulas with kinks, jumps, narrow features and poles where chance puts them.
enum RandomFormula {
  static func text(using generator: inout SeededGenerator) -> String {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &generator) { parts.append(term(using: &generator)) }
    return parts.joined(separator: [" + ", " - ", " * "].randomElement(using: &generator)!)
  }

  private static func number(_ range: ClosedRange<Double>, _ generator: inout SeededGenerator) -> String {
    String((Double.random(in: range, using: &generator) * 1_000).rounded() / 1_000)
  }

  private static func term(using generator: inout SeededGenerator) -> String {
    let place = "(\(number(-2.5...2.5, &generator)))"
    let (factor, power) = ("(\(number(-3...3, &generator)))", "(\(number(-0.9...2.9, &generator)))")
    let width = ["1", "0.3", "0.05", "0.01", "0.002"].randomElement(using: &generator)!
    let u = "(x - \(place))"
    switch Int.random(in: 0..<18, using: &generator) {
    case 0: return "\(factor) * abs\(u)^\(power)"
    case 1: return "where(abs\(u) < \(width), \(factor), 0)"
    case 2: return "\(factor) * exp(-(\(u) / \(width))^2)"
    case 3: return "tanh(\(u) / \(width))"
    case 4: return "relu(\(factor) * x + \(place))"
    case 5: return "clamp(\(factor) * x^3, \(number(-2 ... -0.1, &generator)), \(number(0.1...2, &generator)))"
    case 6: return "floor(\(factor) * x)"
    case 7: return "max(x, \(factor) * x^2 - 1)"
    case 8: return "where(sin(\(factor) * x) > \(place), x, \(factor))"
    case 9: return "1 / (1 + (\(u) / \(width))^2)"
    case 10: return "log(abs\(u))"
    case 11: return "sqrt(abs(x^2 - abs\(place)))"
    case 12: return "softplus(\(u) / \(width)) * \(width)"
    case 13: return "x * sigmoid(\(factor) * x)"
    case 14: return "\(factor) / \(u)"
    case 15: return "exp(\(factor) * x / 2)"
    case 16: return "mod(\(factor) * x, 1.5)"
    default: return RandomExpression.text(depth: 2, using: &generator)
    }
  }
}

/// Integrals by the midpoint rule on three fine grids.
struct GridIntegrals {
  struct Sum {
    let value: Double
    /// ∫|g|φ.
    let size: Double
    /// By how much the grids differ.
    let error: Double
  }

  let mean: Sum
  let signalGain: Sum
  let gradientGain: Sum

  init(of function: ActivationFunction) {
    // Places of poles lie differently between the points of each.
    let grids = [0x1p-10 * 0.997, 0x1p-10 * 0.771, 0x1p-11 * 1.103].map { Self.sums(of: function, step: $0) }
    func sum(_ index: Int) -> Sum {
      let (values, sizes) = (grids.map { $0[index].value }, grids.map { $0[index].size })
      let error = (values.max() ?? 0) - (values.min() ?? 0) + (sizes.max() ?? 0) - (sizes.min() ?? 0)
      return Sum(value: values[2], size: sizes[2], error: error.isFinite ? error : .infinity)
    }
    (mean, signalGain, gradientGain) = (sum(0), sum(1), sum(2))
  }

  private static func sums(of function: ActivationFunction, step: Double) -> [(value: Double, size: Double)] {
    var sums = [(value: Double, size: Double)](repeating: (0, 0), count: 3)
    let count = Int(12 / step)
    let block = (-count..<count).map { step * (Double($0) + 0.5) }
    for start in stride(from: 0, to: block.count, by: 8) {
      let x = Lanes((start..<start + 8).map { $0 < block.count ? block[$0] : 100 })
      let (values, slopes) = (function.function.value(at: x), function.function.derivative(at: x))
      for lane in x.indices where start + lane < block.count {
        let weight = step * 0.3989422804014327 * Double.exp(-0.5 * x[lane] * x[lane])
        let terms = [values[lane] * weight, values[lane] * values[lane] * weight, slopes[lane] * slopes[lane] * weight]
        for (index, term) in terms.enumerated() {
          sums[index].value += term
          sums[index].size += abs(term)
        }
      }
    }
    return sums
  }
}
