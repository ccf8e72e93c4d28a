import Foundation
import Glibc

/// The cost of a program that was run to its end.
struct ChildProcess {
  /// The processor time of all threads in seconds, the system's time included.
  let processor: Double
  /// The peak of the resident memory in bytes. The memory of the process that starts the program counts until the
  /// program runs, so that the number is never too small.
  let peak: Int

  /// The peak of the resident memory in megabytes.
  var megabytes: Double { Double(peak) / 1e6 }

  /// Runs a program with empty input and discards its output.
  ///
  /// - Parameter arguments: The program, which is searched for as a shell does, and its arguments.
  /// - Throws: If the program cannot be started, or does not end with status 0.
  init(_ arguments: [String]) throws { self = try ChildProcess.run(arguments, printingTo: "/dev/null") }

  /// Returns what a program prints.
  static func output(of arguments: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try run(arguments, printingTo: file.path)
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// Returns whether there is a program of that name and it ends with status 0.
  static func succeeds(_ arguments: [String]) -> Bool { (try? ChildProcess(arguments)) != nil }

  private static func run(_ arguments: [String], printingTo path: String) throws -> ChildProcess {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }

    var child: pid_t = 0
    guard posix_spawnp(&child, arguments[0], &actions, nil, &words, environ) == 0 else {
      throw Failure(arguments: arguments, status: nil)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    guard status == 0 else { throw Failure(arguments: arguments, status: status) }
    return ChildProcess(
      processor: usage.ru_utime.seconds + usage.ru_stime.seconds, peak: usage.ru_maxrss * 1024)
  }

  private init(processor: Double, peak: Int) {
    self.processor = processor
    self.peak = peak
  }

  private struct Failure: Error, CustomStringConvertible {
    let arguments: [String]
    let status: Int32?

    var description: String {
      let end = status.map { "ended with status \($0 >> 8), signal \($0 & 0x7F)" } ?? "cannot be started"
      return "\(arguments.joined(separator: " ")) \(end)."
    }
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
