import ArgumentParser
import Glibc
import Pipeline

extension ParsableCommand {
  /// Does work on so many processors, of those that there are, and ends the process with its exit code.
  ///
  /// The main thread only waits. It does not go over to the dispatcher, as that of an asynchronous `main` does, for there it
  /// would unblock every signal; and it is the one thread that no figure keeps busy, so it is the one to notice an
  /// interruption and cancel the work.
  func finish(
    jobs: Int = Batch.defaultJobCount, watching interruption: Interruption? = nil,
    with work: @escaping @Sendable () async throws -> ExitCode
  ) -> Never {
    let threads = WorkerThreads(atMost: min(jobs, Batch.defaultJobCount))
    let task = Task.detached(executorPreference: threads) {
      do {
        Console.exit(try await work())
      } catch let code as ExitCode {
        Console.exit(code)
      } catch {
        Console.complain("\(error)")
        Console.exit(.unjudged)
      }
    }
    guard let interruption else { while true { pause() } }
    while true {
      usleep(20_000)
      if interruption.exitCode != nil { task.cancel() }
    }
  }
}
