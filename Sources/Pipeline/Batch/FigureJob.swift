import Activations
import Configuration

/// A piece of the work on some figures, given by their places in the plan.
///
/// Samples are drawn once for all figures of one seed and number, and counted once for those of one number of bins. So each
/// job but the last kind leads to further jobs, which can be done as soon as it is. Samples that are too many to be held are
/// drawn as often as they are read, and figures share the reading instead:
///
/// ```
/// samples ──► input ──► figure          stream ──► figure          comparison
///        └──► input ──► study ──► figure      └──► study ──► figure
///                             └──► variant                └──► variant
/// ```
enum FigureJob: Sendable {
  /// Draws the samples of figures that share them.
  case samples(figures: [Int])
  /// Counts the samples for figures that share the number of bins too.
  case input(figures: [Int], SampleSet)
  /// Reads the samples and counts them and all outputs, for figures of one seed, number of samples and number of bins, each
  /// with its variants.
  case stream(figures: [[Int]])
  /// Studies the function of variants of one figure.
  case study(variants: [Int], FigureInput)
  /// Makes one figure.
  case figure(Int, FigureInput)

  /// The first jobs: one for each set of samples, in the order in which the figures ask for them, and for samples too many
  /// to be held as many as can be done at one time, if there are so many figures.
  static func first(for figures: [FigurePlan], jobs: Int, holding limit: Int) -> [FigureJob] {
    var first: [FigureJob] = []
    let sets = figures.indices.filter { !figures[$0].isComparison }.grouped {
      SampleKey(seed: figures[$0].settings.seed, count: figures[$0].settings.samples)
    }
    for set in sets {
      if figures[set[0]].settings.samples <= limit {
        first.append(.samples(figures: set))
      } else {
        for bins in set.grouped(by: { figures[$0].settings.bins }) {
          let alike = bins.grouped { figures[$0].name }
          let share = min((alike.count - 1) / jobs + 1, Limits.figuresOfStream)
          for start in stride(from: 0, to: alike.count, by: share) {
            first.append(.stream(figures: Array(alike[start..<min(start + share, alike.count)])))
          }
        }
      }
    }
    return first + figures.indices.filter { figures[$0].isComparison }.map { .figure($0, .nothing) }
  }

  /// What is to be done with an input for variants of one figure: they share the study, a single one makes its own.
  private static func next(for variants: [Int], _ input: FigureInput) -> FigureJob {
    variants.count == 1 ? .figure(variants[0], input) : .study(variants: variants, input)
  }

  /// Does the job; in a cancelled task nothing comes of it.
  ///
  /// - Parameter jobs: In how many parts at one time a figure may be made.
  func run<Product>(
    on figures: [FigurePlan], jobs: Int,
    making make: (_ figure: FigurePlan, _ input: FigureInput, _ jobs: Int) async throws -> FigureStage<Product>
  ) async -> Yield<Product> {
    if Task.isCancelled { return Yield() }
    switch self {
    case .samples(let indices):
      let settings = figures[indices[0]].settings
      let samples = SampleSet(seed: settings.seed, count: settings.samples)
      return Yield(jobs: indices.grouped { figures[$0].settings.bins }.map { .input(figures: $0, samples) })
    case .input(let indices, let samples):
      do throws(StudyError) {
        let input = try FigureInput(of: samples, bins: figures[indices[0]].settings.bins)
        return Yield(jobs: indices.grouped { figures[$0].name }.map { Self.next(for: $0, input) })
      } catch {
        return Yield(failing: indices, of: figures, with: error)
      }
    case .stream(let groups):
      let settings = figures[groups[0][0]].settings
      let stream = SampleStream(seed: settings.seed, count: settings.samples)
      guard
        let outputs = try? DiagnosedOutput.outputs(
          of: [nil] + groups.map { figures[$0[0]].function }, over: stream, bins: settings.bins,
          reading: { SamplingProgress.current?.add(read: $0) })
      else { return Yield() }
      var yield = Yield<Product>()
      for (variants, output) in zip(groups, outputs.dropFirst()) {
        do throws(StudyError) {
          let input = FigureInput.streamed(try outputs[0].get().distribution, output: try output.get())
          yield.jobs.append(Self.next(for: variants, input))
        } catch {
          yield.results += Yield(failing: variants, of: figures, with: error).results
        }
      }
      return yield
    case .study(let variants, let input):
      do throws(StudyError) {
        let study = try figures[variants[0]].study(feeding: input)
        return Yield(jobs: variants.map { .figure($0, .studied(study)) })
      } catch {
        return Yield(failing: variants, of: figures, with: error)
      }
    case .figure(let index, let input):
      do {
        return Yield(results: [(index, .success(try await make(figures[index], input, jobs)))])
      } catch {
        return Yield(failing: [index], of: figures, with: error)
      }
    }
  }
}

/// What makes two sets of samples the same.
private struct SampleKey: Hashable {
  let seed: UInt64
  let count: Int
}

extension Sequence<Int> {
  /// Ascending numbers in groups of the same key, the groups in the order of their first members.
  fileprivate func grouped(by key: (Int) -> some Hashable) -> [[Int]] {
    Dictionary(grouping: self, by: key).values.sorted { $0[0] < $1[0] }
  }
}
