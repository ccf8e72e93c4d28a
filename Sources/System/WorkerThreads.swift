import Glibc
import Synchronization

/// A task executor with threads of its own, each started when it is first needed.
///
/// Jobs run in the order in which they were enqueued. The default executor starts its second thread milliseconds after the
/// first, which is as long as a figure takes, and lets computation wait behind threads that wait for the disk.
///
/// ```swift
/// let disk = WorkerThreads(atMost: 16)
/// group.addTask(executorPreference: disk) { try directory.write(bytes, to: name, replacing: .always) }
/// ```
public final class WorkerThreads: TaskExecutor {
  private let queue: WorkQueue

  /// Creates an executor without a thread yet.
  ///
  /// - Parameters:
  ///   - maximumCount: The greatest number of threads, at least one.
  ///   - usesHugePages: Whether the threads allocate so much memory that it is worth pages of 2 MiB.
  public init(atMost maximumCount: Int, usesHugePages: Bool = false) {
    queue = WorkQueue(maximumCount: maximumCount, usesHugePages: usesHugePages)
  }

  deinit { queue.close() }

  public func enqueue(_ job: consuming ExecutorJob) {
    // If the system cannot start any thread, the caller runs the job.
    if let work = queue.append(Work(job: UnownedJob(job), executor: self)) { work.run() }
  }
}

/// A job of a task. It retains the executor, so that the threads exist as long as there are jobs.
private struct Work {
  let job: UnownedJob
  let executor: WorkerThreads

  func run() { job.runSynchronously(on: executor.asUnownedTaskExecutor()) }
}

/// The jobs that wait for a thread, and the threads that wait for jobs.
private final class WorkQueue: Sendable {
  private struct State {
    var works: [Work] = []
    var idleCount = 0
    var threadCount = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let maximumCount: Int
  private let usesHugePages: Bool
  /// The semaphore that wakes idle threads.
  nonisolated(unsafe) private let calls: UnsafeMutablePointer<sem_t>

  init(maximumCount: Int, usesHugePages: Bool) {
    self.maximumCount = maximumCount
    self.usesHugePages = usesHugePages
    calls = .allocate(capacity: 1)
    sem_init(calls, 0, 0)
  }

  deinit {
    sem_destroy(calls)
    calls.deallocate()
  }

  /// Enqueues a job; returns a job if there is no thread for it and none can be started.
  func append(_ work: Work) -> Work? {
    let needsThread = state.withLock { state in
      state.works.append(work)
      let needsThread = state.idleCount < state.works.count && state.threadCount < maximumCount
      if needsThread { state.threadCount += 1 }
      return needsThread
    }
    if needsThread { return begin() }
    sem_post(calls)
    return nil
  }

  /// Ends the threads once no job is left.
  func close() {
    let threadCount = state.withLock { state in
      state.isClosed = true
      return state.threadCount
    }
    for _ in 0..<threadCount { sem_post(calls) }
  }

  /// Starts a thread; returns the oldest job if there is no thread to run it.
  private func begin() -> Work? {
    var thread = pthread_t()
    let queue = Unmanaged.passRetained(self)
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      Unmanaged<WorkQueue>.fromOpaque($0!).takeRetainedValue().run()
      return nil
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // The default stack size is the limit of the main thread's stack, which may be too small or too large.
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    if pthread_create(&thread, &attributes, run, queue.toOpaque()) == 0 {
      pthread_detach(thread)
      return nil
    }
    queue.release()
    // The existing threads continue without the new one.
    let work: Work? = state.withLock { state in
      state.threadCount -= 1
      return state.threadCount == 0 && !state.works.isEmpty ? state.works.removeFirst() : nil
    }
    if work == nil { sem_post(calls) }
    return work
  }

  /// The stack size in bytes, several times what the deepest formula needs.
  private static let stackSize = 2 << 20

  private func run() {
    if usesHugePages { ThreadMemory.preferHugePages() }
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

  /// The next turn of a thread; nil if there is none, and the thread is idle from then on.
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
