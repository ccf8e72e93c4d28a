import ArgumentParser
import Configuration
import JSON
import Pipeline
import Plans
import System

/// The options that name a configuration and override its values.
struct ConfigurationOptions: ParsableArguments {
  static let defaultPath = "config.json"

  @Argument(
    help: ArgumentHelp("The configuration file; - is the standard input.", valueName: "config"),
    completion: .configuration)
  var path = Self.defaultPath

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      """
      Override a value of the configuration, e.g. samples=1000, figure.dpi=200 or activations.0.beta=2 (entries are \
      counted from 0). Can be repeated.
      """, valueName: "key=value"),
    completion: .settings)
  var assignments: [String] = []

  /// Reads and checks the configuration, and returns the plan of all its figures.
  func plan() throws -> RenderPlan {
    let file = try file()
    return try RenderPlan(
      readingConfiguration: file.bytes, named: file.name, in: file.directory, files: .disk, setting: assignments)
  }

  private func file() throws -> InputFile {
    do throws(InputError) {
      return try InputFile(path)
    } catch {
      throw ConfigurationFileError(error: error, path: path)
    }
  }
}

/// An error of reading the configuration, with advice.
private struct ConfigurationFileError: Error, CustomStringConvertible {
  let error: InputError
  let path: String

  var description: String {
    switch error.fault {
    case .missing where path == ConfigurationOptions.defaultPath:
      "\(error) Create one with 'actfig init'."
    case .isDirectory:
      "\(error) Name the configuration in it, e.g. \(path.hasSuffix("/") ? path : path + "/")config.json."
    default: "\(error)"
    }
  }
}

/// The options that select figures of a configuration.
struct PlanOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Select only the figures with these names; * matches any characters, ? matches one. Can be repeated.",
      valueName: "name"),
    completion: .figureNames)
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Select one shard of the figures, e.g. 2/4; auto reads it from the environment of the CI or batch system.",
      valueName: "i/n"),
    completion: .list(["auto"]), transform: ShardOption.init(parsing:))
  var shard: ShardOption?

  /// Reads and checks the whole configuration, and returns the plan of the selected figures.
  func plan() throws -> RenderPlan {
    let plan = try configuration.plan().selecting(only)
    return try shard.map { plan.selecting(try $0.shard()) } ?? plan
  }
}

/// The option that names the directory of the figures.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use this directory instead of the one that the configuration names.", valueName: "dir"),
    completion: .directory)
  var output: String?

  /// The value of `--output` that stands for the standard output. A directory of that name is written as `./-`.
  static let standardOutput = "-"

  /// Checks that the option names a directory.
  ///
  /// - Parameter verb: What the subcommand does, e.g. `compares files with`.
  func requireDirectory(whichCommand verb: String) throws {
    guard output == Self.standardOutput else { return }
    throw ValidationError(
      "'--output -' is the standard output, but this subcommand \(verb) a directory. A directory of that name is written "
        + "as './-'.")
  }
}

/// The options for the amount and the format of messages.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print only errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also list up-to-date figures.")
  var verbose = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("'--quiet' and '--verbose' cannot be used together.") }
  }
}

/// The option for the number of figures that are rendered in parallel.
struct JobOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The number of figures that are rendered in parallel. (default and maximum: one for each processor)",
      valueName: "n"))
  var jobs: Int?

  /// The number of jobs, at most one for each processor: more would only hold more figures in memory.
  var count: Int { min(jobs ?? .max, Batch.defaultJobCount) }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("The value of '--jobs' must be at least 1, but is \(jobs).") }
  }
}

extension RenderCommand {
  /// The command line that repeats a run with these options.
  ///
  /// - Parameter plan: The plan of the run, which knows the selected shard.
  init(figures: PlanOptions, place: OutputOptions, plan: RenderPlan) {
    self.init(
      configuration: figures.configuration.path, settings: figures.configuration.assignments, output: place.output,
      only: figures.only, shard: plan.shard)
  }
}

extension OutputOptions {
  /// The directory of a run: the one that the command line names, or the configuration's own.
  ///
  /// - Parameter command: The command line that renders the figures.
  func directory(of plan: RenderPlan, filledBy command: RenderCommand) -> OutputDirectory {
    OutputDirectory(output ?? plan.outputDirectory, source: DirectorySource(of: command))
  }
}

extension MessageOptions {
  /// Reports that the run waits for another run in the same directory.
  func reportWaiting(for directory: OutputDirectory) {
    if !quiet { Console.report("Waiting for another run in \(directory.path).") }
  }
}
