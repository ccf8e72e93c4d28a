import Configuration
import Pipeline

extension RenderCommand {
  /// The command of a run with these options.
  ///
  /// - Parameter plan: Of the run; the share of it that was asked for is known by now.
  init(figures: PlanOptions, place: OutputOptions, plan: RenderPlan) {
    self.init(
      configuration: figures.configuration.path, settings: figures.configuration.assignments, output: place.output,
      only: figures.only, shard: plan.shard)
  }
}

extension OutputOptions {
  /// The directory of a run: the one that the command line names, or the configuration's own.
  ///
  /// - Parameter command: What fills it.
  func directory(of plan: RenderPlan, filledBy command: RenderCommand) -> OutputDirectory {
    OutputDirectory(output ?? plan.outputDirectory, source: DirectorySource(of: command))
  }
}

extension WordOptions {
  /// Says that another run is waited for.
  func tellOfWaiting(for directory: OutputDirectory) {
    if !quiet { Console.complain("Waiting for another run in \(directory.path).") }
  }
}
