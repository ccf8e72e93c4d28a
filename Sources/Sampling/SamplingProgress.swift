import Synchronization

/// The progress of reading samples that are too many to be held, reported from any thread.
///
/// ```swift
/// let progress = SamplingProgress()
/// let results = await SamplingProgress.$current.withValue(progress) { await plan.statistics() }
/// ```
public final class SamplingProgress: Sendable {
  /// The progress to which the batches of a task report; nil if nobody asks.
  @TaskLocal public static var current: SamplingProgress?

  private let readCount = Atomic<Int>(0)
  private let totalCount = Atomic<Int>(0)

  /// Creates progress at zero.
  public init() {}

  /// The number of samples to be read, each counted as often as it is read; 0 until that is known.
  public var total: Int { totalCount.load(ordering: .relaxed) }

  /// The number of samples that were read, at most `total`.
  public var read: Int { min(readCount.load(ordering: .relaxed), total) }

  package func add(total count: Int) { totalCount.wrappingAdd(count, ordering: .relaxed) }
  package func add(read count: Int) { readCount.wrappingAdd(count, ordering: .relaxed) }
}
