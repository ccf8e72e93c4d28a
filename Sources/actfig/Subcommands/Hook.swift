import ArgumentParser
import Pipeline
import System

/// The subcommand `hook`, which git hooks run before a commit.
struct Hook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Checks before a commit that it contains the figures of its configurations.",
    discussion: """
      For git hooks and for pre-commit, which pass the names of the changed files. A configuration is checked itself. A PNG, \
      a manifest or a font leads to the configurations whose figures are in the same directory or that use the font. Any \
      other file is skipped. Without file names every configuration in the index is checked. The figures, their manifest, \
      the configuration and its fonts must be in the index as they are in the work tree: a file that is untracked, or \
      changed since it was staged, is reported on one line, with the command that fixes it. Exit codes: 0 the commit is \
      complete; 1 something is missing from it or differs; 2 the check could not be completed.
      """,
    subcommands: [CheckHook.self, RenderHook.self])
}

/// The subcommand `hook check`, which compares the figures and inspects the index.
struct CheckHook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compares the figures with the configurations, as the subcommand check does.")

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

/// The subcommand `hook render`, which renders missing figures and inspects the index.
struct RenderHook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders every figure that is missing or out of date, as the subcommand render does.",
    discussion: "A newly rendered figure is not in the index yet, so that the commit is refused until it is added.")

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

/// The names of the changed files, as the hook passes them.
struct HookFiles: ParsableArguments {
  @Argument(help: ArgumentHelp("Files that the commit changes.", valueName: "file"), completion: .file())
  var paths: [String] = []
}

/// A run over several configurations, each of which is judged by itself.
struct HookRun: Sendable {
  private let repository: GitRepository
  private let configurations: [String]

  /// Finds the configurations and reports the files that are skipped.
  init(for files: [String]) throws {
    repository = try GitRepository()
    let search = try ConfigurationSearch(for: files, in: repository)
    for note in search.notes { Console.report(note) }
    configurations = search.configurations
  }

  /// Judges every configuration.
  ///
  /// - Parameter work: Judges one configuration and returns the files that the commit has to contain for it.
  /// - Returns: The highest of all exit codes. An interruption ends the run at once with its own.
  func judge(_ work: (_ path: String) async throws -> (ExitCode, files: [String])) async throws -> ExitCode {
    var highest = ExitCode.success
    for path in configurations {
      var (code, files) = (ExitCode.incomplete, [String]())
      if InputFile.isThere(path) {
        do {
          (code, files) = try await work(path)
        } catch {
          Console.report("\(error)")
        }
        if code.rawValue > ExitCode.incomplete.rawValue { return code }
      } else {
        code = .success
      }
      let faults = try repository.faults(of: [path] + files)
      Console.print(faults.map { "\($0)\n" }.joined())
      if !InputFile.isThere(path), faults.isEmpty { Console.report("\(path) is skipped: it no longer exists.") }
      if let outside = files.first(where: { !repository.canHold($0) && !$0.hasPrefix("/") }) {
        Console.report("\(outside) is outside of this repository, so that its commits cannot contain it.")
      }
      if !faults.isEmpty, code.isSuccess { code = .failure }
      if code.rawValue > highest.rawValue { highest = code }
    }
    return highest
  }
}
