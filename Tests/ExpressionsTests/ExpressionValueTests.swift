import Activations
import PortableMath
import Sampling
import SeededNumbers
import Testing

@testable import Expressions

@Suite struct ExpressionValueTests {
  static let values: [(String, Double, Double)] = [
    // text                                   x       value
    ("x", 3, 3),
    ("2", 3, 2),
    ("1 + 2 * 3", 0, 7),
    ("(1 + 2) * 3", 0, 9),
    ("10 - 4 - 3", 0, 3),
    ("16 / 4 / 2", 0, 2),
    ("2 - -3", 0, 5),
    ("2 * -3", 0, -6),
    ("+x - +1", 4, 3),
    ("-x^2", 3, -9),
    ("(-x)^2", 3, 9),
    ("2^3^2", 0, 512),
    ("2^-1", 0, 0.5),
    ("2^-x^2", 2, 0.0625),
    ("-2^-2", 0, -0.25),
    ("--x", 3, 3),
    ("-x * -x", 3, 9),
    ("6 / 2 * 3", 0, 9),
    ("x^0", 0, 1),
    ("x^1", 5, 5),
    ("x^3", -2, -8),
    ("x^4", -2, 16),
    ("x^-1", 4, 0.25),
    ("x^0.5", 9, 3),
    ("x^5", 2, 32),
    ("3\u{B7}x \u{2212} 1", 2, 5),
    ("6 \u{F7} 2 \u{D7} 3 \u{22C5} x", 1, 9),
    (" 1\t+\n1\r ", 0, 2),
    ("1e3 + 1.5E-1 + .5 + 2. + 1.e1", 0, 1012.65),
    ("2.5e+0", 0, 2.5),
    ("pi", 0, .pi),
    ("π - pi", 0, 0),
    ("e", 0, 2.718281828459045),
    ("abs(x) + abs(-x)", -2, 4),
    ("sign(x)", -2, -1),
    ("sign(0) + sign(-0)", 0, 0),
    ("floor(x)", -1.5, -2),
    ("sqrt(x)", 16, 4),
    ("pow(x, 3)", 2, 8),
    ("min(x, 1)", 2, 1),
    ("max(x, 1)", 2, 2),
    ("min(3, x, 1, 2)", 2, 1),
    ("max(3, x, 1, 2)", 9, 9),
    ("clamp(x, -1, 1)", -3, -1),
    ("clamp(x, -1, 1)", 0.5, 0.5),
    ("clamp(x, -1, 1)", 3, 1),
    ("clamp(x, 1, -1)", 0, -1),
    ("where(x > 0, 1, 2)", 0, 2),
    ("where(x >= 0, 1, 2)", 0, 1),
    ("where(x < 0, 1, 2)", 0, 2),
    ("where(x <= 0, 1, 2)", 0, 1),
    ("where(x == 0, 1, 2)", 0, 1),
    ("where(x != 0, 1, 2)", 0, 2),
    ("where(x \u{2265} 0, 1, 2)", 0, 1),
    ("where(x \u{2264} 0, 1, 2)", 0, 1),
    ("where(x \u{2260} 0, 1, 2)", 0, 2),
    ("where(0 < x and x < 1, 1, 2)", 0.5, 1),
    ("where(0 < x and x < 1, 1, 2)", 1.5, 2),
    ("where(x < 0 or x > 1, 1, 2)", 1.5, 1),
    ("where(x < 0 or x > 1, 1, 2)", 0.5, 2),
    ("where(not x < 0, 1, 2)", 0.5, 1),
    ("where(x > 5 and x > 6 or x < 1, 1, 2)", 0, 1),
    ("where(not x > 5 or x > 6, 1, 2)", 7, 1),
    ("where((x > 0), x, sqrt(x))", 4, 4),
    ("where(x + 1 > 2 * x, 1, 2)", 0.5, 1),
    ("clip(x, -1, 1)", 3, 1),
    ("clamp(x, 2 * x, 5)", 1, 2),
    ("ceil(x)", -1.5, -1),
    ("ceil(x)", 1.25, 2),
    ("round(x)", 0.5, 0),
    ("round(x)", 1.5, 2),
    ("round(x)", 2.5, 2),
    ("round(x)", -0.5000000000000001, -1),
    ("round(x)", 0.49999999999999994, 0),
    ("trunc(x)", -1.75, -1),
    ("trunc(x)", 1.75, 1),
    ("mod(x, 3)", 7, 1),
    ("mod(x, 3)", -7, 2),
    ("mod(x, -3)", 7, -2),
    ("mod(x, 0.5)", 1e300, 0),
    ("mod(x, 1 / 0)", 2, 2),
    ("mod(x, 1 / 0)", -2, .infinity),
    ("heaviside(x)", -0.25, 0),
    ("heaviside(x)", 0, 0.5),
    ("heaviside(x)", 1e-300, 1),
    ("heaviside(x, 1)", 0, 1),
    ("heaviside(x - 1, x)", 1, 1),
    ("log2(x)", 8, 3),
    ("log2(x)", 0x1p-1074, -1074),
    ("log10(x)", 1000, 3),
    ("log10(x)", 1e-5, -5),
    ("log10(x)", 1e22, 22),
    ("log10(x)", 1e300, 300),
    ("asin(x)", 1, .pi / 2),
    ("acos(x)", -1, .pi),
    ("acos(x)", 0, .pi / 2),
    ("acos(x)", 1, 0),
    ("acosh(x)", 1, 0),
    ("atanh(x)", 1, .infinity),
    ("erfinv(x)", -1, -.infinity),
    ("relu(x)", -1, 0),
    ("relu6(x)", 7, 6),
    ("leaky_relu(x)", -1, -0.01),
    ("LeakyReLU(x, negativeSlope = 0.1)", -1, -0.1),
    ("hard_tanh(x, maxVal = 3, minVal = 2)", 1, 2),
    ("leaky_relu(x, negativeSlope = 1 / 2)", -1, -0.5),
    ("celu(relu(x) - 2, alpha = 2 ^ 1)", 2, 0),
  ]

  @Test("The value is the mathematical one.", arguments: values)
  func value(text: String, x: Double, value: Double) throws {
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    #expect(function.value(at: x) == value)
    #expect(function.expression == text && function.entry.formula == text)
  }

  @Test("Elementary functions are those of PortableMath.", arguments: [-3.7, -0.4, 0, 0.3, 1, 2.9] as [Double])
  func elementaryFunctions(x: Double) throws {
    let table: [(String, Double)] = [
      ("exp(x)", .exp(x)), ("expm1(x)", .expm1(x)), ("log(x)", .log(x)), ("log1p(x)", .log1p(x)), ("sin(x)", .sin(x)),
      ("cos(x)", .cos(x)), ("tan(x)", .tan(x)), ("sinh(x)", .sinh(x)), ("cosh(x)", .cosh(x)), ("tanh(x)", .tanh(x)),
      ("asinh(x)", .asinh(x)), ("atan(x)", .atan(x)), ("erf(x)", .erf(x)), ("erfc(x)", .erfc(x)),
      ("sigmoid(x)", .sigmoid(x)), ("softplus(x)", .softplus(x)), ("x^7", .pow(x, 7)), ("2^x", .pow(2, x)),
      ("sqrt(x)", .sqrt(x)), ("log2(x)", .log2(x)), ("log10(x)", .log10(x)), ("asin(x)", .asin(x)),
      ("acos(x)", .acos(x)),
      ("acosh(x)", .acosh(x)), ("atanh(x)", .atanh(x)), ("erfinv(x)", .erfinv(x)), ("ceil(x)", .ceil(x)),
      ("round(x)", .round(x)), ("trunc(x)", .trunc(x)), ("mod(x, 0.7)", .mod(x, 0.7)), ("mod(0.7, x)", .mod(0.7, x)),
    ]
    for (text, value) in table {
      let ours = try ActivationFunction(expression: ParsedExpression(text), name: "test").value(at: x)
      #expect(ours.bitPattern == value.bitPattern || ours.isNaN && value.isNaN, "\(text)")
    }
  }

  @Test("A function is NaN outside its domain, as in PyTorch.")
  func domains() throws {
    let table: [(String, [Double])] = [
      ("asin(x)", [1.0000000000000002, -2, .infinity]), ("acos(x)", [-1.0000000000000002, 2]), ("acosh(x)", [0.5, -2]),
      ("atanh(x)", [1.5, -.infinity]), ("log2(x)", [-1]), ("log10(x)", [-0.5]), ("erfinv(x)", [1.5]),
      ("mod(x, 0)", [1]),
      ("mod(x, 2)", [.infinity]), ("heaviside(x)", [.nan]), ("round(x)", [.nan]),
    ]
    for (text, places) in table {
      let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
      for x in places { #expect(function.value(at: x).isNaN, "\(text) at \(x)") }
    }
  }

  @Test("The logarithm of a power of its base is the exponent.", arguments: -320...308)
  func powers(exponent: Int) throws {
    let power = try #require(Double("1e\(exponent)"))
    #expect(exponent < -307 || Double.log10(power) == Double(exponent))
    let two = Double(sign: .plus, exponent: exponent, significand: 1)
    #expect(Double.log2(two) == Double(exponent))
  }

  @Test("Parameters are bound by their position.")
  func parameters() throws {
    let expression = try ParsedExpression(
      "a * x + b * leaky_relu(-x, negativeSlope = c)", parameterNames: ["c", "b", "a"])
    let function = try ActivationFunction(
      expression: expression, parameterValues: [0.5, 3, 2], name: "own", title: "Own")
    #expect(function.value(at: 4) == 2)
    #expect(function.value(at: -4) == 4)
    #expect(function.derivative(at: 4) == 0.5)
    #expect(function.entry.name == "own" && function.entry.title == "Own")
    #expect(function.entry.parameters.map(\.name) == ["c", "b", "a"])
    #expect(ActivationFunction(function.entry, parameterValues: [0, 0, 1]).value(at: 7) == 7)
    #expect(ActivationFunction(function.entry, parameterValues: [1e9, 0, 1]).value(at: 7).isNaN)
  }

  @Test("Eight numbers at once and whole blocks give the same bits as one at a time.", arguments: 0..<100)
  func lanes(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let text = RandomExpression.text(depth: 5, using: &generator)
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    let inputs =
      [0, -0.0, 1, -1, .infinity, -.infinity, .nan, 1e300]
      + (0..<392).map { _ in Double.random(in: -6...6, using: &generator) }
    var block = stride(from: 0, to: inputs.count, by: 8).map { Lanes(inputs[$0..<$0 + 8]) }
    let derivatives = block.map { function.function.derivative(at: $0) }
    let values = block.map { function.function.value(at: $0) }
    block.withUnsafeMutableBufferPointer { function.function.replaceByValues($0) }
    for (index, x) in inputs.enumerated() {
      let value = function.value(at: x)
      #expect(hasSameBits(values[index / 8][index % 8], value), "\(text) at \(x)")
      #expect(hasSameBits(block[index / 8][index % 8], value), "\(text) at \(x)")
      #expect(hasSameBits(derivatives[index / 8][index % 8], function.derivative(at: x)), "\(text) at \(x)")
    }
    let samples = SampleSet(seed: UInt64(seed), count: 1 + seed * 7)
    let outputs = function.outputs(of: samples).map(\.bitPattern)
    let singly = samples.values.map { Float(function.value(at: Double($0))).bitPattern }
    #expect(zip(outputs, singly).allSatisfy { $0 == $1 || Float(bitPattern: $0).isNaN && Float(bitPattern: $1).isNaN })
  }

  private func hasSameBits(_ first: Double, _ second: Double) -> Bool {
    first.bitPattern == second.bitPattern || first.isNaN && second.isNaN
  }
}
