import Foundation
import Testing

/// Runs the steps of `action.yml` as GitHub Actions does.
@Suite
struct ActionTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(
      #"{"samples": 300, "figure": {"dpi": 30}, "activations": ["relu", "gelu"]}"#, to: "config.json")
  }

  @Test("The action checks, draws, merges and writes a report.")
  func runs() throws {
    #expect(try tool.action("check", "--quiet").exitCode == 1)
    #expect(try tool.action("render", "--only relu --jobs 1").exitCode == 0)
    #expect(tool.names(in: "Output") == ["manifest.json", "relu.png"])
    #expect(try tool.action("merge", "").exitCode == 1)
    #expect(try tool.action("render", "").exitCode == 0)
    let run = try tool.action("check", "", report: "a report")
    #expect(run.exitCode == 0, "\(run.words)")
    #expect(tool.names(in: "a report") == ["index.html", "junit.xml", "report.json"])
  }

  @Test("Arguments can stand on several lines and in quotes, and nothing in them is expanded or run.")
  func arguments() throws {
    #expect(try tool.action("render", "").exitCode == 0)
    // The tool, not the shell, expands patterns.
    try tool.write("", to: "re.txt")
    #expect(try tool.action("check", "--only re*").words.hasPrefix("1 figure"))
    for arguments in ["--only\n'r*'\n", "  --only \"r*\"\n\n--jobs 1", "--only relu \\\n--jobs 1", "--only re\\lu"] {
      let run = try tool.action("check", arguments)
      #expect(run.exitCode == 0 && run.words.hasPrefix("1 figure"), "\(arguments): \(run.words)")
    }
    let title = #"--set 'activations=["a b", "it\u0027s $HOME *"]'"#
    #expect(try tool.action("check", title).words.contains(#"function "a b""#))
    #expect(try tool.action("check", title).words.contains("it\\u0027s $HOME *"))
    #expect(try tool.action("render", "--output 'two words'").exitCode == 0)
    #expect(tool.names(in: "two words")?.count == 3)
    _ = try tool.action("render", "--output '$(touch ran)' ; touch ran `touch ran` $(touch ran)")
    #expect(tool.names()?.contains("ran") == false)
    let open = try tool.action("check", "--only 'relu")
    #expect(open.exitCode == 2 && open.output.contains("::error title=actfig::The input arguments holds a quote"))
  }

  @Test("The action passes each declared input to the step that reads it, with the documented default.")
  func inputs() throws {
    let action = try GuidePage("action.yml").text
    let page = try GuidePage("docs/continuous-integration.md").text
    let declared = action.components(separatedBy: "\noutputs:")[0].matches(of: /\n  ([a-z]+):\n/).map { String($0.1) }
    #expect(declared == ["command", "config", "arguments", "report", "version", "checksum"])
    for (name, value) in zip(declared, action.values(of: "default")) {
      #expect(action.contains("\(name.uppercased()): ${{ inputs.\(name) }}\n"))
      #expect(page.contains("| `\(name)` | \(value.isEmpty ? "none" : "`\(value)`") |"), "\(name)")
    }
    let command = try #require(action.values(of: "default").first)
    #expect(try tool.run(command, "--help").output.contains("--report <dir>"))
  }
}

/// The content of `action.yml`.
struct Action {
  /// The scripts of its steps, in their order.
  let scripts: [String]

  init() throws {
    scripts = try GuidePage("action.yml").text.components(separatedBy: "      run: |\n").dropFirst().map { step in
      step.components(separatedBy: "\n").prefix { $0.hasPrefix("        ") }.map { $0.dropFirst(8) + "\n" }.joined()
    }
  }
}

extension Tool {
  /// Runs the last step of the action with the built tool.
  func action(
    _ command: String, _ arguments: String, report: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    let inputs = ["COMMAND": command, "CONFIG": "config.json", "ARGUMENTS": arguments, "REPORT": report]
    return try shell(
      #require(Action().scripts.last), by: Self.actionShell,
      environment: inputs.merging(environment) { _, new in new })
  }

  func text(of path: String) -> String? { bytes(of: path).map { String(decoding: $0, as: UTF8.self) } }
}
