import Foundation
import Testing

/// Every command that the README shows, run as it is shown.
@Suite("The commands of the README")
struct ReadmeCommandTests {
  /// The shell blocks, without the lines that test and measure the package.
  private static let blocks: [String] = {
    let text = try! GuidePage("README.md").text
    return text.components(separatedBy: "```sh\n").dropFirst().map { block in
      block.components(separatedBy: "```")[0].split(separator: "\n")
        .filter { !$0.hasPrefix("./scripts/") || $0.hasPrefix("./scripts/render") }.joined(separator: "\n")
    }
  }()

  @Test("each ends well")
  func commands() throws {
    let tool = try Tool()
    let files = FileManager.default
    try tool.place(".build/release/actfig", linkedTo: Tool.executable)
    for name in ["config.json", "Output"] {
      try files.copyItem(at: GuidePage.package.appending(path: name), to: tool.directory.appending(path: name))
    }
    // The tool is built already.
    try tool.place("scripts/render", script: "exec .build/release/actfig render \"$@\"")
    #expect(Self.blocks.joined(separator: "\n").split(separator: "\n").count >= 10)
    for block in Self.blocks {
      let run = try tool.shell(block)
      #expect(run.exitCode == 0, "\(block): \(run.words.suffix(500))")
    }
    #expect(tool.bytes(of: "again.png") == tool.bytes(of: "Output/mish.png"))
    #expect(tool.names(in: "parts") == tool.names(in: "Output"))
  }

  @Test(
    "each subcommand and each option that the README names is one",
    arguments: ["render", "check", "inspect", "merge", "describe", "stats", "list"])
  func synopsis(subcommand: String) throws {
    let text = try GuidePage("README.md").text
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
