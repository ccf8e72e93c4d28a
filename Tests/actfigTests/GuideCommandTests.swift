import Foundation
import Testing

/// Runs every command that a page of the documentation shows.
@Suite
struct GuideCommandTests {
  /// Commands that are not run here, with the reason or the place where they are run.
  private static let exceptions: [(page: String, line: String, reason: String)] = [
    ("README.md", "pip install actfig", "Needs the package index."),
    ("README.md", "curl --location ", "Needs a published release."),
    ("README.md", "./scripts/render ", "Builds the package, which runs its tests at this moment; .ci/run does it."),
    ("README.md", "./scripts/test ", "Runs the tests, this one among them; .ci/run does it."),
    ("docs/development.md", "./scripts/render ", "Builds the package, as above."),
    ("docs/development.md", "./scripts/test ", "Runs the tests, as above."),
    ("docs/testing.md", "./scripts/test ", "Runs the tests, as above."),
    ("docs/testing.md", "swift test ", "Runs the tests, as above."),
    ("docs/testing.md", "scripts/record-goldens ", "Writes goldens."),
    (
      "docs/command-line.md", "./scripts/install-tool ",
      "Builds the package in release mode, and writes to the home directory."
    ),
    ("docs/speed.md", "./scripts/benchmark ", "Measures for minutes, on a machine that does nothing else."),
    ("docs/speed.md", "scripts/benchmark ", "Measures, as above."),
  ]

  /// Sections that another suite runs because they need a stand-in for something that the machine lacks.
  private static let sections: [(page: String, heading: String, suite: String)] = [
    ("docs/continuous-integration.md", "Figures in a repository", "DeliveryTests"),
    ("docs/continuous-integration.md", "pre-commit", "DeliveryTests"),
    ("docs/continuous-integration.md", "Containers", "DeliveryTests"),
    ("docs/several-machines.md", "Slurm", "SeveralMachinesTests"),
    ("docs/several-machines.md", "Kubernetes", "SeveralMachinesTests"),
    ("docs/several-machines.md", "GNU parallel", "SeveralMachinesTests"),
  ]

  /// A directory with the package's configuration and figures; an empty one for the README, as a newcomer has it.
  private func workplace(of page: String) throws -> Tool {
    let tool = try Tool()
    guard page != "README.md" else { return tool }
    for name in ["config.json", "Output", "Examples"] {
      try FileManager.default.copyItem(
        at: GuidePage.package.appending(path: name), to: tool.directory.appending(path: name))
    }
    // The tool is built already.
    try tool.place("scripts/render", script: "exec actfig render \"$@\"")
    return tool
  }

  @Test("Every command of a page succeeds.", arguments: GuidePage.all)
  func commands(path: String) throws {
    let page = try GuidePage(path)
    let elsewhere = try Self.sections.filter { $0.page == path }.flatMap { section in
      let blocks = try page.blocks(of: "sh", under: section.heading)
      #expect(!blocks.isEmpty, "\(section.heading) shows no command")
      return blocks
    }
    let tool = try workplace(of: path)
    let exceptions = Self.exceptions.filter { $0.page == path }.map(\.line)
    for block in page.blocks(of: "sh") where !elsewhere.contains(block) {
      let lines = block.split(separator: "\n").filter { line in !exceptions.contains { line.hasPrefix($0) } }
      guard !lines.isEmpty else { continue }
      let run = try tool.shell(lines.joined(separator: "\n"))
      #expect(run.exitCode == 0, "\(block): \(run.words.suffix(500))")
    }
    for line in exceptions { #expect(page.text.contains("\n" + line), "\(line) is not on the page") }
  }

  @Test("The commands write the files that the pages mention.")
  func files() throws {
    let readme = try workplace(of: "README.md")
    for block in try GuidePage("README.md").blocks(of: "sh", under: "First figure") {
      #expect(try readme.shell(block).exitCode == 0)
    }
    #expect(readme.names(in: "Figures") == ["bump.png", "manifest.json"])
    #expect(readme.names(in: "Output")?.contains("gelu.png") == true)

    let styles = try workplace(of: "docs/styles.md")
    for block in try GuidePage("docs/styles.md").blocks(of: "sh", under: "Variants") {
      #expect(try styles.shell(block).exitCode == 0)
    }
    let names = try #require(styles.names(in: "Pictures"))
    for name in ["mish.png", "mish@2x.png", "mish-dark.png", "mish-dark@2x.png", "comparison.png"] {
      #expect(names.contains(name), "\(name)")
    }

    for page in ["docs/command-line.md", "docs/up-to-date.md"] {
      let tool = try workplace(of: page)
      let line = "actfig inspect Output/mish.png --render --output again.png"
      #expect(try GuidePage(page).text.contains("\n\(line)\n") && tool.shell(line).exitCode == 0)
      #expect(tool.bytes(of: "again.png") == tool.bytes(of: "Output/mish.png"))
    }

    let machines = try workplace(of: "docs/several-machines.md")
    for block in try GuidePage("docs/several-machines.md").blocks(of: "sh", under: "Shards") {
      #expect(try machines.shell(block).exitCode == 0)
    }
    #expect(machines.names(in: "parts") == machines.names(in: "Output"))
  }

  @Test("A transcript shows what its commands print.", arguments: GuidePage.all)
  func transcripts(path: String) throws {
    for block in try GuidePage(path).blocks(of: "console") {
      // The exit code of each command is kept for the next one, which can print it.
      let script = block.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { line in
        let quoted = line.replacing("'", with: #"'\''"#)
        return "code=$?; printf '%s\\n' '\(quoted)'; (exit $code); \(line.dropFirst(2))"
      }
      let run = try workplace(of: path).shell(
        "exec 2>&1; true\n" + script.joined(separator: "\n"), by: ["/bin/sh", "-c"])
      #expect(run.output == block)
    }
  }

  @Test(
    "Each subcommand and each option of the synopsis exists.",
    arguments: [
      "render", "check", "inspect", "merge", "describe", "stats", "sample", "embed", "list", "init", "schema",
    ])
  func synopsis(subcommand: String) throws {
    let text = try GuidePage("docs/command-line.md").text
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("actfig \(subcommand)") }
    let synopsis = lines.prefix(1) + lines.dropFirst().prefix { $0.hasPrefix("   ") }
    let options = Set(synopsis.joined().matches(of: /--[a-z-]+/).map { String($0.0) })
    let help = try Tool().run(subcommand, "--help").output
    let offered = Set(help.matches(of: /--[a-z-]+/).map { String($0.0) })
    #expect(!synopsis.isEmpty)
    for option in options { #expect(offered.contains(option), "\(subcommand) \(option)") }
    // Conversely, the synopsis has everything that the help declares.
    let declared = help.matches(of: /(?m)^  (?:-[a-z], )?(--[a-z-]+)/).map { String($0.1) }
    for option in declared where !["--version", "--help"].contains(option) {
      #expect(options.contains(option), "\(option)")
    }
  }
}
