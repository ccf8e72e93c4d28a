import Synchronization

/// The number of jobs of a run that compute nothing at the moment, so that others may use them.
///
/// A figure that computes alone, or for which other figures wait, takes idle jobs for a part of its work, and gives them
/// back at the end of this part:
///
/// ```swift
/// let helpers = idle.claim(atMost: 7)
/// // … work in 1 + helpers tasks …
/// idle.release(helpers)
/// ```
public final class IdleJobs: Sendable {
  private let count: Atomic<Int>

  /// Begins with a number of idle jobs.
  public init(count: Int) { self.count = Atomic(count) }

  /// Takes as many jobs as there are, at most a given number.
  package func claim(atMost limit: Int) -> Int {
    var current = count.load(ordering: .relaxed)
    while true {
      let claimed = max(0, min(current, limit))
      let (exchanged, original) = count.weakCompareExchange(
        expected: current, desired: current - claimed, ordering: .relaxed)
      if exchanged { return claimed }
      current = original
    }
  }

  /// Gives jobs back.
  package func release(_ jobs: Int) { count.wrappingAdd(jobs, ordering: .relaxed) }

  /// Takes one job that begins to compute, whether one is idle or not. If none is, no other work takes one until the last
  /// part that took it ends.
  package func begin() { count.wrappingSubtract(1, ordering: .relaxed) }
}
