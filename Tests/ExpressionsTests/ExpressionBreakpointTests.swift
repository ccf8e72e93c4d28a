import PortableMath
import SeededNumbers
import Testing

@testable import Activations
@testable import Expressions

@Suite struct ExpressionBreakpointTests {
  private func function(_ text: String) throws -> ActivationFunction {
    try ActivationFunction(expression: ParsedExpression(text), name: "test")
  }

  private static func kinks(_ places: Double...) -> [Breakpoint] { places.map { Breakpoint(.kink, at: $0) } }
  private static func jumps(_ places: Double...) -> [Breakpoint] { places.map { Breakpoint(.jump, at: $0) } }

  static let breakpoints: [(String, [Breakpoint])] = [
    // Straight lines.
    ("x^2", []), ("abs(x)", kinks(0)), ("abs(2 * x - 1)", kinks(0.5)), ("x * abs(x)", []), ("sign(x)", jumps(0)),
    ("max(x, 1 - x)", kinks(0.5)), ("clamp(x, -1, 2)", kinks(-1, 2)), ("where(x > 3, 1, 2)", jumps(3)),
    ("where(x > 0, x, expm1(x))", []), ("where(x > 0, x, 2 * expm1(x))", kinks(0)), ("relu(-(x + 1) / 2)", kinks(-1)),
    ("where(x != 0, sin(x) / x, 1)", []), ("where(x == 1, 5, x)", jumps(1)), ("hard_sigmoid(3 * x)", kinks(-1, 1)),
    ("clamp(0.2 * x + 0.5, 0, 1)", kinks(-2.5, 2.5)), ("relu(x - 1000)", kinks(1000)),
    // This has a jump of 2e-9, which single precision does not resolve.
    ("softplus(x)", []), ("softplus(x, threshold = 1)", jumps(1)), ("x * tanh(softplus(x))", []),
    // Curves.
    ("where(abs(x) > 0.5, x, 0)", jumps(-0.5, 0.5)), ("where(x^2 > 0.25, x, 0)", jumps(-0.5, 0.5)),
    ("where(x^2 < 0.25, 0, x)", jumps(-0.5, 0.5)), ("where(0.25 >= x * x, x, 0)", jumps(-0.5, 0.5)),
    ("relu(1.0625 - abs(x))", kinks(-1.0625, 0, 1.0625)), ("relu(tanh(x))", kinks(0)),
    ("clamp(x^3, -3.375, 3.375)", kinks(-1.5, 1.5)), ("min(x, x^2)", kinks(0, 1)), ("max(x, x^3)", kinks(-1, 0, 1)),
    ("relu(exp(x) - 1)", kinks(0)), ("abs(x^2 - 4)", kinks(-2, 2)), ("abs((x - 0.75)^3)", []),
    ("where(log(x) > 0, x, 1)", [Breakpoint(.kink, at: 1)]),
    ("relu6(x^2)", kinks(-2.449489742783178, 2.449489742783178)),
    ("where(abs(x) < 2 and x > -1, 1, 0)", jumps(-1, 2)), ("where(not (x < 1 or x > 2), 1, 0)", jumps(1, 2)),
    ("abs(abs(abs(x) - 2) - 1)", kinks(-3, -2, -1, 0, 1, 2, 3)), ("x * sign(x - 2)", jumps(2)),
    // Narrow features.
    ("where(abs(x - 1.3125) < 0.0009765625, 1, 0)", jumps(1.3115234375, 1.3134765625)),
    ("where((x - 0.75)^2 < 0.000244140625, 1, 0)", jumps(0.734375, 0.765625)),
    ("where((x - 0.7)^2 <= 0, 1, 0)", jumps(0.7)), ("relu(1e-9 - abs(x))", kinks(-1e-9, 0, 1e-9)),
    // Poles and infinite slopes.
    ("1 / x", [Breakpoint(.pole, at: 0)]), ("1 / (x - 1)^2", [Breakpoint(.pole, at: 1)]),
    ("log(abs(x))", [Breakpoint(.pole, at: 0)]), ("log(x)", [Breakpoint(.pole, at: 0)]),
    ("1 / (x + 3)^2", [Breakpoint(.pole, at: -3)]), ("1 / (x - 0.7)^2", [Breakpoint(.pole, at: 0.7)]),
    ("abs(x)^(-0.3)", [Breakpoint(.pole, at: 0)]), ("1 / (x^2 - 4)", [-2, 2].map { Breakpoint(.pole, at: $0) }),
    ("sign(x) * abs(x)^(1/3)", [Breakpoint(.infiniteSlope, at: 0)]), ("sqrt(x)", [Breakpoint(.infiniteSlope, at: 0)]),
    ("sqrt(abs(x))", [Breakpoint(.infiniteSlope, at: 0)]), ("x^0.25", [Breakpoint(.infiniteSlope, at: 0)]),
    ("x * log(abs(x))", [Breakpoint(.infiniteSlope, at: 0)]), ("sqrt(relu(x))", [Breakpoint(.infiniteSlope, at: 0)]),
    ("where(x > 1, x, log(-1))", [Breakpoint(.end, at: 1)]), ("x^1.5", [Breakpoint(.end, at: 0)]),
    ("exp(1 / x)", [Breakpoint(.pole, at: 0)]), ("exp(-1 / x^2)", []), ("sin(x) / x", []),
    ("1e6 + sqrt(abs(x))", [Breakpoint(.infiniteSlope, at: 0)]), ("(exp(x) - 1 - x) / x^2", []), ("x / x", []),
    ("(1 - cos(x)) / x^2", []), ("expm1(x) / x", []), ("tanh(1 / x)", jumps(0)),
    // Rounding and remainders.
    ("clip(round(x), -1, 1)", jumps(-0.5, 0.5)), ("clip(ceil(x), -1, 1)", jumps(-1, 0)),
    ("clip(trunc(x), -1, 1)", jumps(-1, 1)), ("heaviside(x - 1, 0.5)", jumps(1)),
    ("asin(clip(x, -1, 1))", [-1, 1].map { Breakpoint(.infiniteSlope, at: $0) }),
    ("log2(x)", [Breakpoint(.pole, at: 0)]),
    ("atanh(x / 2)", [-2, 2].map { Breakpoint(.pole, at: $0) }),
    // Conditions whose change has no effect on value and derivative.
    ("where(x > 0, x, x)", []), ("abs(x)^2", []), ("relu(x)^2", []), ("max(x, x)", []), ("min(5, 5 + x^2)", []),
    ("where(x > 1, sqrt(x), sqrt(x))", [Breakpoint(.infiniteSlope, at: 0)]), ("sin(x)^2 + cos(x)^2", []),
  ]

  @Test("Breakpoints are found at their place with their kind.", arguments: breakpoints)
  func placesAndKinds(text: String, breakpoints: [Breakpoint]) throws {
    let function = try function(text)
    #expect(function.breakpoints == breakpoints)
    #expect(function.function.declaresBreakpoints)
  }

  @Test("Every breakpoint of a piecewise linear function is found.")
  func straightLines() throws {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<400 {
      let slope = (Double.random(in: -4...4, using: &generator) * 1_000).rounded() / 1_000
      let shift = (Double.random(in: -4...4, using: &generator) * 1_000).rounded() / 1_000
      guard slope != 0 else { continue }
      let line = "(\(slope)) * x + (\(shift))"
      let place = -shift / slope
      for (text, kind) in [("where(\(line) > 0, 1, -1)", Breakpoint.Kind.jump), ("relu(\(line))", .kink)] {
        let found = try function(text).breakpoints
        #expect(found.count == 1 && found[0].kind == kind, "\(text): \(found)")
        #expect(abs(found[0].position - place) <= 4 * max(place.ulp, 0x1p-54 * abs(1 / slope)), "\(text): \(found)")
      }
      let ends = try function("clamp(\(line), -0.5, 0.75)").breakpoints
      let places = [(-0.5 - shift) / slope, (0.75 - shift) / slope].sorted()
      #expect(
        ends.map(\.kind) == [.kink, .kink] && zip(ends, places).allSatisfy { abs($0.position - $1) <= 1e-12 },
        "\(line): \(ends)")
    }
  }

  @Test("The jumps of a staircase are found up to a limit, beyond which they are unknown.")
  func staircase() throws {
    let stairs = try function("floor(2 * x)")
    #expect(stairs.breakpoints.filter { abs($0.position) < 38 }.map(\.position) == (-75...75).map { Double($0) / 2 })
    #expect(stairs.breakpoints.allSatisfy { $0.kind == .jump })
    #expect(try function("floor(50 * x)").breakpoints.count >= 3_800)
    for text in ["floor(1000 * x)", "where(sin(10000 * x) > 0, x, 0)"] {
      #expect(try !function(text).function.declaresBreakpoints, "\(text)")
    }
  }

  @Test("A remainder jumps where the quotient is an integer.")
  func remainder() throws {
    let places = try function("mod(x, 1.5)").breakpoints.filter { abs($0.position) < 9.1 }
    #expect(places == (-6...6).map { Breakpoint(.jump, at: 1.5 * Double($0)) })
  }

  @Test("Each sign change of a curve is found.")
  func signChanges() throws {
    let sine = try function("where(sin(3 * x) > 0.5, 1, 0)").breakpoints.filter { abs($0.position) < 30 }
    var expected: [Double] = []
    for turn in -40...40 {
      for angle in [Double.pi / 6, 5 * Double.pi / 6] { expected.append((angle + 2 * Double.pi * Double(turn)) / 3) }
    }
    expected = expected.filter { abs($0) < 30 }.sorted()
    #expect(sine.count == expected.count)
    for (found, expected) in zip(sine, expected) { #expect(abs(found.position - expected) < 1e-13) }
    // The two roots have a distance of 2e-6.
    let pair = try function("where(x^3 - 3.6 * x^2 + 4.319999999999 * x - 1.727999999998 > 0, 1, 0)")
    #expect(pair.breakpoints.count >= 1 && pair.function.declaresBreakpoints)
  }

  @Test("The limits at a place are those of the adjacent pieces.")
  func limits() throws {
    let table: [(String, Double, OneSidedLimits.Pair, OneSidedLimits.Pair?)] = [
      ("relu(x)", 0, .init(before: 0, after: 0), .init(before: 0, after: 1)),
      ("where(x <= -0.5, 2 * x, 3)", -0.5, .init(before: -1, after: 3), .init(before: 2, after: 0)),
      ("1 / x", 0, .init(before: -.infinity, after: .infinity), .init(before: -.infinity, after: -.infinity)),
      ("sqrt(abs(x))", 0, .init(before: 0, after: 0), .init(before: -.infinity, after: .infinity)),
      ("where(x > 0, sin(x) / x, cos(x) - 3)", 0, .init(before: -2, after: 1), .init(before: 0, after: 0)),
      ("(1 - cos(x)) / x^2", 0, .init(before: 0.5, after: 0.5), nil),
    ]
    for (text, place, value, derivative) in table {
      let limits = try function(text).limits(at: place)
      for (found, expected) in [
        (limits.value.before, value.before), (limits.value.after, value.after),
        (limits.derivative.before, derivative?.before ?? limits.derivative.before),
        (limits.derivative.after, derivative?.after ?? limits.derivative.after),
      ] { #expect(found == expected || abs(found - expected) < 1e-9, "\(text) at \(place): \(found) for \(expected)") }
    }
  }
}
