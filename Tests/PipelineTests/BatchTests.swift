import Activations
import Foundation
import Sampling
import SeededNumbers
import Statistics
import Synchronization
import Testing

@testable import Configuration
@testable import Pipeline
@testable import Plans

@Suite
struct BatchTests {
  private func figures(_ activations: String) throws -> [FigurePlan] {
    let text = "{\"activations\": [\(activations)]}"
    return Array(try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json").figures)
  }

  /// A hundred figures of a few seeds, numbers of samples and numbers of bins in random order.
  private func mixedFigures(seed: UInt64) throws -> [FigurePlan] {
    var generator = SeededGenerator(seed: seed)
    let entries = (0..<100).map { index in
      let settings = [
        "\"seed\": \(Int.random(in: 0..<3, using: &generator))",
        "\"samples\": \([10, 16, 50].randomElement(using: &generator)!)",
        "\"bins\": \(Int.random(in: 1...3, using: &generator))",
      ]
      return "{\"function\": \"mish\", \"name\": \"f\(index)\", \(settings.joined(separator: ", "))}"
    }
    return try figures(entries.joined(separator: ","))
  }

  @Test(
    "Every figure is made once with its own settings, and its result is in its position.", arguments: [1, 2, 4, 64])
  func order(jobs: Int) async throws {
    let figures = try mixedFigures(seed: UInt64(jobs))
    var reported: [String] = []
    let results = await figures.results(
      jobs: jobs,
      reporting: { (result: Result<String, FigureFailure>, figure) in
        #expect(try! result.get() == figure.name)
        reported.append(figure.name)
      },
      making: { figure, input, _ in
        #expect(input.samples?.seed == figure.settings.seed)
        #expect(input.samples?.values.count == figure.settings.samples)
        #expect(input.distribution?.histogram.counts.count == figure.settings.bins.greatestCount)
        return .finished(figure.name)
      })
    #expect(try results.map { try $0?.get() } == figures.map(\.name))
    #expect(reported.sorted() == figures.map(\.name).sorted())
  }

  @Test("As many figures are in progress as there are jobs, and never more.", arguments: [1, 2])
  func jobs(count: Int) async throws {
    let running = Mutex((now: 0, most: 0))
    let expected = min(count, ProcessInfo.processInfo.activeProcessorCount)
    _ = try await figures("\"relu\"" + (0..<20).map { ",{\"function\": \"relu\", \"name\": \"\($0)\"}" }.joined())
      .results(jobs: count) { _, _, _ in
        running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        // Other tests can keep the processors busy, so a figure waits until the allowed number is in progress.
        for _ in 0..<10_000 where running.withLock(\.most) < expected { usleep(5_000) }
        usleep(5_000)
        running.withLock { $0.now -= 1 }
        return .finished(())
      }
    #expect(running.withLock(\.most) == expected)
  }

  @Test("Only the last figure to be started is divided into several parts.", arguments: [1, 2, 5])
  func shares(jobs: Int) async throws {
    for count in [1, 2, 12] {
      let shares = Mutex([Int]())
      let text = (0..<count).map { "{\"function\": \"relu\", \"name\": \"\($0)\"}" }.joined(separator: ",")
      _ = try await figures(text).results(jobs: jobs) { _, _, share in
        .finished(shares.withLock { $0.append(share) })
      }
      #expect(shares.withLock { $0.sorted() } == Array(repeating: 1, count: count - 1) + [jobs])
    }
  }

  @Test("Figures with the same samples share them and their histogram.", arguments: [1, 4])
  func sharing(jobs: Int) async throws {
    let figures = try mixedFigures(seed: 7)
    // The results are kept so that none of them reuses the memory of an earlier one.
    let inputs = Mutex<[FigureInput]>([])
    _ = await figures.results(jobs: jobs) { _, input, _ in .finished(inputs.withLock { $0.append(input) }) }
    let seen = inputs.withLock(\.self)
    #expect(seen.count == 100)
    let samples = Set(seen.compactMap(\.samples).map { $0.values.withUnsafeBytes { Int(bitPattern: $0.baseAddress) } })
    let counts = Set(
      seen.map { $0.distribution!.histogram.counts.withUnsafeBytes { Int(bitPattern: $0.baseAddress) } })
    #expect(samples.count == Set(figures.map { [Int($0.settings.seed), $0.settings.samples] }).count)
    let groups = Set(figures.map { [Int($0.settings.seed), $0.settings.samples, $0.settings.bins.greatestCount] })
    #expect(counts.count == groups.count)
  }

  @Test("The figures of one set of samples are finished before the next set is drawn.", arguments: [1, 3])
  func release(jobs: Int) async throws {
    // Nine sets of samples in turns: never more than two for each job are between their first figure and their last.
    let figures = try figures(
      (0..<90).map { "{\"function\": \"relu\", \"name\": \"\($0)\", \"samples\": 16, \"seed\": \($0 % 9)}" }
        .joined(separator: ","))
    let seeds = Mutex<[UInt64]>([])
    _ = await figures.results(jobs: jobs) { _, input, _ in
      .finished(seeds.withLock { $0.append(input.samples!.seed) })
    }
    let seen = seeds.withLock(\.self)
    for place in seen.indices {
      let held = Set(seen[...place]).intersection(seen[place...])
      #expect(held.count <= 2 * jobs)
    }
  }

  @Test("Gradients and second derivatives are computed where a panel shows them, whether samples are held or not.")
  func panelsOnRequest() async throws {
    let figures = try figures(
      #"{"function": "relu", "panels": ["gradient"]}, "mish", {"function": "tanh", "panels": ["second-derivative"]}"#)
    for limit in [9_999, 10_000] {
      let results = await figures.results(jobs: 1, holding: limit) { figure, input, _ in
        .finished(try FigureRenderer.functionStudy(of: figure, from: input))
      }
      let studies = try results.map { try #require(try $0?.get()) }
      #expect(studies.map { $0.gradient != nil } == [true, false, false])
      #expect(studies.map { $0.secondDerivative != nil } == [false, false, true])
      let gradient = try SampledGradient(
        of: figures[0].function, over: SampleSet(seed: 0, count: 10_000), bins: 100)
      #expect(studies[0].gradient == gradient)
    }
  }

  @Test("Samples that are too many for memory give the same figures as samples in memory.", arguments: [1, 2])
  func streaming(jobs: Int) async throws {
    let infinite = #"{"function": "threshold", "threshold": 100, "value": 1e6, "name": "flat", "bins": 10000}"#
    let figures = try figures(#"{"function": "relu", "bins": 3}, "mish", \#(infinite), "tanh""#)
    let results = await figures.results(jobs: jobs, holding: 9_999) { figure, input, _ in
      #expect(input.samples == nil)
      return .finished(try FigureRenderer.functionStudy(of: figure, from: input))
    }
    let samples = SampleSet(seed: 0, count: 10_000)
    for (figure, result) in zip(figures, results) where figure.name != "flat" {
      let study = try #require(try result?.get())
      #expect(study.function.entry.name == figure.name)
      #expect(try study.input == Distribution(of: samples, bins: figure.settings.bins))
      #expect(try study.output == Distribution(of: figure.function.outputs(of: samples), bins: figure.settings.bins))
    }
    #expect(throws: FigureFailure.self) { try results[2]?.get() }
  }

  @Test("A figure that fails gives the reason, and the others are made.", arguments: [1, 4])
  func failure(jobs: Int) async throws {
    // Between 999998.5 and 999999.5 there are sixteen numbers of single precision, not a hundred.
    let flat = #"{"function": "hard-tanh", "minVal": 999999, "maxVal": 1000000}"#
    let figures = try figures(#""relu", \#(flat), "mish""#)
    let results = await figures.results(jobs: jobs) { figure, input, _ in
      .finished(try FigureRenderer.functionStudy(of: figure, from: input).output.histogram.counts.reduce(0, +))
    }
    #expect(
      results == [
        .success(10_000),
        .failure(
          FigureFailure(
            of: figures[1],
            reason: "100 bins between 999998.5 and 999999.5 are finer than single precision can tell apart.")),
        .success(10_000),
      ])
    #expect(
      results.compactMap { result in if case .failure(let failure)? = result { "\(failure)" } else { nil } }
        == ["hard-tanh.png: 100 bins between 999998.5 and 999999.5 are finer than single precision can tell apart."])
  }

  @Test("A cancelled batch starts no further figure and keeps the finished ones.", arguments: [1, 2])
  func cancellation(jobs: Int) async throws {
    let figures = try mixedFigures(seed: 3)
    let made = Atomic(0)
    let results = await Task {
      await figures.results(
        jobs: jobs,
        reporting: { (_: Result<String, FigureFailure>, _) in withUnsafeCurrentTask { $0?.cancel() } },
        making: { figure, _, _ in
          made.add(1, ordering: .relaxed)
          return .finished(figure.name)
        })
    }.value
    #expect(results.count == figures.count)
    let done = results.compactMap { try? $0?.get() }
    #expect((1...jobs).contains(done.count) && done.count == made.load(ordering: .relaxed))
  }

  @Test("An empty batch finishes at once.")
  func empty() async {
    let results = await [FigurePlan]().results(jobs: 1) { figure, _, _ in .finished(figure.name) }
    #expect(results.isEmpty)
  }

  @Test("The typefaces contain every character of every title except line breaks.")
  func titleCharacters() throws {
    let text = #"{"activations": [{"function": "relu", "title": "a\nβé"}, {"function": "mish", "title": "a𝛽"}]}"#
    let plan = try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
    #expect(plan.titleCharacters == ["a", "β", "é", "𝛽"])
  }
}

extension FigureInput {
  /// The samples; nil if they are too many for memory.
  fileprivate var samples: SampleSet? {
    if case .held(let samples, _) = self { samples } else { nil }
  }

  /// The distribution of the samples, where it is part of the input.
  fileprivate var distribution: Distribution? {
    switch self {
    case .held(_, let distribution), .streamed(let distribution, _): distribution
    case .studied(let study): study.function?.input
    case .nothing: nil
    }
  }
}
