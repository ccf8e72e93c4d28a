import ArgumentParser
import Pipeline
import System

extension ParsableCommand {
  /// Does work on so many processors, of those that there are, and ends the process with its exit code.
  ///
  /// The main thread only waits. It does not go over to the dispatcher, as that of an asynchronous `main` does, for there it
  /// would unblock every signal; and it is the one thread that no figure keeps busy, so it is the one to notice an
  /// interruption and cancel the work, and to show how far that has come.
  ///
  /// - Parameters:
  ///   - isQuiet: Whether nothing is said of how far the work has come.
  ///   - work: Is given what it may tell that of.
  func finish(
    jobs: Int = Batch.defaultJobCount, watching interruption: Interruption? = nil, quietly isQuiet: Bool = false,
    with work: @escaping @Sendable (ProgressMeter) async throws -> ExitCode
  ) -> Never {
    let threads = WorkerThreads(atMost: min(jobs, Batch.defaultJobCount))
    let meter = ProgressMeter()
    let task = Task.detached(executorPreference: threads) {
      do {
        Console.exit(try await SamplingProgress.$current.withValue(meter.samples) { try await work(meter) })
      } catch let code as ExitCode {
        Console.exit(code)
      } catch {
        Console.complain("\(error)")
        Console.exit(.unjudged)
      }
    }
    let isShown = !isQuiet && Console.isWatched
    guard isShown || interruption != nil else { CurrentProcess.waitForEnd() }
    var tick = 0
    while true {
      CurrentProcess.sleep(milliseconds: 20)
      tick &+= 1
      if interruption?.exitCode != nil { task.cancel() }
      // Five times a second; what is done before has no line.
      if isShown, tick.isMultiple(of: 10), let text = meter.text(isColoured: Console.isColoured) {
        Console.showStatus(text)
      }
    }
  }
}
