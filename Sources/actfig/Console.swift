import ArgumentParser
import JSON
import Pipeline
import Synchronization
import System
import Text

/// The standard streams, and the exit code that survives them.
///
/// What is written here comes from anywhere: from configurations, files and their names. None of it is obeyed by a terminal
/// or a CI engine, whatever it holds. A reader that goes away ends the output and nothing else: the work is done to its end,
/// and the exit code is that of the work.
enum Console {
  /// Writes text for people to the standard output.
  static func print(_ text: String) { print(Array(text.inert.utf8)) }

  /// Writes a JSON text to the standard output.
  static func print(json text: String) { print(Array(JSON.inert(text).utf8)) }

  /// Writes a JSON value and a line feed to the standard output.
  static func print(_ json: JSON) { print(json: json.text + "\n") }

  /// Writes bytes just as they are to the standard output, as those of a picture.
  static func print(_ bytes: [UInt8]) {
    if !bytes.isEmpty { status.clear() }
    guard !output.hasFault else { return }
    do throws(FileFault) { try StandardStream.output.write(bytes) } catch { output.note(error) }
  }

  /// Writes a sentence to the standard error. Where that cannot be written either there is nobody left to tell.
  static func complain(_ sentence: String) { status.interrupt(with: sentence.inert + "\n") }

  /// Writes why a figure failed to the standard error, in red where there are colours.
  static func complain(_ failure: FigureFailure) { complain("\(failure)", inColor: 31) }

  /// Writes a warning to the standard error, in yellow where there are colours.
  static func complain(_ warning: FigureWarning) { complain("warning: \(warning)", inColor: 33) }

  /// Writes to the standard error just as it is: nothing that comes from elsewhere.
  static func show(_ text: String) { try? StandardStream.error.write(Array(text.utf8)) }

  /// Shows how far a run has come, in one line of the terminal behind the standard error, in place of what was shown before.
  ///
  /// - Parameter text: The tool's own. Sentences come before it; whatever else is written, and the end, clears it.
  static func showStatus(_ text: String) { status.replace(by: text) }

  /// Writes workflow commands of the tool's own to one of the standard streams.
  ///
  /// - Parameter lines: In each of which whatever comes from elsewhere is escaped.
  static func annotate(_ lines: [String], onStandardError: Bool) {
    let text = lines.map { $0 + "\n" }.joined()
    if onStandardError { show(text) } else { print(Array(text.utf8)) }
  }

  /// Ends the process.
  ///
  /// A full disk behind the standard output makes of success that the run could not be judged, for what was asked for is not
  /// there; any other verdict stays as it is.
  static func exit(_ code: ExitCode) -> Never {
    status.clear()
    CurrentProcess.exit(code.isSuccess && output.isLost ? ExitCode.unjudged.rawValue : code.rawValue)
  }

  /// Whether someone watches the standard error, on a terminal that can go back to the beginning of a line.
  static var isWatched: Bool { StandardStream.error.isTerminal && environment("TERM") != "dumb" }

  /// Whether what is shown may be coloured: on a terminal, unless NO_COLOR is set to anything (https://no-color.org).
  static var isColoured: Bool { isWatched && environment("NO_COLOR").isEmpty }

  /// Columns into which a table on the standard output is fitted: those that COLUMNS says, else those of the terminal; nil
  /// where it is none, for whoever reads on wants whole lines.
  static var width: Int? {
    if let columns = Int(environment("COLUMNS")), columns > 0 { return columns }
    return StandardStream.output.columns
  }

  /// Whether GitHub Actions runs the tool and reads workflow commands from its streams.
  static var isOnGitHub: Bool { environment("GITHUB_ACTIONS") == "true" }

  /// A variable of the process; empty where it is not set.
  static func environment(_ name: String) -> String { Environment.variable(name) ?? "" }

  private static func complain(_ sentence: String, inColor color: Int) {
    let text = sentence.inert
    status.interrupt(with: (isColoured ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text) + "\n")
  }

  private static let output = StandardOutput()
  private static let status = StatusLine()
}

/// The last line of the terminal, which is written anew again and again.
private final class StatusLine: Sendable {
  private let shown = Mutex("")

  /// Back to the first column, and the line is cleared.
  private static let lineStart = "\r\u{1B}[K"

  func replace(by text: String) {
    shown.withLock { shown in
      shown = text
      Console.show(Self.lineStart + text)
    }
  }

  func clear() {
    shown.withLock { shown in
      if !shown.isEmpty { Console.show(Self.lineStart) }
      shown = ""
    }
  }

  func interrupt(with lines: String) {
    shown.withLock { shown in Console.show(shown.isEmpty ? lines : Self.lineStart + lines + shown) }
  }
}

/// What has become of the standard output.
private final class StandardOutput: Sendable {
  private let fault = Mutex<FileFault?>(nil)

  /// Whether nothing more can be written.
  var hasFault: Bool { fault.withLock { $0 != nil } }

  /// Whether something was not written that somebody waits for. Where the reader went away by itself, nobody does.
  var isLost: Bool { fault.withLock { $0 != nil && $0 != .readerGone } }

  /// Reports the first fault of writing.
  func note(_ new: FileFault) {
    let isFirst = fault.withLock { fault in
      defer { fault = fault ?? new }
      return fault == nil
    }
    if isFirst, new != .readerGone { Console.complain("Cannot write the standard output: \(new).") }
  }
}
