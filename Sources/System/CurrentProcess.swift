import CGlibc
import Glibc

/// The running process: its preparation, its signals and its end.
package enum CurrentProcess {
  /// Prepares the process for a run.
  ///
  /// An error of writing becomes the result of the call that failed and not a signal, and no file that is opened later
  /// takes the place of a standard stream that was closed.
  ///
  /// Memory that one figure gives back is kept for the next: fresh pages from the system cost a sixth of all time. Only what a
  /// huge figure needs is given back, and each thread asks once for as much as a figure needs.
  package static func prepare() {
    mallopt(M_MMAP_THRESHOLD, 8 << 20)
    mallopt(M_TRIM_THRESHOLD, 16 << 20)
    mallopt(M_TOP_PAD, 8 << 20)
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // Each takes the lowest number that is free. What is written to one that was closed fails, as it should.
    for stream in StandardStream.allCases where fcntl(stream.rawValue, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Keeps all threads to one pool of memory. Every further pool would reserve 64 MiB of address space at once.
  package static func useSingleMemoryPool() { mallopt(M_ARENA_MAX, 1) }

  /// Ends the process with an exit code.
  package static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  /// Lets the calling thread wait until the process ends.
  package static func waitForEnd() -> Never { while true { pause() } }

  /// Lets the calling thread sleep.
  package static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1_000) }
}

/// The memory from which the calling thread allocates.
enum ThreadMemory {
  /// Asks the system for pages of 2 MiB, as far as it has them, instead of 4 KiB.
  ///
  /// On a virtual machine a fresh page of 4 KiB costs 1.2 µs, and one of 2 MiB 60 µs: eleven figures take 9 % less
  /// processor time. Nothing is asked where memory or addresses are limited.
  static func preferHugePages() {
    if MemoryLimit.hasResourceLimit { return }
    // glibc gives each thread a pool that begins at a multiple of its greatest size. Where the addresses lie otherwise,
    // the request concerns other memory of the process or none, and does no harm.
    guard let first = malloc(1) else { return }
    defer { free(first) }
    let address = UInt(bitPattern: first)
    madvise(UnsafeMutableRawPointer(bitPattern: address & ~(poolSize - 1)), Int(poolSize), MADV_HUGEPAGE)
    // The huge page in which the pool begins has been touched already, so that it stays divided. What is left of it is
    // allocated for good and never touched. Asking for its size keeps the compiler from removing an allocation without use.
    _ = malloc_usable_size(malloc(Int(hugePageSize - address % hugePageSize) - 64))
  }

  /// The greatest size of a pool in bytes (HEAP_MAX_SIZE of glibc on 64-bit systems).
  private static let poolSize: UInt = 64 << 20
  private static let hugePageSize: UInt = 2 << 20
}

/// The signals that ask the process to stop, kept pending by the system until the tool asks for them.
///
/// A blocked signal cannot stop the writing of a file half way, and the system's own record of it is all that has to be
/// remembered. Signals that were ignored from the beginning, as those of a background process are, stay ignored.
package struct StopSignals: Sendable {
  private let signals: [Int32]

  /// Blocks the signals in this thread and in all that it starts later. The main thread calls it before it starts others.
  package init() {
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

  /// The number of a signal that has arrived; nil where none has.
  package var arrived: Int32? {
    var pending = sigset_t()
    sigpending(&pending)
    return signals.first { sigismember(&pending, $0) == 1 }
  }
}

/// The environment of the process: its variables and its processors.
package enum Environment {
  /// The value of an environment variable, or nil where it is not set.
  package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The number of processors on which this process may run: where it is confined to a few of them, as by a batch system or
  /// taskset(1), as many as those.
  package static var processorCount: Int {
    var processors = cpu_set_t()
    guard sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &processors) == 0 else {
      // The machine has more processors than the set has room for.
      return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    return withUnsafeBytes(of: processors) { bytes in bytes.reduce(0) { $0 + $1.nonzeroBitCount } }
  }
}

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
