import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline

/// The shares of a run get work by the heap as they would by a look at all of them.
@Suite struct ShardLoadsTests {
  @Test(arguments: [1, 2, 3, 7, 64, 1_000], 0..<3 as Range<UInt64>)
  func `The share with the least gets the next`(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var loads = ShardLoads(count: count)
    var sums = [Double](repeating: 0, count: count)
    for _ in 0..<500 {
      let load = Double(Int.random(in: 1...9, using: &generator))
      let least = sums.indices.min { sums[$0] < sums[$1] }
      let chosen = loads.addToLeast(load)
      #expect(chosen == least)
      sums[chosen] += load
    }
  }
}
