import ArgumentParser
import Glibc

extension ParsableCommand {
  /// Does work on all processors and ends the process with its exit code.
  ///
  /// The main thread only waits. It does not go over to the dispatcher, as that of an asynchronous `main` does, for there it
  /// would unblock every signal; and it is the one thread that no figure keeps busy, so it is the one to notice an
  /// interruption and cancel the work.
  func finish(
    watching interruption: Interruption? = nil, with work: @escaping @Sendable () async throws -> ExitCode
  ) -> Never {
    let task = Task.detached {
      do {
        Glibc.exit(try await work().rawValue)
      } catch let code as ExitCode {
        Glibc.exit(code.rawValue)
      } catch {
        Console.complain("\(error)")
        Glibc.exit(ExitCode.unjudged.rawValue)
      }
    }
    guard let interruption else { while true { pause() } }
    while true {
      usleep(20_000)
      if interruption.exitCode != nil { task.cancel() }
    }
  }
}
