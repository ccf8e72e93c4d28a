import CLanes
import PortableMath
import SeededNumbers
import Testing

/// Tests of the kernels for each instruction level that this machine supports.
@Suite struct LevelTests {
  private static var levels: [clanes_level] { (0..<8).compactMap { clanes_level_at($0)?.pointee } }

  private static let edges: [Double] =
    [.nan, .signalingNaN, .infinity, 0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude].flatMap
  {
    [$0, -$0]
  } + [700, 708, 709.782712893384, 745.2, 746, 0.625, 0.25, 22, 40, 1_647_099, 1e22].flatMap { [$0, $0.nextUp, -$0] }

  @Test("Every instruction level gives the same bits as the scalar.", arguments: ElementaryFunction.all)
  func sameBits(function: ElementaryFunction) throws {
    for level in Self.levels {
      let evaluate = try #require(level[keyPath: function.member])
      var generator = SeededGenerator(seed: 1)
      for start in stride(from: 0, to: 12_000, by: 8) {
        let arguments = (start..<start + 8).map { $0 < Self.edges.count ? Self.edges[$0] : generator.argument() }
        var values = arguments
        evaluate(&values)
        for (argument, value) in zip(arguments, values) where value.bitPattern != function.scalar(argument).bitPattern {
          Issue.record("\(function)(\(argument)) = \(value), \(function.scalar(argument))")
        }
      }
    }
  }

  @Test(
    "Every instruction level fills buffers of any size with the scalar's values, rounded once.",
    arguments: [0, 1, 7, 8, 63, 64, 65, 300])
  func fills(count: Int) {
    for level in Self.levels {
      let fills = level.fills.pointee
      var generator = SeededGenerator(seed: count)
      let inputs = (0..<count).map { Float($0 < Self.edges.count ? Self.edges[$0] : generator.argument()) }
      typealias Fill = (
        UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int, UnsafePointer<Double>?
      ) -> Void
      let forms: [(Fill, (Double) -> Double)] = [
        (fills.tanh, Double.tanh), (fills.sigmoid, Double.sigmoid), (fills.gelu, Double.gelu),
      ]
      for (fill, scalar) in forms {
        var outputs = [Float](repeating: 7, count: count + 1)
        fill(inputs, &outputs, count, [])
        #expect(outputs.map(\.bitPattern) == (inputs.map { Float(scalar(Double($0))) } + [7]).map(\.bitPattern))
      }
    }
  }

  @Test("Every instruction level computes powers as the scalar does.")
  func powers() throws {
    for level in Self.levels {
      var generator = SeededGenerator(seed: 2)
      for _ in 0..<1000 {
        let (bases, exponents) = ((0..<8).map { _ in generator.argument() }, (0..<8).map { _ in generator.argument() })
        var values = bases
        level.pow(&values, exponents)
        for (index, value) in values.enumerated() {
          let scalar = Double.pow(bases[index], exponents[index])
          #expect(value.bitPattern == scalar.bitPattern, "pow(\(bases[index]), \(exponents[index]))")
        }
      }
    }
  }
}
