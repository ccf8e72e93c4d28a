import ArgumentParser
import Configuration
import JSON
import Pipeline
import Plans
import Reports
import System

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

      With '--output -' the picture of one figure, e.g. 'actfig render --only mish --output -', is written to the standard \
      output, and no file is written or read. Of the variants of a figure it is the first, whose file has the plain name.
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

  func validate() throws {
    guard place.output == OutputOptions.standardOutput else { return }
    let options = [
      ("--force", force), ("--prune", prune), ("--dry-run", dryRun), ("--fail-fast", failFast),
      ("--json", messages.json),
      ("--verbose", messages.verbose), ("--shard", figures.shard != nil),
    ]
    if let name = options.first(where: \.1)?.0 {
      throw ValidationError(
        "'\(name)' cannot be used with '--output -', which writes one picture to the standard output and no file. "
          + "A directory of that name is written as './-'.")
    }
    if StandardStream.output.isTerminal {
      throw ValidationError(
        "A PNG cannot be shown by the terminal. Send it to a file, as in 'actfig render --only mish --output - >mish.png'."
      )
    }
  }

  func run() throws {
    let plan = try figures.plan()
    if place.output == OutputOptions.standardOutput { try writePicture(of: plan) }
    if dryRun { preview(plan) }
    if !messages.quiet, let warning = plan.durationWarning(jobs: work.count) { Console.report("warning: \(warning)") }
    let directory = directory(of: plan)
    try directory.create()
    // Each pool of memory keeps what was given back to it: on two cores, 20 000 figures took 29 MB with one and 36 with many.
    if plan.figures.count > 1_024, work.count <= 4 { CurrentProcess.useSingleMemoryPool() }
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
    if messages.json { Console.print(RenderListing(result, in: directory)) }
    return interruption.exitCode ?? (progress.hasFailure ? .failure : .success)
  }

  private var options: RenderOptions {
    var options = RenderOptions()
    (options.isForced, options.prunes, options.jobs, options.stopsAtFailure) = (force, prune, work.count, failFast)
    return options
  }

  /// Writes the picture of the only selected figure to the standard output.
  private func writePicture(of plan: RenderPlan) throws -> Never {
    let plan = try plan.selectingPicture()
    let interruption = Interruption()
    finish(jobs: work.count, watching: interruption, quietly: messages.quiet) { [jobs = work.count] meter in
      let batch = try Batch(of: await plan.fixingSharedLimits(jobs: jobs))
      for warning in batch.warnings { Console.report(warning) }
      switch await batch.files(jobs: jobs)[0] {
      case .success(let png)?: Console.print(png)
      case .failure(let failure)?:
        Console.report(failure)
        return .failure
      case nil: return interruption.exitCode ?? .failure
      }
      return .success
    }
  }

  /// The number of bytes that are printed at a time.
  private static let pieceLength = 1 << 16

  private func preview(_ plan: RenderPlan) -> Never {
    finish { _ in
      let directory = directory(of: plan)
      let preview = try await plan.preview(in: directory, options: options)
      if messages.json {
        Console.print(RenderListing(preview, in: directory))
      } else if !messages.quiet {
        var text = ""
        preview.forEachLine(pruning: prune, verbose: messages.verbose) { line in
          text += line + "\n"
          guard text.utf8.count >= Self.pieceLength else { return }
          Console.print(text)
          text = ""
        }
        Console.print(text)
      }
      return .success
    }
  }
}

extension Console {
  /// Writes a result and a line feed to the standard output, figure by figure.
  fileprivate static func print(_ listing: RenderListing) {
    var output = ConsoleJSON()
    listing.write(to: &output)
    output.write("\n")
    output.flush()
  }
}
