import Synchronization

/// The normal samples of one seed and count, drawn afresh block by block whenever they are read.
///
/// Memory does not grow with their number. The samples are the same every time, and the same bits as those of a
/// `SampleSet`:
///
/// ```swift
/// let stream = SampleStream(seed: 0, count: 100_000_000)
/// let outputs = try await Distribution.distributions(of: [mish, relu], over: stream, bins: 100)
/// ```
public struct SampleStream: Sendable, Equatable {
  /// The seed as given. Only its lower 32 bits have an effect.
  public let seed: UInt64
  /// The number of samples.
  public let count: Int

  /// Describes the samples of a seed without drawing them.
  ///
  /// - Precondition: `count` is at least 1.
  public init(seed: UInt64, count: Int) {
    precondition(count >= 1, "A stream holds at least one sample.")
    self.seed = seed
    self.count = count
  }

  /// Passes each block of samples to `body`, in order. Blocks have some thousands of samples.
  ///
  /// - Parameter body: Reads the samples of a block, which are valid only during the call.
  public func forEachBlock<Failure>(
    _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    let source = BlockSource(of: self)
    let block = SampleBlock(capacity: SampleBlocks.longest(of: count))
    while source.takeBlock(before: .max, into: block) != nil { try body(block.transform()) }
  }
}

extension SampleStream {
  /// Reads the samples in parts, each in as many tasks at the same time as jobs are idle.
  ///
  /// The words of the generator follow from one another, and the tasks take them in turns. All that follows from them, nine
  /// tenths of the cost even without any function, is computed side by side. What is computed must not depend on which task
  /// takes which block.
  ///
  /// - Parameters:
  ///   - limit: The number of blocks that are read; all if there are fewer.
  ///   - length: The number of blocks in a part. The first part is the first block alone.
  ///   - idle: The jobs that may be used beside that of the caller.
  ///   - begin: Makes the result of a task that has no block yet, once before each part.
  ///   - add: Adds a block, with its index, to the result of a task, which takes blocks in increasing order.
  ///   - merge: Receives the results of all tasks after each part.
  /// - Throws: `CancellationError` soon after the task is cancelled.
  package func read<Result: Sendable>(
    blocks limit: Int = .max, inPartsOf length: Int, sharing idle: IdleJobs,
    beginning begin: () -> Result,
    adding add: @escaping @Sendable (_ result: inout Result, _ index: Int, _ block: SampleBlock) -> Void,
    merging merge: (_ results: [Result]) -> Void
  ) async throws(CancellationError) {
    let source = BlockSource(of: self)
    let (count, capacity) = (min(SampleBlocks.count(of: count), limit), SampleBlocks.longest(of: count))
    var start = 0
    while start < count {
      let end = start == 0 ? 1 : start + min(length, count - start)
      let first = begin()
      let work: @Sendable () -> Result = {
        var result = first
        let block = SampleBlock(capacity: capacity)
        while !Task.isCancelled, let index = source.takeBlock(before: end, into: block) { add(&result, index, block) }
        return result
      }
      let helpers = idle.claim(atMost: end - start - 1)
      let results = await withTaskGroup(of: Result.self) { group in
        for _ in 0..<helpers { group.addTask { work() } }
        var results = [work()]
        for await result in group { results.append(result) }
        return results
      }
      idle.release(helpers)
      if Task.isCancelled { throw CancellationError() }
      merge(results)
      start = end
    }
  }
}

/// The blocks of a stream in their order, which several tasks take in turns.
private final class BlockSource: Sendable {
  private let stream: SampleStream
  private let blockCount: Int
  private let state: Mutex<(generator: MersenneTwister, next: Int)>

  init(of stream: SampleStream) {
    self.stream = stream
    blockCount = SampleBlocks.count(of: stream.count)
    state = Mutex((MersenneTwister(seed: UInt32(truncatingIfNeeded: stream.seed)), 0))
  }

  /// Draws the words of the next block, if that lies before `end`, and returns its index.
  func takeBlock(before end: Int, into block: SampleBlock) -> Int? {
    state.withLock { state in
      guard state.next < min(end, blockCount) else { return nil }
      let index = state.next
      // The length of every block but the last is a multiple of sixteen, so that each can be drawn as if it were the whole;
      // the last is long enough for the samples that are drawn afresh at its end, unless there are fewer than sixteen in all.
      block.draw(samples: SampleBlocks.range(ofBlock: index, of: stream.count).count, from: &state.generator)
      state.next += 1
      return index
    }
  }
}
