import Foundation
import Glibc

/// What a process took from its start to its end.
struct ChildProcess {
  /// Seconds on the wall.
  let wall: Double
  /// Seconds of all its threads, its own and the system's for it.
  let processor: Double
  /// The most memory it held at one time, in bytes. What the process that starts it holds counts as its own until it runs,
  /// so that it is never told too little.
  let peak: Int

  /// Runs a program to its end, with nothing to read and its output thrown away.
  ///
  /// - Parameter arguments: The program, looked for as a shell does, and its arguments.
  /// - Throws: Where it cannot be started, or does not end with status 0.
  init(_ arguments: [String]) throws { self = try ChildProcess.run(arguments, printingTo: "/dev/null") }

  /// What a program prints.
  static func output(of arguments: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try run(arguments, printingTo: file.path)
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// Processes of several kinds, so many rounds; a round starts one of each kind, so that a change of the machine's mood meets
  /// them all. One of each goes before, and is not counted, unless there is one round alone.
  static func inTurn(rounds: Int, _ kinds: [() throws -> ChildProcess]) throws -> [[ChildProcess]] {
    if rounds > 1 { for start in kinds { _ = try start() } }
    var runs = [[ChildProcess]](repeating: [], count: kinds.count)
    for _ in 0..<rounds {
      for (kind, start) in kinds.enumerated() { runs[kind].append(try start()) }
    }
    return runs
  }

  /// Whether there is a program of that name, and it ends well.
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
    let start = Stopwatch.wall.now
    guard posix_spawnp(&child, arguments[0], &actions, nil, &words, environ) == 0 else {
      throw Failure(arguments: arguments, status: nil)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = Stopwatch.wall.now - start
    guard status == 0 else { throw Failure(arguments: arguments, status: status) }
    return ChildProcess(
      wall: wall, processor: usage.ru_utime.seconds + usage.ru_stime.seconds, peak: usage.ru_maxrss * 1024)
  }

  private init(wall: Double, processor: Double, peak: Int) {
    self.wall = wall
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

extension [ChildProcess] {
  /// Best and median milliseconds on the wall, best milliseconds of the processor, most megabytes.
  var best: Double { map(\.wall).min().map { $0 * 1e3 } ?? .nan }
  var median: Double { isEmpty ? .nan : map(\.wall).sorted()[count / 2] * 1e3 }
  var processor: Double { map(\.processor).min().map { $0 * 1e3 } ?? .nan }
  var megabytes: Double { Double(map(\.peak).max() ?? 0) / 1e6 }
}
