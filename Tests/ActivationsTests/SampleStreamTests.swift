import Sampling
import Testing

@testable import Activations
@testable import Statistics

@Suite struct SampleStreamTests {
  /// Counts near the first three ends of blocks, and near the least count that PyTorch draws sixteen at a time.
  static let counts = [
    1, 2, 15, 16, 17, 16_383, 16_384, 16_385, 16_399, 16_400, 16_401, 32_773, 40_000, 49_152, 49_161,
  ]

  /// All samples of a stream in the order in which they are read.
  private func values(of stream: SampleStream) -> [Float] {
    var values: [Float] = []
    stream.forEachBlock { values += $0 }
    return values
  }

  private func functions() throws -> [ActivationFunction?] {
    try [nil]
      + ["mish", "relu", "tanh", "exponential"].map { ActivationFunction(try #require(Catalogue.entry(named: $0))) }
  }

  @Test("A stream has the same bits as the set, each time it is read.", arguments: counts)
  func equalsSet(count: Int) {
    let stream = SampleStream(seed: 11, count: count)
    let expected = SampleSet(seed: 11, count: count).values
    #expect(values(of: stream) == expected)
    #expect(values(of: stream) == expected)
  }

  @Test(
    "Blocks are contiguous, and only a single one can be shorter than sixteen samples.",
    arguments: counts + [1_000_000_007])
  func blocks(count: Int) {
    var end = 0
    for range in SampleBlocks.ranges(of: count) {
      #expect(range.lowerBound == end && range.count <= SampleBlocks.longest(of: count))
      #expect(range.count >= min(count, 16))
      end = range.upperBound
    }
    #expect(end == count)
  }

  @Test("Functions that share the passes have the same distributions as alone.", arguments: counts)
  func sharing(count: Int) async throws {
    let functions = try functions()
    let shared = try await Distribution.distributions(
      of: functions, over: SampleStream(seed: 5, count: count), bins: 7)
    let samples = SampleSet(seed: 5, count: count)
    #expect(shared.count == functions.count)
    for (function, distribution) in zip(functions, shared) {
      let outputs = function?.outputs(of: samples) ?? samples.values
      // The deviation of one sample is NaN, which is not equal to itself.
      if count == 1 {
        #expect(try distribution.get().histogram == Distribution(of: outputs, bins: 7).histogram)
      } else {
        #expect(try distribution.get() == Distribution(of: outputs, bins: 7))
      }
    }
  }

  @Test("Merged blocks have the moments of all samples together.", arguments: [16, 16_400, 40_000])
  func merging(count: Int) throws {
    let samples = SampleSet(seed: 6, count: count)
    for function in try functions() {
      let outputs = function?.outputs(of: samples) ?? samples.values
      let mean = compensatedSum(of: outputs.map(Double.init)) / Double(count)
      let squares = compensatedSum(of: outputs.map { (Double($0) - mean) * (Double($0) - mean) })
      let deviation = (squares / Double(count - 1)).squareRoot()
      let distribution = try Distribution(of: outputs, bins: 3)
      #expect(abs(distribution.mean - mean) < 1e-15)
      #expect(abs(distribution.standardDeviation - deviation) < 2e-15 * deviation)
      #expect(distribution.histogram.edges.first == outputs.min())
      #expect(distribution.histogram.edges.last == outputs.max())
      #expect(distribution.histogram.counts.reduce(0, +) == count)
    }
  }

  /// The sum by Kahan's algorithm, as accurate as with about twice the precision.
  private func compensatedSum(of terms: [Double]) -> Double {
    var (sum, lost) = (0.0, 0.0)
    for term in terms {
      let next = sum + (term - lost)
      lost = (next - sum) - (term - lost)
      sum = next
    }
    return sum
  }

  @Test("Outputs that are not finite are left out of every block, and a function without finite outputs fails alone.")
  func nonFinite() async throws {
    let celu = try #require(Catalogue.entry(named: "celu"))
    let threshold = try #require(Catalogue.entry(named: "threshold"))
    // One function is NaN for negative arguments, the other infinite for all arguments below 100.
    let half = ActivationFunction(celu, parameterValues: [.nan])
    let none = ActivationFunction(threshold, parameterValues: [100, .infinity])
    let stream = SampleStream(seed: 8, count: 40_000)
    let results = try await Distribution.distributions(of: [half, none, nil], over: stream, bins: 10)
    let positive = SampleSet(seed: 8, count: 40_000).values.filter { $0 > 0 }
    let distribution = try results[0].get()
    #expect(distribution.excludedCount == 40_000 - positive.count && distribution.sampleCount == 40_000)
    #expect(try distribution.histogram == Histogram(of: positive, bins: 10))
    #expect(abs(distribution.mean - positive.reduce(0) { $0 + Double($1) } / Double(positive.count)) < 1e-13)
    #expect(results[1] == .failure(.noFiniteOutput))
    #expect(try results[2].get().excludedCount == 0)
  }

  @Test("A cancelled task stops reading.")
  func cancellation() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      let stream = SampleStream(seed: 0, count: 1_000_000_000)
      return try await Distribution.distributions(of: [nil], over: stream, bins: 10)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
