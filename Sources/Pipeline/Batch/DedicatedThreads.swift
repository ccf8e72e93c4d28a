import Glibc

/// Runs each piece of a task on a thread of its own, which ends with it: for tasks that wait for the disk, and would else
/// keep one of the few threads waiting on which everything is drawn.
///
/// ```swift
/// group.addTask(executorPreference: DedicatedThreads()) { try directory.write(bytes, to: name, replacing: .always) }
/// ```
final class DedicatedThreads: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let work = Unmanaged.passRetained(Work(job: UnownedJob(job), executor: self)).toOpaque()
    var thread = pthread_t()
    let number = pthread_create(&thread, nil, { Work.run($0) }, work)
    if number == 0 { pthread_detach(thread) } else { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().yield() }
  }
}

/// What a thread is made for.
private final class Work: Sendable {
  let job: UnownedJob
  let executor: DedicatedThreads

  init(job: UnownedJob, executor: DedicatedThreads) { (self.job, self.executor) = (job, executor) }

  static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    let work = Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue()
    work.job.runSynchronously(on: work.executor.asUnownedTaskExecutor())
    return nil
  }

  /// Where the system has no thread left, the work is done among the others.
  func yield() { globalConcurrentExecutor.enqueue(job) }
}
