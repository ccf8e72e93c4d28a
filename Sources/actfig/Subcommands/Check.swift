import ArgumentParser
import Configuration
import JSON
import Pipeline
import Plans
import Reports

/// The subcommand `check`, which compares the figures of a directory with the configuration.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks whether the figures of a directory match the configuration.",
    discussion: """
      Every figure is rendered in memory and compared with its file, pixel by pixel. No figure is written. Each difference \
      is reported on one line, with the command that fixes it. Under GitHub Actions the lines are annotations, and the \
      step gets a summary. Exit codes: 0 all figures match; 1 something differs; 2 the check could not be completed.
      """)

  @OptionGroup var figures: PlanOptions

  @OptionGroup var place: OutputOptions

  @OptionGroup var work: JobOptions

  @Option(
    help: ArgumentHelp(
      "Write a report into this directory: index.html with the pictures, report.json and junit.xml.", valueName: "dir"),
    completion: .directory)
  var report: String?

  @OptionGroup var messages: MessageOptions

  func validate() throws { try place.requireDirectory(whichCommand: "checks the files of") }

  func run() throws {
    let plan = try figures.plan()
    let interruption = Interruption()
    finish(jobs: work.count, watching: interruption, quietly: messages.quiet) { meter in
      try await judge(plan, watching: interruption, telling: meter)
    }
  }

  /// The directory in which the files of a plan are stored.
  func directory(of plan: RenderPlan) -> OutputDirectory {
    place.directory(of: plan, filledBy: RenderCommand(figures: figures, place: place, plan: plan))
  }

  /// Compares the figures of a plan with their files and reports the differences.
  func judge(
    _ plan: RenderPlan, watching interruption: Interruption, telling meter: ProgressMeter
  ) async throws -> ExitCode {
    let command = RenderCommand(figures: figures, place: place, plan: plan)
    meter.begin(figures: plan.figures.count)
    let result = try await plan.check(directory(of: plan), fixedBy: command, jobs: work.count) { _, _ in
      meter.addFigure()
    }
    if let code = interruption.exitCode { return code }
    if let report { try await CheckReport(of: result).write(to: OutputDirectory(creating: report)) }
    try show(result)
    return !result.failures.isEmpty ? .incomplete : result.differences.isEmpty ? .success : .failure
  }

  private func show(_ result: CheckResult) throws {
    let isOnGitHub = Console.isOnGitHub
    if isOnGitHub, case let path = Console.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty {
      try result.appendSummary(to: path)
    }
    if messages.json { Console.print(JSONValue(result)) }
    if isOnGitHub {
      // The runner reads commands from the standard error, too.
      Console.annotate(result.annotations, onStandardError: messages.json)
    } else {
      if !messages.json, !messages.quiet { Console.print(result.differences.map { "\($0)\n" }.joined()) }
      for failure in result.failures { Console.report(failure) }
    }
    guard !messages.quiet else { return }
    if !isOnGitHub { for note in result.notes { Console.report(note.description) } }
    if messages.verbose { for line in result.sameLines { Console.report(line) } }
    Console.report(result.conclusion)
  }
}
