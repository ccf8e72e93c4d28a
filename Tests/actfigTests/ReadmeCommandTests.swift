import Foundation
import Testing

/// Every command that the README shows, run as it is shown.
@Suite("The commands of the README")
struct ReadmeCommandTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The shell blocks, without the lines that test and measure the package.
  private static let blocks: [String] = {
    let text = try! String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
    return text.components(separatedBy: "```sh\n").dropFirst().map { block in
      block.components(separatedBy: "```")[0].split(separator: "\n")
        .filter { !$0.hasPrefix("./scripts/") || $0.hasPrefix("./scripts/render") }.joined(separator: "\n")
    }
  }()

  @Test("each ends well")
  func commands() throws {
    let tool = try Tool()
    let files = FileManager.default
    try files.createDirectory(at: tool.directory.appending(path: ".build/release"), withIntermediateDirectories: true)
    try files.createDirectory(at: tool.directory.appending(path: "scripts"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: tool.directory.appending(path: ".build/release/actfig"), withDestinationURL: Tool.executable)
    for name in ["config.json", "Output"] {
      try files.copyItem(at: Self.package.appending(path: name), to: tool.directory.appending(path: name))
    }
    // The tool is built already.
    try tool.write("#!/bin/sh\nexec .build/release/actfig render \"$@\"\n", to: "scripts/render")
    try files.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tool.directory.appending(path: "scripts/render").path)
    #expect(Self.blocks.joined(separator: "\n").split(separator: "\n").count >= 10)
    for block in Self.blocks {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-euc", block]
      process.currentDirectoryURL = tool.directory
      let output = Pipe()
      (process.standardOutput, process.standardError) = (output, output)
      try process.run()
      let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(block): \(words.suffix(500))")
    }
    #expect(tool.bytes(of: "again.png") == tool.bytes(of: "Output/mish.png"))
    #expect(tool.names(in: "parts") == tool.names(in: "Output"))
  }

  @Test(
    "each subcommand and each option that the README names is one",
    arguments: ["render", "check", "inspect", "merge", "describe", "stats", "list"])
  func synopsis(subcommand: String) throws {
    let text = try String(contentsOf: Self.package.appending(path: "README.md"), encoding: .utf8)
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("actfig \(subcommand)") }
    let synopsis = lines.prefix(1) + lines.dropFirst().prefix { $0.hasPrefix("   ") }
    let options = Set(synopsis.joined().matches(of: /--[a-z-]+/).map { String($0.0) })
    let help = try Tool().run(subcommand, "--help").output
    let offered = Set(help.matches(of: /--[a-z-]+/).map { String($0.0) })
    #expect(!synopsis.isEmpty)
    for option in options { #expect(offered.contains(option), "\(subcommand) \(option)") }
    // And the other way round: nothing that it offers is left unsaid.
    let usage = try #require(help.split(separator: "\n").first { $0.hasPrefix("USAGE:") })
    for option in usage.matches(of: /--[a-z-]+/).map({ String($0.0) }) {
      #expect(options.contains(option), "\(option)")
    }
  }
}
