import Activations
import Depth
import Expressions
import Testing

@Suite struct VarianceMapTests {
  private func map(_ text: String, weightVariance: Double, biasVariance: Double = 0) throws -> VarianceMap {
    let function = try ActivationFunction(expression: ParsedExpression(text), name: "test")
    return VarianceMap(
      of: function, initializedBy: Initialization(weightVariance: weightVariance, biasVariance: biasVariance))
  }

  @Test("Iterated layers of tanh come to the stable fixed point, and zero is unstable.")
  func hyperbolicTangent() throws {
    let map = try map("tanh(x)", weightVariance: 2.25)
    let points = map.fixedPoints(beside: 2.25)
    #expect(points.count == 1)
    var variance = 2.25
    for _ in 0..<300 { variance = try #require(map.value(at: variance).value) }
    #expect((points[0].variance - variance).magnitude <= 1e-12 * variance)
    #expect(points[0].stability == .stable)
    let zero = map.fixedPoints(beside: 1e-9)
    #expect(zero.map(\.stability) == [.unstable, .stable])
    #expect(zero[0].variance == 0 && zero[0].slope == .value(2.25))
    #expect((zero[1].variance - variance).magnitude <= 1e-11 * variance)
  }

  @Test("A bias moves the fixed point away from zero.")
  func bias() throws {
    let points = try map("x / 2", weightVariance: 1, biasVariance: 0.75).fixedPoints(beside: 100)
    #expect(points.count == 1)
    #expect((points[0].variance - 1).magnitude <= 1e-13)
    #expect((try #require(points[0].slope.value) - 0.25).magnitude <= 1e-12)
  }

  @Test("Every variance is a neutral fixed point of ReLU with He's initialization.")
  func rectifier() throws {
    let points = try map("relu(x)", weightVariance: 2).fixedPoints(beside: 7)
    #expect(points.map(\.variance) == [7] && points.map(\.stability) == [.neutral])
  }

  @Test("Larger weights of ReLU leave only zero, which is unstable.")
  func growth() throws {
    let points = try map("relu(x)", weightVariance: 3).fixedPoints(beside: 1)
    #expect(points == [VarianceFixedPoint(variance: 0, slope: .value(1.5))])
    #expect(points[0].stability == .unstable)
  }

  @Test("A fixed point that layers go away from separates vanishing from growing signals.")
  func separation() throws {
    // E (√q z)⁶ = 15 q³, so that q³ = q at 1 with the slope 3.
    let map = try map("x^3", weightVariance: 1.0 / 15)
    for start in [0.5, 2] {
      let points = map.fixedPoints(beside: start)
      let point = try #require(points.last)
      #expect((point.variance - 1).magnitude <= 1e-12 && point.stability == .unstable)
      #expect((try #require(point.slope.value) - 3).magnitude <= 1e-11)
      #expect(points.count == (start < 1 ? 2 : 1))
    }
    #expect(map.fixedPoints(beside: 0.5)[0] == VarianceFixedPoint(variance: 0, slope: .value(0)))
  }

  @Test("A function without moments has no fixed points.")
  func withoutMoments() throws {
    #expect(try map("1 / x", weightVariance: 1).fixedPoints(beside: 1).isEmpty)
    #expect(try map("relu(x)", weightVariance: 2).fixedPoints(beside: .infinity).isEmpty)
    #expect(try map("relu(x)", weightVariance: 2).fixedPoints(beside: 0).isEmpty)
  }
}
