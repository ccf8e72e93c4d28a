import Activations
import Certificates
import Expressions
import Testing

@Suite struct FormulaFactsTests {
  private func facts(_ text: String) throws -> CertifiedFacts {
    CertifiedFacts(of: try ActivationFunction(expression: ParsedExpression(text), name: "formula"))
  }

  @Test("A formula of a catalogue function has the same facts, however it is written.")
  func sameFunction() throws {
    let gelu = CertifiedFacts(of: ActivationFunction(try #require(Catalogue.entry(named: "gelu"))))
    for text in ["x / 2 * (1 + erf(x / sqrt(2)))", "0.5 * x * erfc(-x / sqrt(2))", "gelu(x)"] {
      let facts = try facts(text)
      let (first, second) = (try #require(gelu.infimum.number), try #require(facts.infimum.number))
      #expect(first.lower <= second.upper && second.lower <= first.upper)
      let (one, other) = (try #require(gelu.lipschitzConstant.number), try #require(facts.lipschitzConstant.number))
      #expect(one.lower <= other.upper && other.lower <= one.upper)
      #expect(facts.monotonePieces?.map(\.trend) == [.decreasing, .increasing])
      #expect(facts.left == gelu.left && facts.right == gelu.right)
    }
  }

  @Test("A choice is continuous where both sides have the same limit, and jumps where they have not.")
  func choices() throws {
    let continuous = try facts("where(x > 0, x, 0.5 * (exp(x) - 1))")
    #expect(continuous.isContinuous == true)
    #expect(continuous.isMonotone == true)
    #expect(continuous.lipschitzConstant.number == ProvedNumber(lower: 1, upper: 1))
    let jumping = try facts("where(x > 0, x + 1, 0.5 * (exp(x) - 1))")
    #expect(jumping.isContinuous == false)
    #expect(jumping.isMonotone == true)
    #expect(jumping.lipschitzConstant == .none)
    #expect(try facts("where(x > 0, x - 1, x)").isMonotone == false)
    #expect(try facts("where(x == 2, 5, x)").isContinuous == false)
  }

  @Test("Poles and ends of the domain make a function unbounded or undefined, and nothing else is claimed.")
  func poles() throws {
    let inverse = try facts("1 / x")
    #expect(inverse.supremum == .unbounded && inverse.infimum == .unbounded)
    #expect(inverse.isDefinedEverywhere == false && inverse.isMonotone == false)
    #expect(inverse.monotonePieces?.map(\.trend) == [.decreasing, .decreasing])
    #expect(inverse.lipschitzConstant == .none)
    let logarithm = try facts("log(abs(x))")
    #expect(logarithm.infimum == .unbounded && logarithm.supremum == .unbounded)
    #expect(logarithm.right == .none)
    let root = try facts("sqrt(abs(x))")
    #expect(root.infimum == .attained(ProvedNumber(lower: 0, upper: 0), at: ProvedNumber(lower: 0, upper: 0)))
    #expect(root.lipschitzConstant == .none)
    #expect(try facts("log(x)").isDefinedEverywhere == false)
  }

  @Test("Of periodic functions the bounds are enclosed, and the pieces are not known.")
  func periodic() throws {
    let sine = try facts("sin(x)")
    #expect(sine.supremum.number?.upper == 1)
    #expect(try #require(sine.supremum.number).lower > 1 - 1e-14)
    #expect(sine.monotonePieces == nil)
    #expect(sine.isMonotone == false)
    #expect(sine.isBounded == true)
    #expect(sine.left == .notKnown)
    #expect(try facts("x + sin(x)").monotonePieces?.map(\.trend) == [.increasing])
    #expect(try facts("x * sin(x)").supremum == .notKnown)
  }

  @Test("An asymptote has the slope and the intercept of the limits.")
  func asymptotes() throws {
    guard case .line(let slope, let intercept) = try facts("sqrt(2 * x^2 + 3 * x + 1)").right else {
      Issue.record("the asymptote is not proved")
      return
    }
    #expect(slope.lower <= 2.0.squareRoot() && 2.0.squareRoot() <= slope.upper && slope.width < 1e-15)
    #expect(intercept.lower <= 1.0606601717798212 && 1.0606601717798213 <= intercept.upper && intercept.width < 1e-14)
    #expect(try facts("x^2").left == .none)
    #expect(try facts("x / log(2 + x^2)").right == .none)
  }

  @Test("Of a formula of a thousand nested operations nothing is proved, and of sixty everything.")
  func longFormulas() throws {
    let sum = try facts(Array(repeating: "x", count: 499).joined(separator: " + "))
    #expect(sum.infimum == .notKnown && sum.isContinuous == nil)
    let nested = String(repeating: "tanh(", count: 60) + "x" + String(repeating: ")", count: 60)
    #expect(try facts(nested).isMonotone == true)
  }

  @Test("Formulas of every kind end in facts, without a trap, within the limits of work.")
  func hostile() throws {
    for text in [
      "1e308 * x * 10", "exp(exp(exp(x)))", "x^200 - x^199", "exp(1e3) - exp(1e3)", "0 / 0 + x", "log(-1)",
      "1 / (x - x)",
      "floor(1000 * x)", "sin(1e300 * x)", "tan(x)", "x^x", "abs(x)^sin(x)", "mod(x, 1e-9)",
      "where(sin(1 / x) > 0, 1, -1)",
      "1 / sin(x)", "erfinv(x)", "acosh(x)", "sqrt(-1 - x^2)", "1e-320 * x", "(x - 1e17)^3", "atan(1 / x)",
      "0 * log(x)",
      "exp(-1 / x^2)", "max(min(x, 1 / x), -1 / x)", "x^0.3333333333333333", "sinh(x) - cosh(x)", "1e308", "(-2)^x",
    ] {
      let facts = try facts(text)
      if case .attained(let number, _) = facts.infimum { #expect(number.lower <= number.upper, "\(text)") }
      if case .constant(let number, let places) = facts.lipschitzConstant {
        #expect(number.lower <= number.upper && !places.isEmpty, "\(text)")
      }
    }
  }
}
