import ArgumentParser
import Pipeline

/// Draws the figures of a configuration.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws the figures of a configuration.",
    discussion: """
      All figures are drawn at once over the processors. A file is whole or absent; where a figure fails, or the run is \
      interrupted, the others stay. A configuration with a fault is told of every fault, and nothing is drawn.
      """)

  @OptionGroup var figures: PlanOptions

  @Option(help: ArgumentHelp("The directory of the files, in place of the configuration's.", valueName: "dir"))
  var output: String?

  @OptionGroup var work: JobOptions

  @Flag(help: "Write files even where the same bytes already stand there.")
  var force = false

  @Flag(help: "Say nothing but what goes wrong.")
  var quiet = false

  func run() throws {
    let plan = try figures.plan()
    let batch = try Batch(of: plan)
    let directory = try OutputDirectory(creating: output ?? plan.outputDirectory)
    batch.warn()
    let interruption = Interruption()
    finish(watching: interruption) {
      [force, jobs = work.count, progress = Progress(total: batch.figures.count, isQuiet: quiet)] in
      var progress = progress
      let replacement: OutputDirectory.Replacement = force ? .always : .whenDifferent
      let results = await batch.render(into: directory, replacing: replacement, jobs: jobs) { result, _ in
        progress.add(result)
      }
      progress.finish()
      return interruption.exitCode ?? ExitCode(of: results)
    }
  }
}
