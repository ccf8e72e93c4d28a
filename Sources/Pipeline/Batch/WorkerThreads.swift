import Glibc
import Synchronization

/// Threads on which tasks are done, each begun when it is first needed and kept until nobody has the threads any more.
///
/// Work is taken in the order in which it came. The dispatcher, on whose threads tasks are done else, lets a second thread
/// begin milliseconds after the first, as long as it takes to draw a figure, and would let what is drawn wait behind what
/// waits for the disk.
///
/// ```swift
/// let disk = WorkerThreads(atMost: 16)
/// group.addTask(executorPreference: disk) { try directory.write(bytes, to: name, replacing: .always) }
/// ```
public final class WorkerThreads: TaskExecutor {
  private let queue: WorkQueue

  /// - Parameter maximumCount: At least one.
  public init(atMost maximumCount: Int) { queue = WorkQueue(maximumCount: maximumCount) }

  deinit { queue.close() }

  public func enqueue(_ job: consuming ExecutorJob) { queue.append(Work(job: UnownedJob(job), executor: self)) }
}

/// A piece of a task. It holds the threads, so that they are there as long as something is to be done.
private struct Work {
  let job: UnownedJob
  let executor: WorkerThreads

  func run() { job.runSynchronously(on: executor.asUnownedTaskExecutor()) }
}

/// Work that waits for a thread, and the threads that wait for work.
private final class WorkQueue: Sendable {
  private struct State {
    var works: [Work] = []
    var idleCount = 0
    var threadCount = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let maximumCount: Int
  /// Counts what idle threads are to wake up for.
  nonisolated(unsafe) private let calls: UnsafeMutablePointer<sem_t>

  init(maximumCount: Int) {
    self.maximumCount = maximumCount
    calls = .allocate(capacity: 1)
    sem_init(calls, 0, 0)
  }

  deinit {
    sem_destroy(calls)
    calls.deallocate()
  }

  func append(_ work: Work) {
    let needsThread = state.withLock { state in
      state.works.append(work)
      let needsThread = state.idleCount < state.works.count && state.threadCount < maximumCount
      if needsThread { state.threadCount += 1 }
      return needsThread
    }
    if needsThread { begin() } else { sem_post(calls) }
  }

  /// Ends the threads; there is no work left.
  func close() {
    let threadCount = state.withLock { state in
      state.isClosed = true
      return state.threadCount
    }
    for _ in 0..<threadCount { sem_post(calls) }
  }

  private func begin() {
    var thread = pthread_t()
    let queue = Unmanaged.passRetained(self)
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      Unmanaged<WorkQueue>.fromOpaque($0!).takeRetainedValue().run()
      return nil
    }
    if pthread_create(&thread, nil, run, queue.toOpaque()) == 0 {
      pthread_detach(thread)
      return
    }
    queue.release()
    // The threads that there are do without it; where there are none, nothing can be done.
    let threadCount = state.withLock {
      $0.threadCount -= 1
      return $0.threadCount
    }
    precondition(threadCount > 0, "The system has no thread for the work.")
    sem_post(calls)
  }

  private func run() {
    while true {
      switch next() {
      case .work(let work)?: work.run()
      case .end?: return
      case nil:
        while sem_wait(calls) != 0 {}
        state.withLock { $0.idleCount -= 1 }
      }
    }
  }

  /// What a thread is to do; where there is nothing it is idle from then on.
  private func next() -> Turn? {
    state.withLock { state in
      if !state.works.isEmpty { return .work(state.works.removeFirst()) }
      if state.isClosed { return .end }
      state.idleCount += 1
      return nil
    }
  }

  private enum Turn {
    case work(Work)
    case end
  }
}
