import ArgumentParser
import Glibc

/// The standard streams.
enum Console {
  /// Writes data to the standard output, whole.
  ///
  /// - Throws: `ExitCode.success` where nobody reads on, which is no fault; else a sentence.
  static func print(_ text: String) throws { try print(Array(text.utf8)) }

  /// Writes bytes just as they are, as `print` does a text.
  static func print(_ bytes: [UInt8]) throws {
    guard let number = write(bytes, to: STDOUT_FILENO) else { return }
    if number == EPIPE { throw ExitCode.success }
    throw StreamError(errorNumber: number)
  }

  /// Writes a sentence to the standard error. Where that cannot be written either there is nobody left to tell.
  static func complain(_ sentence: String) { show(sentence + "\n") }

  /// Writes to the standard error just as it is.
  static func show(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Whether someone watches the standard error, on a terminal that can go back to the beginning of a line.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  /// Whether what is shown may be coloured: on a terminal, unless NO_COLOR is set to anything (https://no-color.org).
  static var isColoured: Bool { isWatched && environment("NO_COLOR", default: "").isEmpty }

  private static func environment(_ name: String, default value: String = "") -> String {
    getenv(name).map { String(cString: $0) } ?? value
  }

  /// - Returns: The error number where not all could be written.
  private static func write(_ bytes: [UInt8], to stream: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

/// Why the standard output could not be written.
struct StreamError: Error, CustomStringConvertible {
  let errorNumber: Int32

  var description: String { "Cannot write the standard output: \(String(cString: strerror(errorNumber)))." }
}
