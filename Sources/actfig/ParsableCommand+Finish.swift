import ArgumentParser
import Glibc

extension ParsableCommand {
  /// Does work on all processors and ends the process with its exit code.
  ///
  /// The main thread only waits. It does not go over to the dispatcher, as that of an asynchronous `main` does, for there it
  /// would unblock every signal.
  func finish(with work: @escaping @Sendable () async throws -> ExitCode) -> Never {
    Task.detached {
      do {
        Glibc.exit(try await work().rawValue)
      } catch let code as ExitCode {
        Glibc.exit(code.rawValue)
      } catch {
        Console.complain("\(error)")
        Glibc.exit(ExitCode.unjudged.rawValue)
      }
    }
    while true { pause() }
  }
}
