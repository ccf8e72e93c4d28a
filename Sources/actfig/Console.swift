import ArgumentParser
import Glibc
import Pipeline
import Synchronization

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
    guard !output.hasFault, let number = write(bytes, to: STDOUT_FILENO) else { return }
    output.note(errorNumber: number)
  }

  /// Writes a sentence to the standard error. Where that cannot be written either there is nobody left to tell.
  static func complain(_ sentence: String) { status.interrupt(with: sentence.inert + "\n") }

  /// Writes why a figure failed to the standard error, in red where there are colours.
  static func complain(_ failure: FigureFailure) { complain("\(failure)", inColor: 31) }

  /// Writes a warning to the standard error, in yellow where there are colours.
  static func complain(_ warning: FigureWarning) { complain("warning: \(warning)", inColor: 33) }

  /// Writes to the standard error just as it is: nothing that comes from elsewhere.
  static func show(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

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
    Glibc.exit(code.isSuccess && output.isLost ? ExitCode.unjudged.rawValue : code.rawValue)
  }

  /// Whether someone watches the standard error, on a terminal that can go back to the beginning of a line.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  /// Whether what is shown may be coloured: on a terminal, unless NO_COLOR is set to anything (https://no-color.org).
  static var isColoured: Bool { isWatched && environment("NO_COLOR").isEmpty }

  /// Columns into which a table on the standard output is fitted: those that COLUMNS says, else those of the terminal; nil
  /// where it is none, for whoever reads on wants whole lines.
  static var width: Int? {
    if let columns = Int(environment("COLUMNS")), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether GitHub Actions runs the tool and reads workflow commands from its streams.
  static var isOnGitHub: Bool { environment("GITHUB_ACTIONS") == "true" }

  /// A variable of the process; empty where it is not set.
  static func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  private static func complain(_ sentence: String, inColor color: Int) {
    let text = sentence.inert
    status.interrupt(with: (isColoured ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text) + "\n")
  }

  private static let output = StandardOutput()
  private static let status = StatusLine()

  /// - Returns: The error number where not all could be written.
  private static func write(_ bytes: [UInt8], to stream: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        // Someone else made the stream one that does not wait; here it is waited for.
        var stream = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
        poll(&stream, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
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
  private let errorNumber = Mutex<Int32?>(nil)

  /// Whether nothing more can be written.
  var hasFault: Bool { errorNumber.withLock { $0 != nil } }

  /// Whether something was not written that somebody waits for: not where the reader went away by itself.
  var isLost: Bool { errorNumber.withLock { $0 != nil && $0 != EPIPE } }

  /// Tells of a fault, once.
  func note(errorNumber number: Int32) {
    let isFirst = errorNumber.withLock { fault in
      defer { fault = fault ?? number }
      return fault == nil
    }
    if isFirst, number != EPIPE {
      Console.complain("Cannot write the standard output: \(String(cString: strerror(number))).")
    }
  }
}
