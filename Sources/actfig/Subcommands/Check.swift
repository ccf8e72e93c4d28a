import ArgumentParser
import Configuration
import JSON
import Pipeline

/// Compares the figures of a directory with what the configuration asks for.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommand: "check",
    abstract: "Tells whether the figures of a directory are as the configuration asks for them.",
    discussion: """
      Every figure is drawn in memory and compared with its file, pixel by pixel; nothing is written beside the files. Each \
      difference is told in a line, with the command that mends it. Under GitHub Actions the lines are annotations, and \
      the step has a summary. Exit codes: 0 all is the same; 1 something differs; 2 it could not be judged.
      """)

  @OptionGroup var figures: PlanOptions

  @OptionGroup var place: OutputOptions

  @OptionGroup var work: JobOptions

  @Option(
    help: ArgumentHelp(
      "Write a report there: index.html with the pictures, report.json and junit.xml.", valueName: "dir"),
    completion: .directory)
  var report: String?

  @OptionGroup var words: WordOptions

  func run() throws {
    let plan = try figures.plan()
    let interruption = Interruption()
    finish(jobs: work.count, watching: interruption, quietly: words.quiet) { meter in
      try await judge(plan, watching: interruption, telling: meter)
    }
  }

  /// Where the files of a plan lie.
  func directory(of plan: RenderPlan) -> OutputDirectory {
    place.directory(of: plan, filledBy: RenderCommand(figures: figures, place: place, plan: plan))
  }

  /// Compares the figures of a plan with their files, and tells what differs.
  func judge(
    _ plan: RenderPlan, watching interruption: Interruption, telling meter: ProgressMeter
  ) async throws -> ExitCode {
    let command = RenderCommand(figures: figures, place: place, plan: plan)
    meter.begin(figures: plan.figures.count)
    let result = try await plan.check(directory(of: plan), mendedBy: command, jobs: work.count) { _, _ in
      meter.addFigure()
    }
    if let code = interruption.exitCode { return code }
    if let report { try await CheckReport(of: result).write(to: OutputDirectory(creating: report)) }
    try tell(result)
    return !result.failures.isEmpty ? .unjudged : result.differences.isEmpty ? .success : .failure
  }

  private func tell(_ result: CheckResult) throws {
    let isOnGitHub = Console.isOnGitHub
    if isOnGitHub, case let path = Console.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty {
      try result.appendSummary(to: path)
    }
    if words.json { Console.print(JSON(result)) }
    if isOnGitHub {
      // The runner reads commands from the standard error, too.
      Console.annotate(result.annotations, onStandardError: words.json)
    } else {
      if !words.json, !words.quiet { Console.print(result.differences.map { "\($0)\n" }.joined()) }
      for failure in result.failures { Console.complain(failure) }
    }
    guard !words.quiet else { return }
    if !isOnGitHub { for note in result.notes { Console.complain(note.description) } }
    if words.verbose { for line in result.sameLines { Console.complain(line) } }
    Console.complain(result.conclusion)
  }
}
