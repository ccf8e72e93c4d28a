import Configuration
import Synchronization

/// How far the reading of samples has come that are too many to be held, told from any thread.
///
/// ```swift
/// let progress = SamplingProgress()
/// let results = await SamplingProgress.$current.withValue(progress) { await plan.statistics() }
/// ```
public final class SamplingProgress: Sendable {
  /// Whom the batches of a task tell; nil where nobody asks.
  @TaskLocal public static var current: SamplingProgress?

  private let readCount = Atomic<Int>(0)
  private let totalCount = Atomic<Int>(0)

  public init() {}

  /// Samples to be read, each as often as it is; 0 until that is known.
  public var total: Int { totalCount.load(ordering: .relaxed) }

  /// Samples that were read, at most all of them.
  public var read: Int { min(readCount.load(ordering: .relaxed), total) }

  func add(total count: Int) { totalCount.wrappingAdd(count, ordering: .relaxed) }
  func add(read count: Int) { readCount.wrappingAdd(count, ordering: .relaxed) }
}

extension [FigureJob] {
  /// Samples that these jobs read: each stream is read twice, for moments and extremes, and to count.
  func streamedSamples(of figures: [FigurePlan]) -> Int {
    reduce(0) { total, job in
      guard case .stream(let groups) = job else { return total }
      // No sum of what a configuration may ask for overflows, as each stream is read in time.
      return total &+ 2 &* figures[groups[0][0]].settings.samples
    }
  }
}
