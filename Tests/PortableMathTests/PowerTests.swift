import PortableMath
import SeededNumbers
import Testing

@Suite struct PowerTests {
  @Test("Every power of the table is accurate within one unit in the last place.")
  func table() throws {
    for row in try ReferenceTable(named: "pow").rows {
      let (x, y) = (row.arguments[0], row.arguments[1])
      let computed = Double.pow(x, y)
      let error = row.error(of: computed)
      #expect(error <= 1, "pow(\(x), \(y)) = \(computed), \(error) units off")
    }
  }

  @Test("Powers of two are exact.", arguments: [-1074, -1073, -1023, -1022, -1021, -1, 0, 1, 52, 53, 1022, 1023])
  func powersOfTwo(exponent: Int) {
    #expect(Double.pow(2, Double(exponent)) == Double(sign: .plus, exponent: exponent, significand: 1))
  }

  @Test("Powers of small integers are exact.")
  func smallIntegers() {
    for base in 1...20 {
      var exact = 1
      for exponent in 0...11 {
        #expect(Double.pow(Double(base), Double(exponent)) == Double(exact))
        #expect(Double.pow(Double(-base), Double(exponent)) == Double(exponent % 2 == 0 ? exact : -exact))
        exact *= base
      }
    }
  }

  @Test("Scalars and lanes give the same bits.", arguments: 0..<50)
  func sameBits(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let (x, y) = (generator.arguments(), generator.arguments())
    let vector = Lanes.pow(x, y)
    for lane in x.indices {
      #expect(vector[lane].bitPattern == Double.pow(x[lane], y[lane]).bitPattern, "pow(\(x[lane]), \(y[lane]))")
    }
  }
}
