import Foundation

/// The paths of what scripts/benchmark has built and of what is measured with it.
enum Places {
  static let package = URL(filePath: #filePath).appending(path: "../../../..").standardized
  /// The configuration of the eleven figures.
  static let configuration = package.appending(path: "config.json").path
  static let peers = package.appending(path: "Benchmarks/Peers")
  /// The tool, with its libraries linked in.
  static let tool = package.appending(path: ".build/release/actfig").path
  /// A program that prints one word, built like the tool.
  static let bare = package.appending(path: "Benchmarks/.build/release/Bare").path
  /// The same program, with the Swift runtime as shared libraries.
  static let bareWithLibraries = package.appending(path: "Benchmarks/.build/dynamic/release/Bare").path
}

/// A temporary directory that exists as long as its owner keeps it.
///
/// Nothing in it is removed before that: for a minute or more, ext4 examines every deleted file before it creates a new
/// one, which would slow down the following runs.
final class Scratch {
  private let directory = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID())")
  private var count = 0

  init() throws { try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Returns a path at which nothing exists yet.
  func newPath() -> String {
    count += 1
    return directory.appending(path: String(count)).path
  }

  /// Writes a text to a new file and returns its path.
  func file(_ text: String) throws -> String {
    let path = newPath()
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }
}

/// A run of the tool that draws a configuration into a new directory.
struct Drawing {
  var configuration = Places.configuration
  var options: [String] = []
  /// The number of figures that are drawn at one time.
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// Whether all threads, including those that wait for the disk, are restricted to one core.
  var isOnOneCore = false

  /// Returns the program and its arguments.
  func command(into path: String) -> [String] {
    (isOnOneCore ? ["taskset", "--cpu-list", "0"] : [])
      + [Places.tool, "render", configuration, "--output", path, "--quiet", "--jobs", String(jobs)]
      + options.flatMap { ["--set", $0] }
  }

  /// Measures a number of runs.
  func times(runs: Int, in scratch: Scratch) throws -> CommandTimes {
    let path = scratch.newPath()
    return try CommandTimes.measure([command(into: path)], runs: runs, into: path, in: scratch)[0]
  }

  /// Runs the tool once.
  ///
  /// - Parameter examine: Receives the directory.
  func run(in scratch: Scratch, _ examine: (String) throws -> Void = { _ in }) throws -> ChildProcess {
    let path = scratch.newPath()
    let process = try ChildProcess(command(into: path))
    try examine(path)
    return process
  }
}
