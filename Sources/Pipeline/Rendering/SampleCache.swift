import Activations
import Configuration
import Plans
import Sampling
import Statistics

/// The inputs of many figures, each computed once, by the first figure that asks for it.
///
/// Samples are drawn once for all figures of one seed and number of samples, counted once for those of one rule for the
/// bins too, and the variants of one figure share its study, of samples or of deep networks:
///
/// ```
/// samples ─► input ─► study ─► variants of a figure
/// ```
///
/// Samples too many to be held in memory are drawn again whenever they are read; up to `Limits.figuresOfStream` figures
/// share the reading. Each shared value is released as soon as the last figure that needs it has taken it.
struct SampleCache: Sendable {
  /// The order in which the figures are best made: as many groups that share a value advance in turns as there are
  /// jobs, so that jobs rarely wait for the same value and at most two sets of samples are held for each job.
  private(set) var order: [Int] = []
  /// The number of samples that are read as streams, each counted as often as it is read.
  private(set) var streamedSamples = 0
  private var inputs: [SharedValue<FigureInput>?]
  private let figures: [FigurePlan]

  /// - Parameters:
  ///   - jobs: The number of figures that are made at the same time.
  ///   - limit: The largest number of samples that is held in memory.
  init(for figures: [FigurePlan], jobs: Int, holding limit: Int) {
    self.figures = figures
    inputs = [SharedValue<FigureInput>?](repeating: nil, count: figures.count)
    let sampled = figures.indices.filter { figures[$0].hasSamples }
    let sets = sampled.grouped { SampleKey(seed: figures[$0].settings.seed, count: figures[$0].settings.samples) }
    let turns = sets.map { set in
      let inputs = set.grouped { figures[$0].settings.bins }.map { $0.grouped { figures[$0].name } }
      return figures[set[0]].settings.samples <= limit
        ? holdSamples(of: inputs, jobs: jobs) : streamSamples(of: inputs, jobs: jobs)
    }
    let deep = figures.indices.filter { figures[$0].settings.kind.showsDepth }.grouped { figures[$0].name }
    for variants in deep where variants.count > 1 { setInput(of: variants) { _ in .nothing } }
    let others = figures.indices.filter { !figures[$0].hasSamples && !figures[$0].settings.kind.showsDepth }
    order = turns.interleaved(lanes: jobs) + deep.interleaved(lanes: jobs) + others
  }

  /// The input of one figure, which must be asked for once. It is computed by the caller's task where it is not there
  /// yet; another task that needs the same value waits until then, and leaves its job to others.
  ///
  /// - Parameter idle: The jobs of the run that compute nothing.
  /// - Throws: `StudyError`, or `CancellationError` in a cancelled task.
  func input(ofFigure index: Int, sharing idle: IdleJobs) async throws -> FigureInput {
    try await inputs[index]?.take(sharing: idle) ?? .nothing
  }

  /// Shares one set of samples between figures, given by the rule for the bins, then by name.
  ///
  /// - Returns: The order in which the figures are best made.
  private mutating func holdSamples(of inputs: [[[Int]]], jobs: Int) -> [Int] {
    let settings = figures[inputs[0][0][0]].settings
    let samples = SharedValue(uses: inputs.count) { _ in SampleSet(seed: settings.seed, count: settings.samples) }
    return inputs.map { alike in
      let bins = figures[alike[0][0]].settings.bins
      let input = SharedValue(uses: alike.count) { idle in
        let samples = try await samples.take(sharing: idle)
        return FigureInput.held(samples, try Distribution(of: samples, bins: bins))
      }
      for variants in alike { setInput(of: variants) { try await input.take(sharing: $0) } }
      return alike.interleaved(lanes: jobs)
    }.interleaved(lanes: jobs)
  }

  /// Shares streams of samples between figures. All jobs that wait for a stream read it together.
  private mutating func streamSamples(of inputs: [[[Int]]], jobs: Int) -> [Int] {
    inputs.flatMap { alike in
      stride(from: 0, to: alike.count, by: Limits.figuresOfStream).map { start in
        let stream = Array(alike[start..<min(start + Limits.figuresOfStream, alike.count)])
        let settings = figures[stream[0][0]].settings
        // A configuration cannot ask for so much that a run ends and its sum overflows.
        streamedSamples &+= settings.bins.passes &* settings.samples
        let outputs = SharedValue(uses: stream.count) { [figures] idle in
          let progress = SamplingProgress.current
          return try await DiagnosedOutput.outputs(
            of: [nil] + stream.map { figures[$0[0]].function },
            gradientsOf: Set(
              stream.indices.filter { stream[$0].contains { figures[$0].shows(.gradient) } }.map { $0 + 1 }),
            over: SampleStream(seed: settings.seed, count: settings.samples), bins: settings.bins, sharing: idle,
            reading: { progress?.add(read: $0) })
        }
        for (place, variants) in stream.enumerated() {
          setInput(of: variants) { idle in
            let outputs = try await outputs.take(sharing: idle)
            return .streamed(try outputs[0].get().distribution, output: try outputs[place + 1].get())
          }
        }
        return stream.interleaved(lanes: jobs)
      }
    }.interleaved(lanes: jobs)
  }

  /// Sets the input of a single figure, or the study of that input as the input of several variants.
  private mutating func setInput(
    of variants: [Int], to input: @escaping @Sendable (IdleJobs) async throws -> FigureInput
  ) {
    let plans = variants.map { figures[$0] }
    let figure = plans.first { $0.shows(.gradient) } ?? plans[0]
    let shared = SharedValue(uses: variants.count) { idle in
      let input = try await input(idle)
      return variants.count == 1 ? input : .studied(try FigureRenderer.study(of: figure, from: input))
    }
    for index in variants { inputs[index] = shared }
  }
}

/// What makes two sets of samples the same.
private struct SampleKey: Hashable {
  let seed: UInt64
  let count: Int
}

extension Sequence<Int> {
  /// Divides ascending numbers into groups of the same key, in the order of the groups' first members.
  fileprivate func grouped(by key: (Int) -> some Hashable) -> [[Int]] {
    Dictionary(grouping: self, by: key).values.sorted { $0[0] < $1[0] }
  }
}

extension [[Int]] {
  /// Merges lists so that `lanes` of them advance in turns; where one ends, the next takes its place.
  fileprivate func interleaved(lanes: Int) -> [Int] {
    var waiting = self[...]
    var open: [ArraySlice<Int>] = []
    var merged: [Int] = []
    while true {
      while open.count < lanes, let next = waiting.popFirst() { open.append(next[...]) }
      if open.isEmpty { return merged }
      for lane in open.indices { merged.append(open[lane].removeFirst()) }
      open.removeAll(where: \.isEmpty)
    }
  }
}
