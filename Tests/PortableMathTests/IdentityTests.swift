import PortableMath
import SeededNumbers
import Testing

private let unit = 0x1p-53

@Suite struct IdentityTests {
  @Test("Odd functions change their sign with the argument, and even ones do not.", arguments: 0..<100)
  func symmetry(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = generator.argument()
    guard !x.isNaN, x.isFinite else { return }
    for odd in [Double.sin, Double.tan, Double.atan, Double.tanh, Double.sinh, Double.asinh, Double.erf] {
      #expect(odd(-x).bitPattern == (-odd(x)).bitPattern, "\(x)")
    }
    for even in [Double.cos, Double.cosh] {
      #expect(even(-x).bitPattern == even(x).bitPattern, "\(x)")
    }
  }

  @Test("No value lies outside the range of its function.", arguments: 0..<100)
  func range(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = generator.argument()
    guard x.isFinite else { return }
    for function in [Double.sin, Double.cos, Double.tanh, Double.erf] { #expect(function(x).magnitude <= 1, "\(x)") }
    #expect((0...1).contains(Double.sigmoid(x)))
    #expect((0...2).contains(Double.erfc(x)))
    #expect(Double.softplus(x) >= Swift.max(x, 0))
    #expect(Double.exp(x) >= 0)
    #expect(Double.expm1(x) >= -1)
    #expect(Double.cosh(x) >= 1)
  }

  @Test("Complementary functions have the correct sum.", arguments: 0..<200)
  func complements(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = Double.random(in: -30...30, using: &generator)
    #expect((Double.sigmoid(x) + Double.sigmoid(-x) - 1).magnitude <= 2 * unit, "\(x)")
    #expect((Double.erf(x) + Double.erfc(x) - 1).magnitude <= 4 * unit, "\(x)")
    #expect((Double.softplus(x) - Double.softplus(-x) - x).magnitude <= 4 * unit * (1 + x.magnitude), "\(x)")
    let (sine, cosine) = (Double.sin(x), Double.cos(x))
    #expect((sine * sine + cosine * cosine - 1).magnitude <= 4 * unit, "\(x)")
    #expect((Double.cosh(x) + Double.sinh(x) - Double.exp(x)).magnitude <= 6 * unit * Double.cosh(x), "\(x)")
  }

  @Test("Inverse functions invert.", arguments: 0..<200)
  func inverses(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = Double.random(in: -40...40, using: &generator)
    // An error of one unit in the last place of x becomes an error of |x| units of the exponential.
    #expect((Double.log(Double.exp(x)) - x).magnitude <= 2 * unit * (1 + 2 * x.magnitude), "\(x)")
    #expect(
      (Double.log1p(Double.expm1(Swift.max(x, -1))) - Swift.max(x, -1)).magnitude <= 8 * unit * (1 + x.magnitude),
      "\(x)")
    #expect((Double.asinh(Double.sinh(x)) - x).magnitude <= 4 * unit * (1 + x.magnitude), "\(x)")
    #expect((Double.tan(Double.atan(x)) - x).magnitude <= 4 * unit * (1 + x * x), "\(x)")
  }

  @Test("The hyperbolic tangent is a scaled sigmoid.", arguments: 0..<100)
  func tangentOfSigmoid(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = Double.random(in: -10...10, using: &generator)
    #expect((Double.tanh(x) - (2 * Double.sigmoid(2 * x) - 1)).magnitude <= 4 * unit, "\(x)")
  }
}
