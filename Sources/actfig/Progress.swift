import Pipeline

/// The messages of a run: one for each figure, and a summary at the end.
struct Progress {
  private let total: Int
  private let messages: MessageOptions
  private let meter: ProgressMeter
  private let start = ContinuousClock.now
  private var created = 0
  private var replaced = 0
  private var unchanged = 0
  private var failed = 0
  private var failedBeside = 0

  init(total: Int, messages: MessageOptions, meter: ProgressMeter) {
    self.total = total
    self.messages = messages
    self.meter = meter
  }

  /// Whether any figure, or anything else that the run wrote or removed, failed.
  var hasFailure: Bool { failed + failedBeside > 0 }

  /// Records the number of figures that are to be rendered.
  func begin(_ survey: Survey) { meter.begin(figures: survey.workCount) }

  /// Counts one figure and reports at once why it was rendered, or that it failed.
  mutating func add(_ result: Result<DrawnFigure, FigureFailure>, _ finding: FileCheck) {
    switch result.map(\.outcome) {
    case .success(let outcome):
      switch outcome {
      case .created: created += 1
      case .replaced: replaced += 1
      case .unchanged: unchanged += 1
      }
      if !messages.quiet { Console.report(finding.description) }
    case .failure(let failure):
      failed += 1
      Console.report(failure)
    }
    meter.addFigure()
  }

  /// Reports the rest of the run and prints a summary such as `11 figures: 10 created, 1 failed (0.05 s)`.
  mutating func finish(_ result: RenderResult) {
    for warning in result.warnings { Console.report(warning) }
    let beside = result.removed + [result.manifest?.map { _ in "" }].compactMap(\.self)
    for case .failure(let failure) in beside {
      failedBeside += 1
      Console.report(failure)
    }
    guard !messages.quiet else { return }
    let findings = result.survey.findings
    if messages.verbose {
      for place in findings.indices where findings.status(at: place).isUpToDate {
        Console.report(findings.description(at: place))
      }
    }
    for line in result.removalLines { Console.report(line) }
    Console.report(summary(upToDate: findings.upToDateCount))
  }

  private var done: Int { created + replaced + unchanged + failed }

  private func summary(upToDate: Int) -> String {
    let counts = [
      (created, "created"), (replaced, "replaced"), (unchanged, "unchanged"), (upToDate, "up to date"),
      (failed, "failed"),
      (total - done - upToDate, "not started"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
    let hundredths = (ContinuousClock.now - start) / .milliseconds(10)
    let figures = "\(total) \(total == 1 ? "figure" : "figures")"
    return "\(figures)\(words.isEmpty ? "" : ": \(words)") (\(hundredths.rounded() / 100) s)"
  }
}
