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

  public func enqueue(_ job: consuming ExecutorJob) {
    // Where the system has no thread at all, whoever brings the work does it.
    if let work = queue.append(Work(job: UnownedJob(job), executor: self)) { work.run() }
  }
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

  /// Takes up work; gives work back where there is no thread for it and none can be had.
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

  /// Ends the threads; there is no work left.
  func close() {
    let threadCount = state.withLock { state in
      state.isClosed = true
      return state.threadCount
    }
    for _ in 0..<threadCount { sem_post(calls) }
  }

  /// Begins a thread; gives the work that waits the longest where there is no thread to do it.
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
    // By default a thread's stack is as large as that of the process may become, which may be too little or too much.
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    if pthread_create(&thread, &attributes, run, queue.toOpaque()) == 0 {
      pthread_detach(thread)
      return nil
    }
    queue.release()
    // The threads that there are do without it.
    let work: Work? = state.withLock { state in
      state.threadCount -= 1
      return state.threadCount == 0 && !state.works.isEmpty ? state.works.removeFirst() : nil
    }
    if work == nil { sem_post(calls) }
    return work
  }

  /// Bytes: several times what the deepest formula needs.
  private static let stackSize = 2 << 20

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
