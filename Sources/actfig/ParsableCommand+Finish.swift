import ArgumentParser
import Pipeline
import Sampling
import System

extension ParsableCommand {
  /// Runs asynchronous work on worker threads and ends the process with the exit code of the work.
  ///
  /// The main thread only waits. It does not enter the dispatcher, as the main thread of an asynchronous `main` does, because
  /// the dispatcher would unblock every signal. As no figure keeps it busy, it notices an interruption, cancels the work then,
  /// and shows the progress.
  ///
  /// - Parameters:
  ///   - jobs: The number of worker threads, at most one for each processor.
  ///   - interruption: The signals that cancel the work.
  ///   - isQuiet: Whether no progress is shown.
  ///   - work: The work, which reports its progress to the meter.
  func finish(
    jobs: Int = Batch.defaultJobCount, watching interruption: Interruption? = nil, quietly isQuiet: Bool = false,
    with work: @escaping @Sendable (ProgressMeter) async throws -> ExitCode
  ) -> Never {
    let threads = WorkerThreads(atMost: min(jobs, Batch.defaultJobCount), usesHugePages: true)
    let meter = ProgressMeter()
    let task = Task.detached(executorPreference: threads) {
      do {
        Console.exit(try await SamplingProgress.$current.withValue(meter.samples) { try await work(meter) })
      } catch let code as ExitCode {
        Console.exit(code)
      } catch {
        Console.report("\(error)")
        Console.exit(.incomplete)
      }
    }
    let isShown = !isQuiet && Console.isWatched
    guard isShown || interruption != nil else { CurrentProcess.waitForEnd() }
    var tick = 0
    while true {
      CurrentProcess.sleep(milliseconds: 20)
      tick &+= 1
      if interruption?.exitCode != nil { task.cancel() }
      // The line is updated five times a second. Work that ends sooner shows none.
      if isShown, tick.isMultiple(of: 10), let text = meter.text(isColoured: Console.isColoured) {
        Console.showStatus(text)
      }
    }
  }
}

/// The signals that ask the tool to stop, with the exit codes that they stand for.
struct Interruption {
  private let signals = StopSignals()

  /// The exit code for a signal that has arrived: 128 and its number by convention, 130 for an interruption from the keyboard.
  /// Nil where none has arrived.
  var exitCode: ExitCode? { signals.arrived.map { ExitCode(128 + $0) } }
}

extension ExitCode {
  /// The exit code of a run that could not be completed.
  static let incomplete = ExitCode(2)

  /// The exit code 1 if any figure failed, and 0 otherwise.
  init(of results: Batch.Results<some Sendable>) {
    let hasFailure = results.contains { if case .failure? = $0 { true } else { false } }
    self = hasFailure ? .failure : .success
  }
}
