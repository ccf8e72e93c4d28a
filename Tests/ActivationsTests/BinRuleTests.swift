import Expressions
import PortableMath
import Sampling
import SeededNumbers
import Testing

@testable import Activations
@testable import Statistics

@Suite struct BinRuleTests {
  /// The numbers of bins that NumPy finds for single-precision outputs of our own.
  struct Table: Decodable {
    struct Case: Decodable {
      let expression: String
      let seed: UInt64
      let samples: Int
      /// The number of bins by the name of the estimator, as NumPy gives it, without the limit of 10 000.
      let bins: [String: Double]
    }
    let cases: [Case]
  }

  private func formula(_ text: String) throws -> ActivationFunction {
    try ActivationFunction(expression: ParsedExpression(text), name: "test")
  }

  @Test("Every estimator gives NumPy's number of bins.")
  func numbers() throws {
    let table = try ReferenceData.load("bins", as: Table.self)
    #expect(table.cases.count > 200)
    var count = 0
    for row in table.cases {
      let outputs = try formula(row.expression).outputs(of: SampleSet(seed: row.seed, count: row.samples))
      for estimator in BinEstimator.allCases {
        let expected = try #require(row.bins[estimator.rawValue])
        let found = Result { () throws(StudyError) in try Distribution(of: outputs, bins: .estimator(estimator)) }
        let place = "\(row.expression), seed \(row.seed), \(row.samples) samples, \(estimator)"
        guard case .success(let distribution) = found else {
          #expect(outputs.allSatisfy { !$0.isFinite }, "\(place)")
          continue
        }
        count += 1
        let bins = distribution.histogram.counts.count
        // There NumPy's squares overflow or underflow single precision, so that its deviation is infinite or 0.
        if row.expression.hasPrefix("1e"), [.scott, .doane].contains(estimator) { continue }
        #expect(Double(bins) == min(expected, 10_000), "\(place)")
      }
    }
    #expect(count > 1_800)
  }

  @Test(
    "Samples that are not held give the same bins, each function by its own outputs.", arguments: BinEstimator.allCases)
  func streaming(estimator: BinEstimator) async throws {
    let functions = [nil] + (try ["relu(x)", "mish(x)", "log(x)", "x^5", "sqrt(-1 - x^2)"].map(formula))
    let rule = BinRule.estimator(estimator)
    let samples = SampleSet(seed: 3, count: 40_000)
    let streamed = try await DiagnosedOutput.outputs(
      of: functions, gradientsOf: [2], over: SampleStream(seed: 3, count: 40_000), bins: rule,
      sharing: IdleJobs(count: 2))
    for (function, result) in zip(functions, streamed) {
      let outputs = function?.outputs(of: samples) ?? samples.values
      guard outputs.contains(where: \.isFinite) else {
        #expect(throws: StudyError.noFiniteOutput) { try result.get().distribution }
        continue
      }
      #expect(try result.get().distribution == Distribution(of: outputs, bins: rule))
    }
    let gradient = try SampledGradient(of: try #require(functions[2]), over: samples, bins: rule)
    let streamedGradient = try streamed[2].get().gradient
    #expect(streamedGradient == gradient)
    let numbers = try streamed.prefix(3).map { try $0.get().distribution.histogram.counts.count }
    // These rules give numbers that depend on the count alone.
    let dependsOnValues = ![.rice, .sturges, .sqrt].contains(estimator)
    #expect((Set(numbers).count > 1) == dependsOnValues)
  }

  @Test("An estimator gives fewer bins where single precision cannot tell so many apart, and never too many.")
  func limits() throws {
    let narrow: [Float] = (0..<2_000).map { 1 + Float($0 % 3) * 0x1p-23 }
    for estimator in BinEstimator.allCases {
      let distribution = try Distribution(of: narrow, bins: .estimator(estimator))
      #expect(distribution.histogram.counts.count <= 2)
    }
    #expect(throws: StudyError.self) { try Distribution(of: narrow, bins: 3) }
    let wide: [Float] = (0..<4_000).map { $0 == 0 ? 1e30 : Float($0) }
    #expect(try Distribution(of: wide, bins: .estimator(.fd)).histogram.counts.count == 10_000)
    #expect(try Distribution(of: [2, 2, 2], bins: .estimator(.fd)).histogram.counts == [3])
    for estimator in BinEstimator.allCases {
      #expect(throws: StudyError.self) { try Distribution(of: [-3e38, 3e38], bins: .estimator(estimator)) }
    }
  }

  @Test("Stone's rule is refused for more samples than can be sorted.")
  func stoneLimit() async throws {
    let stream = SampleStream(seed: 0, count: 1_000_001)
    let result = try await DiagnosedOutput.outputs(of: [nil], over: stream, bins: .estimator(.stone))[0]
    #expect(throws: StudyError.tooManySamples(.stone, limit: 1_000_000)) { try result.get().distribution }
    #expect(BinEstimator.allCases.filter { $0.sampleLimit < Int.max } == [.stone])
  }

  @Test("The numbers at places of the sorted order are those of a sort.", arguments: 0..<60)
  func orderStatistics(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let choice: [Float] = [0, -0.0, 1, -1, 3.5, -7, 1e30, -1e30, 0x1p-130]
    let numbers = (0..<Int.random(in: 1...300, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? choice.randomElement(using: &generator)! : Float.random(in: -2...2, using: &generator)
    }
    let sorted = numbers.sorted()
    let places = (0..<4).map { _ in Int.random(in: numbers.indices, using: &generator) }
    var search = OrderStatistics(at: places)
    let given = numbers + [.nan, .infinity, -.infinity]
    given.withUnsafeBufferPointer { search.countUpper($0) }
    search.chooseGroups()
    given.withUnsafeBufferPointer { search.countLower($0) }
    #expect(search.numbers == places.map { sorted[$0] })
  }
}
