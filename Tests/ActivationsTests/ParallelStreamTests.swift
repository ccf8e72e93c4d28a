import Sampling
import SeededNumbers
import Testing

@testable import Activations
@testable import Expressions
@testable import Statistics

/// Tests that several tasks find in a stream what one task finds in samples that are held in memory.
@Suite struct ParallelStreamTests {
  /// Functions with interior extrema, jumps, values that are not finite, and single values.
  private static let formulas = [
    "mish(x)", "relu(x)", "sin(3*x)", "log(x)", "floor(2*x)", "where(x > 0, 1, -1) * 0", "1 / floor(x)", "x^5",
    "where(x > 3.5, 100, tanh(x))", "sqrt(-1 - x^2)", "-x", "exp(-1000 * (x - 0.123)^2)",
  ]

  private static let counts = [5, 16, 16_385, 40_001, 140_000, 300_017]

  private func functions() throws -> [ActivationFunction?] {
    [nil] + (try Self.formulas.map { try ActivationFunction(expression: ParsedExpression($0), name: "f") })
  }

  @Test("The number of jobs has no effect on any result.", arguments: counts, [0, 1, 4])
  func jobs(count: Int, helpers: Int) async throws {
    let samples = SampleSet(seed: 21, count: count)
    let stream = SampleStream(seed: 21, count: count)
    for bins in [BinRule.count(100), .estimator(.sturges)] {
      let results = try await DiagnosedOutput.outputs(
        of: functions(), gradientsOf: [1, 3], over: stream, bins: bins, sharing: IdleJobs(count: helpers))
      for (function, result) in zip(try functions(), results) {
        let outputs = function?.outputs(of: samples) ?? samples.values
        let held = Result { () throws(StudyError) in try Distribution(of: outputs, bins: bins) }
        guard case .success(let expected) = held else {
          #expect(throws: StudyError.self) { try result.get().distribution }
          continue
        }
        let found = try result.get()
        // The deviation of one finite output is NaN, which is not equal to itself.
        #expect(found.distribution == expected || (count == 5 && "\(found.distribution)" == "\(expected)"))
        guard let function else { continue }
        #expect(found.diagnostics == SampleDiagnostics(of: function, inputs: samples.values, outputs: outputs))
        if let gradient = found.gradient {
          #expect(try gradient == SampledGradient(of: function, over: samples, bins: bins))
        }
      }
    }
  }

  @Test("All jobs are idle again after a stream was read.", arguments: [0, 3])
  func idleJobs(count: Int) async throws {
    let idle = IdleJobs(count: count)
    _ = try await Distribution.distributions(
      of: [nil], over: SampleStream(seed: 1, count: 60_000), bins: 10, sharing: idle)
    #expect(idle.claim(atMost: 100) == count)
    #expect(idle.claim(atMost: 100) == 0)
    idle.release(count)
    idle.begin()
    #expect(idle.claim(atMost: 100) == max(0, count - 1))
  }

  @Test("The extremes of a stream are found in its words.", arguments: counts + [1, 15, 17, 31, 33])
  func extremes(count: Int) async throws {
    for seed in 0..<10 as Range<UInt64> {
      var found = SampleExtremes()
      try await SampleStream(seed: seed, count: count).read(
        inPartsOf: 3, sharing: IdleJobs(count: 2), beginning: { SampleExtremes() },
        adding: { extremes, _, block in block.extend(&extremes) },
        merging: { for extremes in $0 { found.add(extremes) } })
      let samples = SampleSet(seed: seed, count: count).values
      #expect(found.lowest == samples.min() && found.highest == samples.max())
    }
  }

  @Test("Counts are those of a search among the edges, also for edges that an estimate cannot tell apart.")
  func coarseEdges() throws {
    var coarse = 0
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: seed)
      // Of bins between the least numbers, the number in a unit overflows.
      let lowest = seed % 4 == 0 ? 0 : Float.random(in: 1...1_000_000, using: &generator)
      let highest = lowest + lowest.ulp * Float(Int.random(in: 1...400, using: &generator))
      let bins = Int.random(in: 1...120, using: &generator)
      guard let empty = try? Histogram(from: lowest, to: highest, bins: bins) else { continue }
      let values = (0..<200).map { _ in Float.random(in: lowest...highest, using: &generator) } + empty.edges
      var expected = [Int](repeating: 0, count: bins)
      for value in values { expected[min(empty.edges.lastIndex { $0 <= value }!, bins - 1)] += 1 }
      var counter = BinCounter(of: empty)
      values.withUnsafeBufferPointer { counter.count($0) }
      #expect(counter.counts == expected)
      if counter.isExact { coarse += 1 }
    }
    #expect(coarse > 0)
  }
}
