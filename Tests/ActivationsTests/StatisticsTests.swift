import Foundation
import Sampling
import SeededNumbers
import Testing

@testable import Activations
@testable import Statistics

@Suite struct StatisticsTests {
  /// The recorded statistics of the eleven reference figures.
  struct Figures: Decodable {
    struct Panel: Decodable {
      let name: String?
      let mean: String
      let std: String
      let counts: [Int]
      let edges: [Float]
    }
    let seed: UInt64
    let samples: Int
    let bins: Int
    let input: Panel
    let output: [Panel]
  }

  @Test("The eleven reference figures have PyTorch's statistics and NumPy's counts.")
  func figures() throws {
    let reference = try ReferenceData.load("figures", as: Figures.self)
    let samples = SampleSet(seed: reference.seed, count: reference.samples)
    let input = try Distribution(of: samples, bins: .count(reference.bins))
    var panels = [(input, reference.input)]
    for panel in reference.output {
      let entry = try #require(Catalogue.entry(named: panel.name ?? ""))
      let function = ActivationFunction(entry)
      let study = try ActivationStudy(
        of: function, over: samples, input: input, bins: .count(reference.bins), range: -5...5, step: 0.1)
      #expect(study.input == input)
      #expect(study.response.x.count == 100)
      panels.append((study.output, panel))
    }
    #expect(panels.count == 12)

    var differentDigits = 0
    for (ours, theirs) in panels {
      let name = theirs.name ?? "input"
      for (number, text) in [(ours.mean, theirs.mean), (ours.standardDeviation, theirs.std)] {
        let printed = try #require(Double(String(format: "%.5g", number)))
        let expected = try #require(Double(text))
        if printed != expected {
          differentDigits += 1
          // The tolerance is one unit of the fifth digit.
          #expect(abs(printed - expected) < 1.01 * pow(10, floor(log10(abs(expected))) - 4), "\(name) \(text)")
        }
      }
      let misplaced = zip(ours.histogram.counts, theirs.counts).reduce(0) { $0 + abs($1.0 - $1.1) }
      #expect(misplaced <= reference.samples / 1_000, "\(name)")
      #expect(ours.histogram.counts.reduce(0, +) == reference.samples)
      #expect(ours.sampleCount == reference.samples && ours.excludedCount == 0)
      let width = theirs.edges[reference.bins] - theirs.edges[0]
      for (edge, expected) in zip(ours.histogram.edges, theirs.edges) {
        #expect(abs(edge - expected) <= 1e-6 * width, "\(name)")
      }
      let recomputed = try Histogram.edges(
        from: theirs.edges[0], to: theirs.edges[reference.bins], bins: reference.bins)
      #expect(recomputed == theirs.edges, "\(name)")
    }
    #expect(differentDigits <= 1)
  }

  @Test(
    "Each bin counts the samples between its edges, and the counts sum to the number of samples.", arguments: 0..<200)
  func bins(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let center = Float.random(in: -100...100, using: &generator)
    let spread = Float(pow(10, Double.random(in: -2...6, using: &generator)))
    let values = (0..<Int.random(in: 1...300, using: &generator)).map { _ in
      // Values on a coarse grid coincide with edges.
      center + spread * Float(Int.random(in: -16...16, using: &generator)) / 16
    }
    let bins = Int.random(in: 1...64, using: &generator)
    let histogram = try Histogram(of: values, bins: bins)
    #expect(histogram.edges.count == bins + 1)
    #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy(<))
    #expect(histogram.counts.reduce(0, +) == values.count)
    for (bin, count) in histogram.counts.enumerated() {
      let (lower, upper) = (histogram.edges[bin], histogram.edges[bin + 1])
      #expect(count == values.count { lower <= $0 && ($0 < upper || bin == bins - 1 && $0 == upper) })
    }
  }

  @Test("Equal values lie in the middle of a range of width 1.")
  func equalValues() throws {
    let histogram = try Histogram(of: [3, 3, 3], bins: 4)
    #expect(histogram.edges == [2.5, 2.75, 3, 3.25, 3.5])
    #expect(histogram.counts == [0, 0, 3, 0])
  }

  @Test("Bins narrower than single precision are refused with a sentence.")
  func tooManyBins() {
    let neighbour = Float(1).nextUp
    #expect(throws: StudyError.tooManyBins(2, lowest: 1, highest: neighbour)) {
      try Histogram(of: [1, neighbour], bins: 2)
    }
    #expect(throws: StudyError.tooManyBins(10, lowest: 1e9, highest: 1e9)) { try Histogram(of: [1e9], bins: 10) }
    #expect(throws: StudyError.spreadTooWide(lowest: -3e38, highest: 3e38)) {
      try Histogram(of: [-3e38, 3e38], bins: 10)
    }
    #expect(
      StudyError.tooManyBins(10, lowest: 1, highest: neighbour).description
        == "10 bins between 1.0 and 1.0000001 are finer than single precision can tell apart.")
  }

  @Test("Mean and deviation are exact if the sums are.", arguments: 1..<40)
  func moments(count: Int) throws {
    let outputs = (0..<count).map { Float($0) }
    let distribution = try Distribution(of: outputs, bins: 5)
    let n = Double(count)
    #expect(distribution.mean == (n - 1) / 2)
    if count == 1 {
      #expect(distribution.standardDeviation.isNaN)
    } else {
      #expect(abs(distribution.standardDeviation - (n * (n + 1) / 12).squareRoot()) < 1e-14 * n)
    }
  }

  @Test("A large mean does not impair the digits of the deviation.", arguments: 0..<20)
  func shiftedMoments(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let steps = (0..<1_000).map { _ in Float(Int.random(in: -50...50, using: &generator)) }
    let near = try Distribution(of: steps, bins: 10)
    let far = try Distribution(of: steps.map { $0 + 8_000_000 }, bins: 10)
    #expect(abs(far.mean - near.mean - 8_000_000) < 1e-8)
    #expect(abs(far.standardDeviation - near.standardDeviation) < 1e-8)
  }

  @Test("Outputs that are not finite are counted and left out.")
  func nonFiniteOutputs() throws {
    let distribution = try Distribution(of: [1, .nan, 2, .infinity, 3, -.infinity], bins: 2)
    #expect(distribution.mean == 2)
    #expect(distribution.standardDeviation == 1)
    #expect(distribution.histogram.counts == [1, 2])
    #expect(distribution.sampleCount == 6)
    #expect(distribution.excludedCount == 3)
    #expect(throws: StudyError.noFiniteOutput) { try Distribution(of: [.nan, .infinity], bins: 2) }
  }

  @Test("A function without finite output fails with a sentence.")
  func noFiniteOutput() throws {
    let entry = try #require(Catalogue.entry(named: "celu"))
    let function = ActivationFunction(entry, parameterValues: [.nan])
    let single = (0..<100).lazy.map { SampleSet(seed: $0, count: 1) }
    let samples = try #require(single.first { $0.values[0] < 0 })
    let input = try Distribution(of: samples, bins: 3)
    #expect(throws: StudyError.noFiniteOutput) {
      try ActivationStudy(of: function, over: samples, input: input, bins: 3, range: -1...1, step: 1)
    }
  }
}
