import Foundation
import TemporaryDirectories
import Testing

/// The built tool, which runs as a process in a temporary directory.
final class Tool: Sendable {
  private let temporary: TemporaryDirectory

  init() throws { temporary = try TemporaryDirectory() }

  var directory: URL { temporary.url }

  struct Run {
    let exitCode: Int32
    let output: String
    let words: String
  }

  /// Runs the tool to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments of `actfig`.
  ///   - input: The content of the standard input.
  ///   - environment: Variables in addition to those of the tests.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment, input: input)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = "", of program: URL? = nil
  ) throws -> Run {
    let (process, pipes) = try start(arguments, environment: environment, of: program)
    // Each output fits into a pipe or is read while the process runs.
    pipes.input.fileHandleForWriting.write(Data(input.utf8))
    try pipes.input.fileHandleForWriting.close()
    let output = pipes.output.fileHandleForReading.readDataToEndOfFile()
    let words = pipes.words.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      exitCode: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      words: String(decoding: words, as: UTF8.self))
  }

  typealias Pipes = (input: Pipe, output: Pipe, words: Pipe)

  /// Starts the tool or another program without waiting for its end.
  func start(
    _ arguments: [String], environment: [String: String] = [:], of program: URL? = nil
  ) throws -> (Process, Pipes) {
    let process = Process()
    process.executableURL = try program ?? Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    // The tests themselves can run under such an engine.
    process.environment = ProcessInfo.processInfo.environment.filter { variable in
      !["GITHUB_", "ACTFIG_", "SLURM_", "CI_", "CIRCLE_", "BUILDKITE_", "JOB_", "AWS_BATCH_", "PARALLEL_"]
        .contains(where: variable.key.hasPrefix)
    }.merging(environment) { _, new in new }
    let pipes = (input: Pipe(), output: Pipe(), words: Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = pipes
    try process.run()
    return (process, pipes)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: directory.appending(path: name))
  }

  /// The names of all files in a directory, including hidden ones; nil if there is no directory.
  func names(in path: String = ".") -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: directory.appending(path: path).path).sorted()
  }

  func bytes(of path: String) -> Data? { FileManager.default.contents(atPath: directory.appending(path: path).path) }

  /// The tool is built beside the tests.
  static var executable: URL {
    get throws {
      let tests = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      return try #require(
        ([tests] + Bundle.allBundles.map(\.bundleURL)).map { $0.deletingLastPathComponent().appending(path: "actfig") }
          .first { FileManager.default.isExecutableFile(atPath: $0.path) })
    }
  }
}
