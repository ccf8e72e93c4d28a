import ArgumentParser
import Configuration
import JSON
import Pipeline

/// Draws the figures of a configuration.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "render",
    abstract: "Draws the figures of a configuration that are missing or out of date.",
    discussion: """
      A figure is up to date if its file is complete, is as it was drawn, and has the recipe that the configuration asks \
      for; it is left alone. Each figure that is drawn is reported with the reason. A file is complete or absent at every \
      moment. Where a figure fails, or the run is interrupted, the others are kept, and the next run draws the rest. \
      manifest.json, written last, lists the figures of the directory. All faults of a configuration are reported at \
      once, and nothing is drawn then. A file that actfig did not draw is replaced only with --force.

      The configuration's output.directory is relative to its own folder, and the directory belongs to that \
      configuration alone: the manifest says so, and another configuration ends with 2. --prune removes only what it \
      drew itself and no longer asks for. A directory that --output names, or a configuration on the standard input, is \
      relative to where you stand and belongs to no configuration: nothing is removed from it. A run waits for another \
      one in its directory, unless both are shards.
      """)

  @OptionGroup var figures: PlanOptions

  @OptionGroup var place: OutputOptions

  @OptionGroup var work: JobOptions

  @Flag(
    help: """
      Draw and write figures that are up to date, too; replace files of others; take over a directory of another \
      configuration.
      """)
  var force = false

  @Flag(help: "Remove figures that this configuration drew and no longer asks for.")
  var prune = false

  @Flag(help: "Only say what would be done, and why.")
  var dryRun = false

  @Flag(help: "Begin nothing further once a figure has failed.")
  var failFast = false

  @OptionGroup var words: WordOptions

  func run() throws {
    let plan = try figures.plan()
    if dryRun { preview(plan) }
    if !words.quiet, let warning = plan.durationWarning(jobs: work.count) { Console.complain("warning: \(warning)") }
    let directory = directory(of: plan)
    try directory.create()
    let interruption = Interruption()
    finish(jobs: work.count, watching: interruption, quietly: words.quiet) { meter in
      try await draw(plan, in: directory, watching: interruption, telling: meter)
    }
  }

  /// Where the files of a plan lie.
  func directory(of plan: RenderPlan) -> OutputDirectory {
    place.directory(of: plan, filledBy: RenderCommand(figures: figures, place: place, plan: plan))
  }

  /// Draws the figures of a plan, and tells what became of them.
  func draw(
    _ plan: RenderPlan, in directory: OutputDirectory, watching interruption: Interruption, telling meter: ProgressMeter
  ) async throws -> ExitCode {
    var progress = Progress(total: plan.figures.count, words: words, meter: meter)
    let result = try await plan.render(
      into: directory, options: options, waiting: { words.tellOfWaiting(for: directory) },
      announcing: { progress.begin($0) }, reporting: { progress.add($0, $1) })
    progress.finish(result)
    if words.json { Console.print(JSON(result)) }
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
      if words.json {
        Console.print(JSON(preview))
      } else if !words.quiet {
        Console.print(preview.lines(pruning: prune, verbose: words.verbose).map { $0 + "\n" }.joined())
      }
      return .success
    }
  }
}
