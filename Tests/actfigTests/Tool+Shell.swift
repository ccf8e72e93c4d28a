import Foundation

extension Tool {
  /// Runs shell commands until one fails; `actfig` is the built tool.
  ///
  /// Programs in the directory's `bin` take precedence over those of the machine.
  ///
  /// - Parameters:
  ///   - commands: One or more lines.
  ///   - shell: The shell with its arguments before the commands.
  ///   - environment: Variables in addition to those of the tests.
  func shell(
    _ commands: String, by shell: [String] = ["/bin/sh", "-euc"], environment: [String: String] = [:]
  ) throws -> Run {
    try place("bin/actfig", linkedTo: Self.executable)
    let path = directory.appending(path: "bin").path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    return try run(
      shell.dropFirst() + [commands], environment: ["PATH": path].merging(environment) { _, new in new },
      of: URL(filePath: shell[0]))
  }

  /// The shell of a GitHub Actions step with `shell: bash`.
  static let actionShell = ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]

  /// Writes a program that the shell finds.
  func place(_ name: String, script: String) throws {
    try makeDirectory(of: name)
    try write("#!/bin/sh\n" + script + "\n", to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: directory.appending(path: name).path)
  }

  /// Creates a link unless the path exists already.
  func place(_ name: String, linkedTo target: URL) throws {
    try makeDirectory(of: name)
    guard !FileManager.default.fileExists(atPath: directory.appending(path: name).path) else { return }
    try FileManager.default.createSymbolicLink(at: directory.appending(path: name), withDestinationURL: target)
  }

  private func makeDirectory(of name: String) throws {
    try FileManager.default.createDirectory(
      at: directory.appending(path: name).deletingLastPathComponent(), withIntermediateDirectories: true)
  }
}
