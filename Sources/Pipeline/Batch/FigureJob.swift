import Activations

/// A piece of the work on some figures, given by their places in the plan.
///
/// Samples are drawn once for all figures of one seed and number, and counted once for those of one number of bins. So each
/// job but the last kind leads to further jobs, which can be done as soon as it is:
///
/// ```
/// samples ──► input ──► figure
///        └──► input ──► figure
///                  └──► figure
/// ```
enum FigureJob: Sendable {
  /// Draws the samples of figures that share them.
  case samples(figures: [Int])
  /// Counts the samples for figures that share the number of bins too.
  case input(figures: [Int], SampleSet)
  /// Makes one figure.
  case figure(Int, FigureInput)

  /// What comes of a job.
  enum Yield<Product: Sendable>: Sendable {
    case jobs([FigureJob])
    case results([(figure: Int, result: Result<Product, FigureFailure>)])
  }

  /// The first jobs, one for each set of samples, in the order in which the figures ask for them.
  static func first(for figures: [FigurePlan]) -> [FigureJob] {
    figures.indices.grouped { SampleKey(seed: figures[$0].settings.seed, count: figures[$0].settings.samples) }
      .map { .samples(figures: $0) }
  }

  /// Does the job; in a cancelled task nothing comes of it.
  func run<Product>(
    on figures: [FigurePlan], making make: (FigurePlan, FigureInput) throws -> Product
  ) -> Yield<Product> {
    if Task.isCancelled { return .jobs([]) }
    switch self {
    case .samples(let indices):
      let settings = figures[indices[0]].settings
      let samples = SampleSet(seed: settings.seed, count: settings.samples)
      return .jobs(indices.grouped { figures[$0].settings.bins }.map { .input(figures: $0, samples) })
    case .input(let indices, let samples):
      do throws(StudyError) {
        let input = try FigureInput(of: samples, bins: figures[indices[0]].settings.bins)
        return .jobs(indices.map { .figure($0, input) })
      } catch {
        return .results(indices.map { ($0, .failure(FigureFailure(name: figures[$0].name, reason: "\(error)"))) })
      }
    case .figure(let index, let input):
      do {
        return .results([(index, .success(try make(figures[index], input)))])
      } catch is CancellationError {
        return .jobs([])
      } catch {
        return .results([(index, .failure(FigureFailure(name: figures[index].name, reason: "\(error)")))])
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
