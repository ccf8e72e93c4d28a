import Foundation
import Testing

/// Runs the hook before commits in temporary repositories.
@Suite
struct HookTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try write(["relu", "gelu"], to: "config.json")
    try shell("git init --quiet && git config user.name A && git config user.email a@b")
    try shell("echo /bin >.gitignore && git add .gitignore")
  }

  @Test("A commit passes with its figures in the index, and fails without one of them.")
  func figures() throws {
    try shell("actfig render --quiet && git add .")
    try expect(["hook", "check", "config.json"], 0)
    try expect(["hook", "check"], 0)
    try expect(["hook", "render"], 0)
    for name in ["Output/relu.png", "Output/manifest.json", "config.json"] {
      try shell("git rm --quiet --cached \(name)")
      try expect(["hook", "check", "config.json"], 1, "\(name): untracked, so that the commit does not hold it")
      try expect(["hook", "render", "config.json"], 1, "fix with: git add \(name)\n")
      try shell("git add --intent-to-add \(name)")
      try expect(["hook", "check", "config.json"], 1, "\(name): changed since it was staged")
      try shell("git add \(name)")
      try expect(["hook", "check", "config.json"], 0)
    }
    try shell("git commit --quiet --message A")
    try expect(["hook", "check", "config.json"], 0)
  }

  @Test("A redrawn figure is part of the commit only after it is staged.")
  func changedFigures() throws {
    try shell("actfig render --quiet && git add . && git commit --quiet --message A")
    try write(["relu", "gelu"], to: "config.json", samples: 200)
    try shell("git add config.json")
    try expect(["hook", "check", "config.json"], 1, "stale recipe: samples 300 → 200")
    let drawn = try expect(["hook", "render", "config.json"], 1, "Output/gelu.png: changed since it was staged")
    try expect(["hook", "check", "config.json"], 1, "Output/relu.png: changed since it was staged")
    // The proposed command repairs it.
    for line in drawn.output.split(separator: "\n") {
      try shell(try #require(line.firstRange(of: "git add")).tail(of: line))
    }
    try expect(["hook", "check", "config.json"], 0)
    try write(["relu"], to: "config.json")
    try expect(["hook", "check", "config.json"], 1, "config.json: changed since it was staged")
  }

  @Test("A changed PNG, manifest or font alone leads to its configuration.")
  func figureAlone() throws {
    try shell("mkdir blog")
    try write(["relu"], to: "blog/config.json")
    try shell("actfig render --quiet && actfig render --quiet blog/config.json && git add .")
    try expect(["hook", "check", "blog/Output/relu.png"], 0, "1 figure: 1 the same")
    try shell("cp Output/gelu.png blog/Output/relu.png && git add .")
    for file in ["blog/Output/relu.png", "blog/Output/manifest.json"] {
      try expect(["hook", "check", file], 1, "blog/Output/relu.png: ")
    }
    try expect(["hook", "check", "Output/gelu.png"], 0, "2 figures: 2 the same")
    try expect(["hook", "check", "photo.png"], 0)
    // The manifest names the configuration, whatever its file name.
    try shell("mkdir post && cp config.json post/figures.conf && actfig render --quiet post/figures.conf && git add .")
    try expect(["hook", "check", "post/Output/relu.png"], 0, "2 figures: 2 the same")
    try shell("cp Output/gelu.png post/Output/relu.png")
    try expect(["hook", "check", "post/Output/relu.png"], 1, "post/Output/relu.png: changed since it was staged")
    try expect(["hook", "check", "config.json"], 0)
    try expect(["hook", "check"], 1)
  }

  @Test("Configurations in folders are found from the root and elsewhere, with blanks and quotes in their paths.")
  func paths() throws {
    for folder in ["a b", "it's", "-x", "\u{E9}t\u{E9}", "x$(echo y)"] {
      try FileManager.default.createDirectory(
        at: tool.directory.appending(path: folder), withIntermediateDirectories: true)
      let path = folder.hasPrefix("-") ? "./" + folder : folder
      try write(["relu"], to: "\(path)/config.json")
      let run = try expect(["hook", "render", "\(path)/config.json"], 1, "/Output/relu.png: untracked")
      for line in run.output.split(separator: "\n") {
        try shell(try #require(line.firstRange(of: "git add")).tail(of: line))
      }
      try expect(["hook", "check", "\(path)/config.json"], 0)
      try expect(["hook", "check", "\(path)/Output/relu.png"], 0, "1 the same")
      try expect(["hook", "check", tool.directory.appending(path: "\(path)/config.json").path], 0)
    }
  }

  @Test("The index that git names is read, also in a linked work tree.")
  func otherIndex() throws {
    try shell("actfig render --quiet && git add . && git commit --quiet --message A")
    try shell("cp .git/index other && GIT_INDEX_FILE=other git rm --quiet --cached Output/relu.png")
    try expect(["hook", "check", "config.json"], 0)
    try expect(
      ["hook", "check", "config.json"], 1, "Output/relu.png: untracked",
      environment: ["GIT_INDEX_FILE": "other", "GIT_DIR": ".git", "GIT_LITERAL_PATHSPECS": "1"])
    try shell(
      "git worktree add --quiet tree && cd tree && rm Output/relu.png && git rm --quiet --cached Output/gelu.png")
    let run = try tool.shell("cd tree && actfig hook check config.json", by: ["/bin/sh", "-c"])
    #expect(run.exitCode == 1 && run.output.contains("Output/gelu.png: untracked"), "\(run.output)\(run.words)")
    #expect(run.output.contains("Output/relu.png: missing"))
    #expect(try tool.shell("mkdir d && cd d && actfig hook check ../config.json").exitCode == 0)
  }

  @Test("A hook of git itself stops a commit or lets it pass, also a commit of everything staged.")
  func gitHook() throws {
    try tool.place(
      ".git/hooks/pre-commit",
      script: "git diff --cached --name-only --diff-filter=d -z | xargs -0 actfig hook check --")
    try shell("actfig render --quiet && git add config.json")
    #expect(try tool.shell("git commit --quiet --message A", by: ["/bin/sh", "-c"]).exitCode != 0)
    try shell("git add . && git commit --quiet --message A")
    try write(["relu"], to: "config.json")
    try shell("actfig render --quiet --prune")
    #expect(try tool.shell("git commit --quiet --message B config.json", by: ["/bin/sh", "-c"]).exitCode != 0)
    try shell("git commit --quiet --all --message B")
  }

  @Test("Files that are no configurations of figures are skipped with a message, and so are deleted ones.")
  func foreignFiles() throws {
    try tool.write(#"{"compilerOptions": {"activations": 1}}"#, to: "a.json")
    try tool.write("{\n  // a comment\n  \"strict\": true,\n}", to: "b.json")
    try tool.write("activations: [relu]", to: "c.json")
    try tool.write("{", to: "d.json")
    for name in ["a.json", "b.json", "c.json", "d.json"] {
      try expect(["hook", "check", name], 0, "\(name) is skipped: it holds no \"activations\"")
      try expect(["hook", "render", name], 0, "is skipped")
    }
    try expect(["hook", "check", "gone.json"], 0, "gone.json is skipped: it no longer exists.")
    try shell("actfig render --quiet && git add . && git commit --quiet --message A && rm config.json")
    try expect(["hook", "check", "config.json"], 1, "config.json: deleted, but the commit still holds it")
    try shell("git rm --quiet --cached config.json")
    try expect(["hook", "check", "config.json"], 0)
    try expect(["hook", "check", "Output/relu.png"], 0)
  }

  @Test("A faulty configuration cannot be judged, and the others are judged nevertheless.")
  func faults() throws {
    try tool.write(#"{"activations": ["#, to: "faulty.json")
    let run = try expect(["hook", "check", "faulty.json", "config.json"], 2, "faulty.json:1:")
    #expect(run.output.contains("Output/relu.png: missing"))
    try write(["misch"], to: "wrong.json")
    try expect(["hook", "check", "wrong.json"], 2, "\"mish\"")
    try expect(["hook"], 0)
    try expect(["hook", "draw"], 2)
  }

  @Test("Ignored files, files elsewhere and directories without git are handled.")
  func elsewhere() throws {
    try shell("echo Output >>.gitignore && git add . && actfig render --quiet")
    let run = try expect(["hook", "check", "config.json"], 1, "Output/relu.png: ignored by git")
    for line in run.output.split(separator: "\n") {
      try shell(try #require(line.firstRange(of: "git add --force")).tail(of: line))
    }
    try expect(["hook", "check", "config.json"], 0)
    try shell("git init --quiet submodule")
    try write(["relu"], to: "other.json", directory: "submodule/Output")
    try shell("git add other.json && actfig render --quiet other.json")
    try expect(["hook", "check", "other.json"], 0, "is outside of this repository")

    let bare = try Tool()
    try bare.write(#"{"activations": ["relu"]}"#, to: "config.json")
    let outside = try bare.run("hook", "check", "config.json", environment: ["GIT_CEILING_DIRECTORIES": "/"])
    let sentence = "The content of the commit cannot be determined: "
    #expect(outside.exitCode == 2 && outside.words.hasPrefix(sentence), "\(outside.words)")
    let alone = try tool.run("hook", "check", "config.json", environment: ["PATH": "/nowhere"])
    #expect(alone.exitCode == 2 && alone.words == sentence + "git is not installed.\n")
  }

  @discardableResult
  private func expect(
    _ arguments: [String], _ exitCode: Int32, _ words: String = "", environment: [String: String] = [:],
    at location: SourceLocation = #_sourceLocation
  ) throws -> Tool.Run {
    let run = try tool.run(arguments, environment: environment)
    #expect(run.exitCode == exitCode, "\(run.output)\(run.words)", sourceLocation: location)
    #expect(
      words.isEmpty || (run.output + run.words).contains(words), "\(run.output)\(run.words)", sourceLocation: location)
    return run
  }

  private func shell(_ commands: String, at location: SourceLocation = #_sourceLocation) throws {
    let run = try tool.shell(commands)
    #expect(run.exitCode == 0, "\(commands): \(run.output)\(run.words)", sourceLocation: location)
  }

  private func write(
    _ functions: [String], to path: String, samples: Int = 300, directory: String = "Output"
  ) throws {
    let names = functions.map { "\"\($0)\"" }.joined(separator: ", ")
    try tool.write(
      """
      {"samples": \(samples), "figure": {"dpi": 20}, "output": {"directory": "\(directory)"}, "activations": [\(names)]}
      """, to: path)
  }
}

extension Range<Substring.Index> {
  /// The rest of a text from a position on.
  fileprivate func tail(of text: Substring) -> String { String(text[lowerBound...]) }
}
