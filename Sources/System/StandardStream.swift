import Glibc

/// One of the three streams that a process begins with.
package enum StandardStream: Int32, CaseIterable, Sendable {
  /// The standard input.
  case input = 0
  /// The standard output.
  case output = 1
  /// The standard error.
  case error = 2

  /// Writes all bytes, however few the system takes at a time, also where the stream was made non-blocking by another process.
  ///
  /// - Throws: What the system says; `FileFault.readerGone` where a pipe has lost its reader.
  package func write(_ bytes: [UInt8]) throws(FileFault) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var stream = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        poll(&stream, 1, -1)
      } else if errno != EINTR {
        throw FileFault(errorNumber: errno)
      }
    }
  }

  /// Whether the stream is a terminal.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The number of columns of the terminal; nil where the stream is no terminal or does not know.
  package var columns: Int? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
