import PortableMath
import SeededNumbers
import Testing

@Suite struct StreamedFunctionTests {
  @Test(
    "A streamed function gives the values of its elementary function.", arguments: StreamedFunction.allCases,
    [0, 5, 1000])
  func values(function: StreamedFunction, count: Int) throws {
    let elementary = try #require(ElementaryFunction.all.first { $0.name == "\(function)" })
    var generator = SeededGenerator(seed: count)
    let inputs = (0..<count).map { _ in Float.random(in: -40...40, using: &generator) }
    var outputs = [Float](repeating: 0, count: count)
    outputs.withUnsafeMutableBufferPointer { places in
      inputs.withUnsafeBufferPointer { function.fill(places, with: $0) }
    }
    #expect(outputs == inputs.map { Float(elementary.scalar(Double($0))) })
  }
}
