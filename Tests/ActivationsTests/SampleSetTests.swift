import Foundation
import Testing

@testable import Activations
@testable import Sampling

@Suite struct SampleSetTests {
  struct Reference: Decodable {
    struct Case: Decodable {
      let seed: UInt64
      let n: Int
      let first: [Float]
      let last: [Float]
      let mean: Double
      let std: Double?
      let min: Float
      let max: Float
    }
    let cases: [Case]
  }

  struct Draws: Decodable {
    struct Case: Decodable {
      let seed: UInt64
      let values: [Float]
    }
    let cases: [Case]
  }

  @Test("The generator is MT19937.")
  func mersenneTwister() {
    var generator = MersenneTwister(seed: 5489)
    let words = (0..<10_000).map { _ in generator.nextWord() }
    #expect(Array(words.prefix(3)) == [3_499_211_612, 581_869_302, 3_890_346_734])
    // The ten-thousandth word is given by the C++ standard, [rand.predef].
    #expect(words[9_999] == 4_123_659_995)
  }

  @Test(
    "Words that are drawn together are those that are drawn one by one, for any size of requests.",
    arguments: [1, 7, 226, 227, 228, 623, 624, 625, 2_000])
  func words(count: Int) {
    var single = MersenneTwister(seed: 17)
    var together = MersenneTwister(seed: 17)
    #expect(single.nextWord() == together.nextWord())
    var memory = [UInt32](repeating: 0, count: MersenneTwister.size + count)
    for _ in 0..<3 {
      memory.withUnsafeMutableBufferPointer { together.draw(count, into: $0) }
      let words = memory[MersenneTwister.size...].map { MersenneTwister.tempered($0) }
      #expect(words == (0..<count).map { _ in single.nextWord() })
    }
  }

  @Test("Samples are PyTorch's within 4 units in the last place.")
  func reference() throws {
    let cases = try ReferenceData.load("samples", as: Reference.self).cases
    #expect(cases.count == 12)
    for reference in cases {
      let samples = SampleSet(seed: reference.seed, count: reference.n).values
      #expect(samples.count == reference.n)
      for (ours, theirs) in zip(samples.prefix(reference.first.count), reference.first) {
        #expect(unitsInLastPlace(ours, theirs) <= 4)
      }
      for (ours, theirs) in zip(samples.suffix(reference.last.count), reference.last) {
        #expect(unitsInLastPlace(ours, theirs) <= 4)
      }
      #expect(unitsInLastPlace(try #require(samples.min()), reference.min) <= 4)
      #expect(unitsInLastPlace(try #require(samples.max()), reference.max) <= 4)
      let mean = samples.reduce(0) { $0 + Double($1) } / Double(samples.count)
      #expect(abs(mean - reference.mean) < 1e-8)
      if let deviation = reference.std {
        let squares = samples.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        #expect(abs((squares / Double(samples.count - 1)).squareRoot() - deviation) < 1e-8)
      }
    }
  }

  @Test("Few samples, incomplete blocks and long seeds are as in PyTorch.")
  func draws() throws {
    let cases = try ReferenceData.load("draws", as: Draws.self).cases
    #expect(cases.map(\.values.count) == [2, 5, 14, 16, 17, 31, 32, 33, 47])
    for reference in cases {
      let samples = SampleSet(seed: reference.seed, count: reference.values.count).values
      for (ours, theirs) in zip(samples, reference.values) {
        #expect(unitsInLastPlace(ours, theirs) <= 4)
      }
    }
  }

  @Test("Only the lower 32 bits of a seed have an effect.", arguments: 0..<20)
  func seedsRepeat(seed: UInt64) {
    #expect(SampleSet(seed: seed, count: 40).values == SampleSet(seed: seed + 3 << 32, count: 40).values)
    #expect(SampleSet(seed: seed, count: 40).values != SampleSet(seed: seed + 1, count: 40).values)
  }

  @Test("Every sample is finite for any count.", arguments: 1..<70)
  func samplesAreFinite(count: Int) {
    let samples = SampleSet(seed: UInt64(count), count: count).values
    #expect(samples.count == count)
    #expect(samples.allSatisfy { $0.isFinite && $0.magnitude < 9 })
  }
}
