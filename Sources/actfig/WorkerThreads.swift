import Glibc
import Synchronization

/// Threads on which tasks are done, each begun when it is first needed and kept as long as the process lives.
///
/// Work is taken in the order in which it came. The dispatcher, on whose threads tasks are done else, lets a second thread
/// begin milliseconds after the first: as long as it takes to draw a figure.
final class WorkerThreads: TaskExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var idleCount = 0
    var threadCount = 0
  }

  private let queue = Mutex(Queue())
  private let maximumCount: Int
  /// Counts what idle threads are to wake up for.
  nonisolated(unsafe) private let calls: UnsafeMutablePointer<sem_t>

  /// - Parameter maximumCount: At least one.
  init(atMost maximumCount: Int) {
    self.maximumCount = maximumCount
    calls = .allocate(capacity: 1)
    sem_init(calls, 0, 0)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let needsThread = queue.withLock { queue in
      queue.jobs.append(job)
      let needsThread = queue.idleCount < queue.jobs.count && queue.threadCount < maximumCount
      if needsThread { queue.threadCount += 1 }
      return needsThread
    }
    if needsThread { begin() } else { sem_post(calls) }
  }

  private func begin() {
    var thread = pthread_t()
    let workers = Unmanaged.passRetained(self).toOpaque()
    let work: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      Unmanaged<WorkerThreads>.fromOpaque($0!).takeUnretainedValue().work()
    }
    guard pthread_create(&thread, nil, work, workers) != 0 else { return }
    // The threads that there are do without it; where there are none, nothing can be done.
    let threadCount = queue.withLock {
      $0.threadCount -= 1
      return $0.threadCount
    }
    precondition(threadCount > 0, "The system has no thread for the work.")
    sem_post(calls)
  }

  private func work() -> Never {
    while true {
      if let job = nextJob() {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else {
        while sem_wait(calls) != 0 {}
        queue.withLock { $0.idleCount -= 1 }
      }
    }
  }

  /// Nil where there is none: the thread is idle from then on.
  private func nextJob() -> UnownedJob? {
    queue.withLock { queue in
      if queue.jobs.isEmpty {
        queue.idleCount += 1
        return nil
      }
      return queue.jobs.removeFirst()
    }
  }
}
