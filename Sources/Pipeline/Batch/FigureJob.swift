import Activations

/// A piece of the work on some figures, given by their places in the plan.
///
/// Samples are drawn once for all figures of one seed and number, and counted once for those of one number of bins. So each
/// job but the last kind leads to further jobs, which can be done as soon as it is. Samples that are too many to be held are
/// drawn as often as they are read, and figures share the reading instead:
///
/// ```
/// samples ──► input ──► figure          stream ──► figure
///        └──► input ──► figure                └──► figure
///                  └──► figure
/// ```
enum FigureJob: Sendable {
  /// Draws the samples of figures that share them.
  case samples(figures: [Int])
  /// Counts the samples for figures that share the number of bins too.
  case input(figures: [Int], SampleSet)
  /// Reads the samples and counts them and all outputs, for figures of one seed, number of samples and number of bins.
  case stream(figures: [Int])
  /// Makes one figure.
  case figure(Int, FigureInput)

  /// What comes of a job.
  struct Yield<Product: Sendable>: Sendable {
    var jobs: [FigureJob] = []
    var results: [(figure: Int, result: Result<Product, FigureFailure>)] = []
  }

  /// The first jobs: one for each set of samples, in the order in which the figures ask for them, and for samples too many
  /// to be held as many as can be done at one time, if there are so many figures.
  static func first(for figures: [FigurePlan], jobs: Int, holding limit: Int) -> [FigureJob] {
    var first: [FigureJob] = []
    let sets = figures.indices.grouped {
      SampleKey(seed: figures[$0].settings.seed, count: figures[$0].settings.samples)
    }
    for set in sets {
      if figures[set[0]].settings.samples <= limit {
        first.append(.samples(figures: set))
      } else {
        for alike in set.grouped(by: { figures[$0].settings.bins }) {
          let share = min((alike.count - 1) / jobs + 1, Limits.figuresOfStream)
          for start in stride(from: 0, to: alike.count, by: share) {
            first.append(.stream(figures: Array(alike[start..<min(start + share, alike.count)])))
          }
        }
      }
    }
    return first
  }

  /// Does the job; in a cancelled task nothing comes of it.
  func run<Product>(
    on figures: [FigurePlan], making make: (FigurePlan, FigureInput) throws -> Product
  ) -> Yield<Product> {
    if Task.isCancelled { return Yield() }
    func failure(_ index: Int, _ error: any Error) -> (figure: Int, result: Result<Product, FigureFailure>) {
      (index, .failure(FigureFailure(name: figures[index].name, reason: "\(error)")))
    }
    switch self {
    case .samples(let indices):
      let settings = figures[indices[0]].settings
      let samples = SampleSet(seed: settings.seed, count: settings.samples)
      return Yield(jobs: indices.grouped { figures[$0].settings.bins }.map { .input(figures: $0, samples) })
    case .input(let indices, let samples):
      do throws(StudyError) {
        let input = try FigureInput(of: samples, bins: figures[indices[0]].settings.bins)
        return Yield(jobs: indices.map { .figure($0, input) })
      } catch {
        return Yield(results: indices.map { failure($0, error) })
      }
    case .stream(let indices):
      let settings = figures[indices[0]].settings
      let stream = SampleStream(seed: settings.seed, count: settings.samples)
      guard
        let distributions = try? Distribution.distributions(
          of: [nil] + indices.map { figures[$0].function }, over: stream, bins: settings.bins)
      else { return Yield() }
      var yield = Yield<Product>()
      for (index, output) in zip(indices, distributions.dropFirst()) {
        do throws(StudyError) {
          yield.jobs.append(.figure(index, .streamed(try distributions[0].get(), output: try output.get())))
        } catch {
          yield.results.append(failure(index, error))
        }
      }
      return yield
    case .figure(let index, let input):
      do {
        return Yield(results: [(index, .success(try make(figures[index], input)))])
      } catch is CancellationError {
        return Yield()
      } catch {
        return Yield(results: [failure(index, error)])
      }
    }
  }
}

/// What makes two sets of samples the same.
private struct SampleKey: Hashable {
  let seed: UInt64
  let count: Int
}

extension Collection where Element == Int {
  /// Ascending numbers in groups of the same key, the groups in the order of their first members.
  fileprivate func grouped(by key: (Int) -> some Hashable) -> [[Int]] {
    Dictionary(grouping: self, by: key).values.sorted { $0[0] < $1[0] }
  }
}
