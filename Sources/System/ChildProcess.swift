import Glibc

/// The result of a program that has ended.
package struct ChildProcess: Sendable {
  /// The bytes that the program wrote to its standard output.
  package let output: [UInt8]
  /// The bytes that the program wrote to its standard error.
  package let words: [UInt8]
  /// The exit code; 128 and the number of the signal if a signal ended the program.
  package let exitCode: Int32

  /// Runs a program from the search path with an empty standard input, and waits for its end.
  ///
  /// The program handles signals by default, whatever this process ignores or blocks.
  ///
  /// - Parameters:
  ///   - words: The name of the program and its arguments.
  ///   - dropped: The names of environment variables that the program does not inherit.
  /// - Throws: `FileFault` if the program cannot be started, or its output cannot be read.
  package init(running words: [String], without dropped: Set<String> = []) throws(FileFault) {
    let output = try Pipe()
    let errors = try Pipe()
    let process = try Self.start(words, without: dropped, output: output.writer, errors: errors.writer)
    output.closeWriter()
    errors.closeWriter()
    (self.output, self.words) = Pipe.contents(of: output, errors)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw FileFault(errorNumber: errno) }
    }
    let signal = status & 0x7F
    exitCode = signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func start(
    _ words: [String], without dropped: Set<String>, output: Int32, errors: Int32
  ) throws(FileFault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var (ignored, blocked) = (sigset_t(), sigset_t())
    sigemptyset(&ignored)
    sigemptyset(&blocked)
    sigaddset(&ignored, SIGPIPE)
    sigaddset(&ignored, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = Self.environment(without: dropped).map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let number = posix_spawnp(&process, words[0], &actions, &attributes, arguments, variables)
    guard number == 0 else { throw FileFault(errorNumber: number) }
    return process
  }

  private static func environment(without dropped: Set<String>) -> [String] {
    var (variables, next) = ([String](), environ)
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !dropped.contains(String(text.prefix { $0 != "=" })) { variables.append(text) }
      next += 1
    }
    return variables
  }
}

/// The two ends of a pipe, neither of which is inherited by programs that start later.
private final class Pipe {
  let reader: Int32
  private(set) var writer: Int32

  init() throws(FileFault) {
    var ends: (Int32, Int32) = (-1, -1)
    let result = withUnsafeMutablePointer(to: &ends) {
      $0.withMemoryRebound(to: Int32.self, capacity: 2) { Glibc.pipe($0) }
    }
    guard result == 0 else { throw FileFault(errorNumber: errno) }
    (reader, writer) = ends
    for end in [reader, writer] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reader)
    closeWriter()
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  /// Reads two pipes at the same time to their ends, so that the writer never blocks.
  static func contents(of first: Pipe, _ second: Pipe) -> ([UInt8], [UInt8]) {
    var contents: [[UInt8]] = [[], []]
    var ends = [first, second].map { pollfd(fd: $0.reader, events: Int16(POLLIN), revents: 0) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    // poll(2) skips negative descriptors.
    while ends.contains(where: { $0.fd >= 0 }) {
      guard poll(&ends, nfds_t(ends.count), -1) >= 0 || errno == EINTR else { break }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &piece, piece.count)
        if count > 0 {
          contents[index] += piece[..<count]
        } else if count == 0 || errno != EINTR {
          ends[index].fd = -1
        }
      }
    }
    return (contents[0], contents[1])
  }
}
