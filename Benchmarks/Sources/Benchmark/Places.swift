import Foundation

/// What scripts/benchmark has built, and what is measured with it.
enum Places {
  static let package = URL(filePath: #filePath).appending(path: "../../../..").standardized
  /// The eleven figures.
  static let configuration = package.appending(path: "config.json").path
  static let peers = package.appending(path: "Benchmarks/Peers")
  /// With the language's runtime within.
  static let tool = package.appending(path: ".build/release/actfig").path
  /// A program that prints one word, built like the tool, and with the runtime beside it.
  static let bare = package.appending(path: "Benchmarks/.build/release/Bare").path
  static let bareWithLibraries = package.appending(path: "Benchmarks/.build/dynamic/release/Bare").path
}

/// A directory for what is written, removed when its owner lets go of it.
///
/// Nothing in it is removed before: for a minute or more, ext4 looks at every file that was deleted before it makes a new one,
/// and so the runs to come would be measured too slow.
final class Scratch {
  private let directory = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID())")
  private var count = 0

  init() throws { try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// A path at which nothing is yet.
  func newPath() -> String {
    count += 1
    return directory.appending(path: String(count)).path
  }

  func file(_ text: String) throws -> String {
    let path = newPath()
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }
}

/// A run of the tool that draws a configuration into a directory that is not there yet.
struct Drawing {
  var configuration = Places.configuration
  var options: [String] = []
  /// Figures in work at one time.
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// Whether all threads, those that wait for the disk too, are kept to one core.
  var isOnOneCore = false

  /// - Parameter look: Is handed the directory.
  func run(in scratch: Scratch, _ look: (String) throws -> Void = { _ in }) throws -> ChildProcess {
    let path = scratch.newPath()
    let process = try ChildProcess(
      (isOnOneCore ? ["taskset", "--cpu-list", "0"] : [])
        + [Places.tool, "render", configuration, "--output", path, "--quiet", "--jobs", String(jobs)]
        + options.flatMap { ["--set", $0] })
    try look(path)
    return process
  }
}
