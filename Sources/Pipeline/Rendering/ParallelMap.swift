import Configuration
import Plans
import Sampling
import System

/// The next step of the work on one element of a parallel map.
package enum ParallelStep<Product: Sendable>: Sendable {
  /// Work for a processor, which may be split into `parts` at the same time, and the step after it.
  case compute(@Sendable (_ parts: Int) async throws -> ParallelStep)
  /// Work that waits for the disk.
  case write(@Sendable () throws -> Product)
  /// Nothing is left.
  case finished(Product)

  /// The same step, whose computations are counted as jobs that are not idle.
  func occupying(_ idle: IdleJobs) -> ParallelStep {
    guard case .compute(let next) = self else { return self }
    return .compute { parts in
      idle.begin()
      defer { idle.release(1) }
      return try await next(parts).occupying(idle)
    }
  }

  /// Runs the computations up to the next step of another kind, or the first one alone. A cancelled task runs none.
  fileprivate func computed(parts: Int, onlyFirst: Bool) async throws -> ParallelStep {
    var step = self
    repeat {
      guard case .compute(let next) = step else { break }
      try Task.checkCancellation()
      step = try await next(parts)
    } while !onlyFirst
    return step
  }
}

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
  /// Makes a product of every element, computing at most `jobs` of them at the same time.
  ///
  /// Elements are begun in their order, and `jobs` bounds the memory in use. While an element is written it leaves its
  /// place to the next one, up to `Limits.figuresInWriting` writes. Once the task is cancelled, no computation and no
  /// write begins, and whatever is being written is finished.
  ///
  /// Threads of their own write, started when first needed: on a busy disk 500 figures took 1.8 s with them and 6.5 s
  /// without. An element is computed to its end by the processor in whose cache it is. Only the last `jobs` elements
  /// stop after their first computation and are resumed once all elements are begun, so that all jobs end at about the
  /// same time: eleven figures took 2 % less time on two processors.
  ///
  /// - Parameters:
  ///   - jobs: The number of elements computed at the same time, at least one.
  ///   - disk: The threads that write.
  ///   - stopsAtFailure: Whether the first failure cancels everything that is left.
  ///   - report: Called by the caller's own task with the place of each element that is done.
  ///   - begin: Computes the first step of an element. The element that is begun last may use `jobs` parts, all others
  ///     one.
  /// - Returns: The results in the order of the elements; nil for an element that was cancelled before it was done.
  @discardableResult
  func parallelMap<Product: Sendable>(
    jobs: Int, writingOn disk: WorkerThreads = WorkerThreads(atMost: Limits.figuresInWriting),
    stoppingAtFailure stopsAtFailure: Bool = false,
    reporting report: (Int, Result<Product, any Error>) -> Void = { _, _ in },
    _ begin: @escaping @Sendable (Element, _ parts: Int) async throws -> ParallelStep<Product>
  ) async -> [Result<Product, any Error>?] {
    precondition(jobs >= 1, "A parallel map needs at least one job.")
    var results = [Result<Product, any Error>?](repeating: nil, count: count)
    await withTaskGroup(of: (place: Int, isWriting: Bool, step: Result<ParallelStep<Product>, any Error>).self) {
      group in
      // The first steps of all elements, which are made when they are begun, and after them the steps that were put off.
      var begunCount = 0
      var others: ArraySlice<(place: Int, step: ParallelStep<Product>)> = []
      func next() -> (place: Int, step: ParallelStep<Product>)? {
        guard begunCount < count else { return others.popFirst() }
        let (place, element) = (begunCount, self[startIndex + begunCount])
        begunCount += 1
        return (place, .compute { try await begin(element, $0) })
      }
      var (computing, writing) = (0, 0)
      while true {
        while computing < jobs, writing < Limits.figuresInWriting, let (place, step) = next() {
          computing += 1
          let waitingCount = count - begunCount + others.count
          let (parts, isAmongLast) = (waitingCount == 0 ? jobs : 1, 1..<jobs ~= waitingCount)
          group.addTask {
            (place, false, await Result { try await step.computed(parts: parts, onlyFirst: isAmongLast) })
          }
        }
        guard let (place, wasWriting, step) = await group.next() else { return }
        if wasWriting { writing -= 1 } else { computing -= 1 }
        switch step {
        case .success(.compute(let next)): others.append((place, .compute(next)))
        case .success(.write(let write)):
          writing += 1
          group.addTask(executorPreference: disk) {
            (
              place, true,
              Result { () throws in
                try Task.checkCancellation()
                return .finished(try write())
              }
            )
          }
        case .success(.finished(let product)):
          results[place] = .success(product)
          report(place, .success(product))
        case .failure(is CancellationError): break
        case .failure(let error):
          results[place] = .failure(error)
          report(place, .failure(error))
          if stopsAtFailure { group.cancelAll() }
        }
      }
    }
    return results
  }

  /// Transforms every element, up to `jobs` at the same time.
  ///
  /// - Returns: The products in the order of the elements; nil for an element that was not begun when the task was
  ///   cancelled.
  func parallelMap<Product: Sendable>(
    jobs: Int, _ transform: @escaping @Sendable (Element) -> Product
  ) async -> [Product?] {
    await parallelMap(jobs: jobs) { element, _ in .finished(transform(element)) }.map { try? $0?.get() }
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
