import ArgumentParser
import System

/// The signals that ask the tool to stop, with the exit codes that they stand for.
struct Interruption {
  private let signals = StopSignals()

  /// The exit code for a signal that has arrived: 128 and its number by convention, 130 for an interruption from the keyboard.
  /// Nil where none has arrived.
  var exitCode: ExitCode? { signals.arrived.map { ExitCode(128 + $0) } }
}
