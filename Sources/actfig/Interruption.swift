import ArgumentParser
import Glibc

/// Signals that ask the tool to stop, kept by the system until they are looked for.
///
/// A blocked signal waits where it cannot stop a file half way, and the system's own record of it is all that has to be
/// remembered. Signals that were ignored from the beginning, as those of a background process are, stay so.
struct Interruption {
  private let signals: [Int32]

  /// Blocks the signals in this thread and in all that it starts from now on; called by the main thread before there are
  /// others, that is in all.
  init() {
    signals = [SIGINT, SIGTERM, SIGHUP].filter { signal in
      var action = sigaction()
      sigaction(signal, nil, &action)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
    }
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// By custom 128 and the number of the signal that has come: 130 for an interruption from the keyboard. Nil where none
  /// has come.
  var exitCode: ExitCode? {
    var pending = sigset_t()
    sigpending(&pending)
    return signals.first { sigismember(&pending, $0) == 1 }.map { ExitCode(128 + $0) }
  }
}
