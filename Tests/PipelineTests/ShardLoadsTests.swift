import SeededNumbers
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

/// The heap distributes figures over the shards like a search through all shards.
@Suite struct ShardLoadsTests {
  @Test(
    "The next figure goes to the shard with the smallest load.", arguments: [1, 2, 3, 7, 64, 1_000],
    0..<3 as Range<UInt64>)
  func leastLoad(count: Int, seed: UInt64) {
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
