import ArgumentParser
import Pipeline
import System

/// What a hook of git runs before a commit.
struct Hook: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "hook",
    abstract: "Tells before a commit whether it will hold the figures that its configurations ask for.",
    discussion: """
      For hooks of git and of pre-commit, which name the changed files. A configuration is looked at itself; a PNG, a \
      manifest or a font leads to the configurations whose figures lie beside it, or which ask for it. A file that is no \
      configuration of figures is passed over. Without files every configuration that the index holds is looked at. The \
      figures, their manifest, the configuration and its fonts must be in the index as they lie in the work tree: what is \
      untracked, or changed since it was staged, is told in a line, with the command that mends it. Exit codes: 0 the \
      commit can be made; 1 something is missing in it, or differs; 2 that could not be judged.
      """,
    subcommands: [CheckHook.self, RenderHook.self])
}

/// Compares the figures, and asks what the index holds.
struct CheckHook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compares the figures with what the configurations ask for, as check does.")

  @OptionGroup var files: HookFiles

  func run() throws {
    let run = try HookRun(for: files.paths)
    let interruption = Interruption()
    finish(watching: interruption) { meter in
      try await run.judge { path in
        let check = try Check.parse(["--", path])
        let plan = try check.figures.plan()
        let code = try await check.judge(plan, watching: interruption, telling: meter)
        return (code, plan.files(in: check.directory(of: plan)))
      }
    }
  }
}

/// Draws what is missing, and asks what the index holds.
struct RenderHook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws the figures that are not as the configurations ask for them, as render does.",
    discussion: "What was drawn is not in the index yet: the commit is stopped until it is added.")

  @OptionGroup var files: HookFiles

  func run() throws {
    let run = try HookRun(for: files.paths)
    let interruption = Interruption()
    finish(watching: interruption) { meter in
      try await run.judge { path in
        let render = try Render.parse(["--", path])
        let plan = try render.figures.plan()
        let directory = render.directory(of: plan)
        try directory.create()
        let code = try await render.draw(plan, in: directory, watching: interruption, telling: meter)
        return (code, plan.files(in: directory))
      }
    }
  }
}

/// What changed, as the hook tells it.
struct HookFiles: ParsableArguments {
  @Argument(help: ArgumentHelp("Files that the commit changes.", valueName: "file"), completion: .file())
  var paths: [String] = []
}

/// One configuration after the other, each judged by itself.
struct HookRun: Sendable {
  private let repository: GitRepository
  private let configurations: [String]

  /// Finds the configurations, and tells what is passed over.
  init(for files: [String]) throws {
    repository = try GitRepository()
    let search = try ConfigurationSearch(for: files, in: repository)
    for note in search.notes { Console.complain(note) }
    configurations = search.configurations
  }

  /// - Parameter work: Looks at one configuration, and gives the files that the commit has to hold for it.
  /// - Returns: The gravest of all exit codes; that of an interruption at once.
  func judge(_ work: (_ path: String) async throws -> (ExitCode, files: [String])) async throws -> ExitCode {
    var gravest = ExitCode.success
    for path in configurations {
      var (code, files) = (ExitCode.unjudged, [String]())
      if InputFile.isThere(path) {
        do {
          (code, files) = try await work(path)
        } catch {
          Console.complain("\(error)")
        }
        if code.rawValue > ExitCode.unjudged.rawValue { return code }
      } else {
        code = .success
      }
      let faults = try repository.faults(of: [path] + files)
      Console.print(faults.map { "\($0)\n" }.joined())
      if !InputFile.isThere(path), faults.isEmpty { Console.complain("\(path) is passed over: it is no longer there.") }
      if let outside = files.first(where: { !repository.canHold($0) && !$0.hasPrefix("/") }) {
        Console.complain("\(outside) lies outside of this repository, so that its commits cannot hold it.")
      }
      if !faults.isEmpty, code.isSuccess { code = .failure }
      if code.rawValue > gravest.rawValue { gravest = code }
    }
    return gravest
  }
}
