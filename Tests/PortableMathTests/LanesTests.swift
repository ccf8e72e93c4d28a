import PortableMath
import SeededNumbers
import Testing

@Suite struct LanesTests {
  @Test("Scalars and lanes give the same bits.", arguments: ElementaryFunction.all)
  func sameBits(function: ElementaryFunction) {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: seed)
      let x = generator.arguments()
      let vector = function.lanes(x)
      for lane in x.indices {
        let scalar = function.scalar(x[lane])
        #expect(
          vector[lane].bitPattern == scalar.bitPattern,
          "seed \(seed): \(function)(\(x[lane])) = \(vector[lane]), \(scalar)")
      }
    }
  }
}
