import ArgumentParser
import Configuration
import JSON
import Pipeline
import System

/// The configuration, with what the command line puts in the place of its values.
struct ConfigurationOptions: ParsableArguments {
  static let defaultPath = "config.json"

  @Argument(
    help: ArgumentHelp("The configuration; - is the standard input.", valueName: "config"),
    completion: .configuration)
  var path = Self.defaultPath

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      """
      A value in place of the configuration's: samples=1000, figure.dpi=200, activations.0.beta=2 (entries count from \
      0); may be given again.
      """, valueName: "key=value"),
    completion: .settings)
  var assignments: [String] = []

  /// Reads and checks the configuration: all of its figures.
  func plan() throws -> RenderPlan {
    let file = try file()
    return try RenderPlan(
      readingConfiguration: file.bytes, named: file.name, in: file.directory, setting: assignments)
  }

  private func file() throws -> InputFile {
    do throws(InputError) {
      return try InputFile(path)
    } catch {
      throw ConfigurationFileError(error: error, path: path)
    }
  }
}

/// Why there is no configuration to read, and what may be done about it.
private struct ConfigurationFileError: Error, CustomStringConvertible {
  let error: InputError
  let path: String

  var description: String {
    switch error.fault {
    case .missing where path == ConfigurationOptions.defaultPath:
      "\(error) 'actfig init' writes one to begin with."
    case .isDirectory:
      "\(error) Name the configuration in it, as \(path.hasSuffix("/") ? path : path + "/")config.json."
    default: "\(error)"
    }
  }
}

/// Which figures a subcommand is about.
struct PlanOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only the figures of these names; * stands for any characters, ? for one; may be given again.", valueName: "name"),
    completion: .figureNames)
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only one share of the figures, such as 2/4; auto takes it from the variables of the engine that runs the tool.",
      valueName: "i/n"),
    completion: .list(["auto"]), transform: ShardOption.init(parsing:))
  var shard: ShardOption?

  /// Reads and checks the configuration, whatever figures are asked for.
  func plan() throws -> RenderPlan {
    let plan = try configuration.plan().selecting(only)
    return try shard.map { plan.selecting(try $0.shard()) } ?? plan
  }
}

/// Where the files lie.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The directory of the files, in place of the configuration's; it belongs to no configuration.", valueName: "dir"),
    completion: .directory)
  var output: String?
}

/// How much is said, and how.
struct WordOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but what goes wrong.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say it of figures that are up to date, too.")
  var verbose = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("'--quiet' and '--verbose' cannot be had together.") }
  }
}

/// How much is done at one time.
struct JobOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Figures in work at one time. (default and most: one for each processor)", valueName: "n"))
  var jobs: Int?

  /// More than there are processors would only hold more figures in memory.
  var count: Int { min(jobs ?? .max, Batch.defaultJobCount) }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("The value of '--jobs' must be at least 1, but is \(jobs).") }
  }
}
