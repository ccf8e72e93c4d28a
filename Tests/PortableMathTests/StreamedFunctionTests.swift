import PortableMath
import SeededNumbers
import Testing

/// Tests of `StreamedFunction` against the formulas of its functions. Those of the catalogue are compared in `CatalogueTests`.
@Suite struct StreamedFunctionTests {
  /// A streamed function with its formula, and that of its derivative if it has one.
  struct Form: Sendable, CustomStringConvertible {
    let description: String
    let function: StreamedFunction
    let value: @Sendable (Double) -> Double
    let slope: (@Sendable (Double) -> Double)?
  }

  static let forms: [Form] = [
    Form(description: "tanh", function: .tanh, value: Double.tanh, slope: hyperbolicSlope),
    Form(
      description: "sigmoid", function: .sigmoid, value: Double.sigmoid,
      slope: { Double.sigmoid($0) * Double.sigmoid(-$0) }),
    Form(description: "gelu", function: .gelu, value: Double.gelu, slope: nil),
    Form(
      description: "exponential unit",
      function: .exponentialUnit(right: 1.5, left: 0.75, scale: 3, leftSlope: 0.25),
      value: { $0 > 0 ? 1.5 * $0 : 0.75 * Double.expm1($0 / 3) },
      slope: { $0 > 0 ? 1.5 : 0.25 * Double.exp($0 / 3) }),
    Form(
      description: "softplus", function: .softplus(beta: 1.25, threshold: 7),
      value: { 1.25 * $0 > 7 ? $0 : Double.softplus(1.25 * $0) / 1.25 },
      slope: { 1.25 * $0 > 7 ? 1 : Double.sigmoid(1.25 * $0) }),
    Form(
      description: "swish", function: .swish(beta: -1.5), value: { $0 * Double.sigmoid(-1.5 * $0) }, slope: swishSlope),
  ]

  private static func hyperbolicSlope(at x: Double) -> Double {
    let decay = Double.exp(-2 * x.magnitude)
    return 4 * decay / ((1 + decay) * (1 + decay))
  }

  private static func swishSlope(at x: Double) -> Double {
    let gate = Double.sigmoid(-1.5 * x)
    return gate + -1.5 * (x * (gate * Double.sigmoid(1.5 * x)))
  }

  private func arguments(count: Int) -> [Float] {
    var generator = SeededGenerator(seed: count)
    let edges: [Float] = [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -200, 200, 1e30, -1e30]
    return (0..<count).map { $0 < edges.count ? edges[$0] : Float.random(in: -40...40, using: &generator) }
  }

  @Test("A streamed function gives the values of its formula, rounded once.", arguments: forms, [0, 5, 64, 65, 1000])
  func values(form: Form, count: Int) {
    let inputs = arguments(count: count)
    var outputs = [Float](repeating: 0, count: count)
    outputs.withUnsafeMutableBufferPointer { places in
      inputs.withUnsafeBufferPointer { form.function.fill(places, with: $0) }
    }
    for (x, y) in zip(inputs, outputs) {
      let expected = Float(form.value(Double(x)))
      #expect(y.bitPattern == expected.bitPattern || (y.isNaN && expected.isNaN), "\(form) at \(x)")
    }
  }

  @Test("The derivatives over a block are those of the formula.", arguments: forms, [0, 1, 7, 8, 9, 33])
  func slopes(form: Form, lanes: Int) {
    let inputs = arguments(count: lanes * Lanes.scalarCount).map { Double($0) }
    var block = inputs.inLanes
    let isFound = block.withUnsafeMutableBufferPointer { form.function.replaceByDerivatives($0) }
    #expect(isFound == (form.slope != nil) || lanes == 0)
    guard let slope = form.slope else { return }
    for (x, y) in zip(inputs, [Double](block, count: inputs.count)) {
      let expected = slope(x)
      #expect(y.bitPattern == expected.bitPattern || (y.isNaN && expected.isNaN), "\(form) at \(x)")
    }
  }
}
