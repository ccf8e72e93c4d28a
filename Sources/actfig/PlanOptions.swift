import ArgumentParser
import Pipeline

/// Which figures a subcommand is about.
struct PlanOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The configuration; - is the standard input.", valueName: "config"))
  var path = "config.json"

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only the figures of these names; may be given again.", valueName: "name"))
  var only: [String] = []

  /// Reads and checks the configuration, whatever figures are asked for.
  func plan() throws -> RenderPlan {
    let file = try InputFile(path)
    return try RenderPlan(readingConfiguration: file.bytes, named: file.name, in: file.directory).selecting(only)
  }
}

/// How much is done at one time.
struct JobOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Figures in work at one time. (default: one for each processor)", valueName: "n"))
  var jobs: Int?

  var count: Int { jobs ?? Batch.defaultJobCount }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("The value of '--jobs' must be at least 1, but is \(jobs).") }
  }
}
