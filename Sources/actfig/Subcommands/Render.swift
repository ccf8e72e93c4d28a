import ArgumentParser
import Configuration
import JSON
import Pipeline

/// The subcommand `render`, which renders every figure that is missing or out of date.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders every figure of a configuration that is missing or out of date.",
    discussion: """
      A figure is up to date if its file is complete and unmodified and holds the recipe that the configuration asks for. \
      Such a file is left alone. Each rendered figure is reported with the reason. At every moment a file is either \
      complete or absent. If a figure fails, or the run is interrupted, the other figures are kept, and the next run \
      renders the rest. manifest.json lists the figures of the directory and is written last. All errors of a \
      configuration are reported at once, and then nothing is rendered. A file that actfig did not render is replaced only \
      with --force.

      The output.directory of a configuration is relative to the folder of the configuration, and the directory belongs to \
      this configuration alone: the manifest records it, and a run with another configuration ends with exit code 2. \
      --prune removes only figures that this configuration rendered and no longer lists. A directory that --output names, \
      or that of a configuration on the standard input, is relative to the current directory and belongs to no \
      configuration: nothing is removed from it. A run waits for another run in the same directory, unless both are shards.
      """)

  @OptionGroup var figures: PlanOptions

  @OptionGroup var place: OutputOptions

  @OptionGroup var work: JobOptions

  @Flag(
    help: """
      Also render figures that are up to date, replace files that actfig did not render, and take over a directory that \
      belongs to another configuration.
      """)
  var force = false

  @Flag(help: "Remove figures that this configuration rendered earlier and no longer lists.")
  var prune = false

  @Flag(help: "Only print what would be done, and why.")
  var dryRun = false

  @Flag(help: "Start no further figure after one has failed.")
  var failFast = false

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let plan = try figures.plan()
    if dryRun { preview(plan) }
    if !messages.quiet, let warning = plan.durationWarning(jobs: work.count) { Console.report("warning: \(warning)") }
    let directory = directory(of: plan)
    try directory.create()
    let interruption = Interruption()
    finish(jobs: work.count, watching: interruption, quietly: messages.quiet) { meter in
      try await draw(plan, in: directory, watching: interruption, telling: meter)
    }
  }

  /// The directory in which the files of a plan are stored.
  func directory(of plan: RenderPlan) -> OutputDirectory {
    place.directory(of: plan, filledBy: RenderCommand(figures: figures, place: place, plan: plan))
  }

  /// Renders the figures of a plan and reports what was done with each of them.
  func draw(
    _ plan: RenderPlan, in directory: OutputDirectory, watching interruption: Interruption, telling meter: ProgressMeter
  ) async throws -> ExitCode {
    var progress = Progress(total: plan.figures.count, messages: messages, meter: meter)
    let result = try await plan.render(
      into: directory, options: options, waiting: { messages.reportWaiting(for: directory) },
      announcing: { progress.begin($0) }, reporting: { progress.add($0, $1) })
    progress.finish(result)
    if messages.json { Console.print(JSONValue(result)) }
    return interruption.exitCode ?? (progress.hasFailure ? .failure : .success)
  }

  private var options: RenderOptions {
    var options = RenderOptions()
    (options.isForced, options.prunes, options.jobs, options.stopsAtFailure) = (force, prune, work.count, failFast)
    return options
  }

  private func preview(_ plan: RenderPlan) -> Never {
    finish { _ in
      let preview = try await plan.preview(in: directory(of: plan), options: options)
      if messages.json {
        Console.print(JSONValue(preview))
      } else if !messages.quiet {
        Console.print(preview.lines(pruning: prune, verbose: messages.verbose).map { $0 + "\n" }.joined())
      }
      return .success
    }
  }
}
