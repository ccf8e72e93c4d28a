import PortableMath
import SeededNumbers
import Testing

@testable import Plotting

@Suite struct SqueezedBarsTests {
  /// Returns whether the bars of 10 000 values are squeezed that a function makes of numbers between 0 and 1.
  private func areSqueezed(bins: Int, seed: Int, _ value: (_ first: Double, _ second: Double) -> Double) -> Bool {
    var random = SeededGenerator(seed: seed)
    let values = (0..<10_000).map { _ in value(random.number(in: 1e-9...1), random.number(in: 0...1)) }
    return Bars(counting: values, bins: bins).areSqueezed
  }

  /// Returns a normal number, by the method of Box and Muller.
  private func normal(_ first: Double, _ second: Double) -> Double {
    (-2 * Double.log(first)).squareRoot() * Double.cos(2 * Double.pi * second)
  }

  @Test("Uniform, normal, exponential and Laplace distributions squeeze no bars.", arguments: [30, 50, 100, 200, 1000])
  func smoothDistributions(bins: Int) {
    for seed in 0..<4 {
      #expect(!areSqueezed(bins: bins, seed: seed) { first, _ in first })
      #expect(!areSqueezed(bins: bins, seed: seed, normal))
      #expect(!areSqueezed(bins: bins, seed: seed) { first, _ in -Double.log(first) })
      #expect(!areSqueezed(bins: bins, seed: seed) { first, second in Double.log(first) * (second < 0.5 ? 1 : -1) })
      #expect(!areSqueezed(bins: bins, seed: seed) { max(-0.25 * normal($0, $1), normal($0, $1)) })
    }
  }

  @Test("A spike among equal bars, and a side that is nearly constant, squeeze the others.", arguments: [50, 100, 200])
  func spikes(bins: Int) {
    for seed in 0..<4 {
      #expect(areSqueezed(bins: bins, seed: seed) { first, second in second < 0.3 ? 0.4321 : first })
      #expect(areSqueezed(bins: bins, seed: seed) { first, second in second < 0.9 ? 0.4321 : first })
      #expect(
        areSqueezed(bins: bins, seed: seed) {
          let x = normal($0, $1)
          return x > 0 ? x : 0.01 * x
        })
    }
  }

  @Test("Bars of few or no values, or of any numbers, are not squeezed.")
  func anyBars() {
    #expect(!Bars(edges: [0], heights: []).areSqueezed)
    #expect(!Bars(edges: (0...20).map(Double.init), heights: Array(repeating: 0, count: 20)).areSqueezed)
    #expect(!Bars(edges: [0, 1, 2, 3], heights: [1000, 1, 1]).areSqueezed)
    // The others hold too little to be worth a scale of its own.
    #expect(!Bars(edges: (0...20).map(Double.init), heights: [10_000] + Array(repeating: 1, count: 19)).areSqueezed)
    let numbers = [Double.nan, .infinity, -1, 1e300, .greatestFiniteMagnitude, 5, 5, 5, 5, 5, 5]
    #expect(!Bars(edges: (0...11).map(Double.init), heights: numbers).areSqueezed)
  }
}
