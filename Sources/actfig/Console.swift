import ArgumentParser
import JSON
import Pipeline
import Synchronization
import System
import Text

/// Writes to the standard streams and ends the process.
///
/// The texts come from anywhere: from configurations, files and their names. They are escaped so that neither a terminal nor a
/// CI system interprets them as commands. If the reader of the standard output goes away, only the output ends: the work is
/// completed, and its exit code is kept.
enum Console {
  /// Writes a text to the standard output, escaped for terminals and CI systems.
  static func print(_ text: String) { print(Array(text.inert.utf8)) }

  /// Writes a JSON text to the standard output, escaped for CI systems.
  static func print(json text: String) { print(Array(JSONValue.inert(text).utf8)) }

  /// Writes a JSON value and a line feed to the standard output.
  static func print(_ json: JSONValue) { print(json: json.text + "\n") }

  /// Writes bytes, e.g. of a picture, to the standard output without a change.
  static func print(_ bytes: [UInt8]) {
    if !bytes.isEmpty { status.clear() }
    guard !output.hasFault else { return }
    do throws(FileFault) { try StandardStream.output.write(bytes) } catch { output.note(error) }
  }

  /// Whether nothing more can be written to the standard output, because it has failed or its reader went away.
  static var isOutputClosed: Bool { output.hasFault }

  /// Writes a sentence to the standard error. An error of writing it is ignored, as there is nobody left to tell.
  static func report(_ sentence: String) { status.interrupt(with: sentence.inert + "\n") }

  /// Writes the reason of a failed figure to the standard error, in red if colours are used.
  static func report(_ failure: FigureFailure) { report("\(failure)", inColor: 31) }

  /// Writes a warning to the standard error, in yellow if colours are used.
  static func report(_ warning: FigureWarning) { report("warning: \(warning)", inColor: 33) }

  /// Writes a text of the tool itself to the standard error without a change.
  static func show(_ text: String) { try? StandardStream.error.write(Array(text.utf8)) }

  /// Shows the progress of a run in the last line of the terminal, in place of the line that was shown before.
  ///
  /// - Parameter text: A text of the tool itself. Messages are written above it; any other output, and the end, clears it.
  static func showStatus(_ text: String) { status.replace(by: text) }

  /// Writes workflow commands of GitHub Actions to one of the standard streams.
  ///
  /// - Parameter lines: Commands in which all text from elsewhere is escaped.
  static func annotate(_ lines: [String], onStandardError: Bool) {
    let text = lines.map { $0 + "\n" }.joined()
    if onStandardError { show(text) } else { print(Array(text.utf8)) }
  }

  /// Ends the process.
  ///
  /// If the standard output could not be written, e.g. because the disk is full, success becomes exit code 2, as the requested
  /// output is missing. Any other exit code is kept.
  static func exit(_ code: ExitCode) -> Never {
    status.clear()
    CurrentProcess.exit(code.isSuccess && output.isLost ? ExitCode.incomplete.rawValue : code.rawValue)
  }

  /// Whether the standard error is a terminal that can return to the beginning of a line.
  static var isWatched: Bool { StandardStream.error.isTerminal && environment("TERM") != "dumb" }

  /// Whether messages are coloured: on a terminal, unless NO_COLOR is set to any value (https://no-color.org).
  static var isColoured: Bool { isWatched && environment("NO_COLOR").isEmpty }

  /// The number of columns into which a table on the standard output is fitted: the value of COLUMNS, else the width of the
  /// terminal. Nil if the output is no terminal, as programs read whole lines.
  static var width: Int? {
    if let columns = Int(environment("COLUMNS")), columns > 0 { return columns }
    return StandardStream.output.columns
  }

  /// Whether GitHub Actions runs the tool and reads workflow commands from its streams.
  static var isOnGitHub: Bool { environment("GITHUB_ACTIONS") == "true" }

  /// The value of an environment variable; empty if it is not set.
  static func environment(_ name: String) -> String { Environment.variable(name) ?? "" }

  private static func report(_ sentence: String, inColor color: Int) {
    let text = sentence.inert
    status.interrupt(with: (isColoured ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text) + "\n")
  }

  private static let output = StandardOutput()
  private static let status = StatusLine()
}

/// The last line of the terminal, which is rewritten as the progress changes.
private final class StatusLine: Sendable {
  private let shown = Mutex("")

  /// Returns the cursor to the first column and clears the line.
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

/// The first error of writing the standard output.
private final class StandardOutput: Sendable {
  private let fault = Mutex<FileFault?>(nil)

  /// Whether writing has failed.
  var hasFault: Bool { fault.withLock { $0 != nil } }

  /// Whether output was lost that somebody waits for. Nobody waits if the reader went away by itself.
  var isLost: Bool { fault.withLock { $0 != nil && $0 != .readerGone } }

  /// Reports the first fault of writing.
  func note(_ new: FileFault) {
    let isFirst = fault.withLock { fault in
      defer { fault = fault ?? new }
      return fault == nil
    }
    if isFirst, new != .readerGone { Console.report("Cannot write the standard output: \(new).") }
  }
}

/// A text stream that writes JSON to the standard output in pieces.
struct ConsoleJSON: TextOutputStream {
  private var bytes: [UInt8] = []

  /// The number of bytes that are collected before they are written.
  private static let pieceLength = 1 << 16

  /// Appends a text.
  ///
  /// - Parameter text: Whole strings, numbers and punctuation of JSON.
  mutating func write(_ text: String) {
    bytes.append(contentsOf: (text.utf8.contains(UInt8(ascii: "#")) ? JSONValue.inert(text) : text).utf8)
    if bytes.count >= Self.pieceLength { flush() }
  }

  /// Writes the collected bytes.
  mutating func flush() {
    Console.print(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
