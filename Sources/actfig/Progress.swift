import Pipeline

/// What is said while figures are drawn, and in the end.
struct Progress {
  private let total: Int
  private let words: WordOptions
  private let meter: ProgressMeter
  private let start = ContinuousClock.now
  private var created = 0
  private var replaced = 0
  private var unchanged = 0
  private var failed = 0
  private var failedBeside = 0

  init(total: Int, words: WordOptions, meter: ProgressMeter) {
    self.total = total
    self.words = words
    self.meter = meter
  }

  /// Whether anything went wrong.
  var hasFailure: Bool { failed + failedBeside > 0 }

  /// Takes note of how many figures are to be drawn.
  func begin(_ survey: Survey) { meter.begin(figures: survey.work.figures.count) }

  /// Counts one figure; why it was drawn, or that it failed, is told at once.
  mutating func add(_ result: Result<DrawnFigure, FigureFailure>, _ finding: Survey.Finding) {
    switch result.map(\.outcome) {
    case .success(let outcome):
      switch outcome {
      case .created: created += 1
      case .replaced: replaced += 1
      case .unchanged: unchanged += 1
      }
      if !words.quiet { Console.complain(finding.description) }
    case .failure(let failure):
      failed += 1
      Console.complain(failure)
    }
    meter.addFigure()
  }

  /// Says what became of the rest, and of all figures together: `11 figures: 10 created, 1 failed (0.05 s)`.
  mutating func finish(_ result: RenderResult) {
    for warning in result.warnings { Console.complain(warning) }
    let beside = result.removed + [result.manifest?.map { _ in "" }].compactMap(\.self)
    for case .failure(let failure) in beside {
      failedBeside += 1
      Console.complain(failure)
    }
    guard !words.quiet else { return }
    let upToDate = result.survey.findings.filter(\.standing.isUpToDate)
    if words.verbose { for finding in upToDate { Console.complain(finding.description) } }
    for line in result.removalLines { Console.complain(line) }
    Console.complain(summary(upToDate: upToDate.count))
  }

  private var done: Int { created + replaced + unchanged + failed }

  private func summary(upToDate: Int) -> String {
    let counts = [
      (created, "created"), (replaced, "replaced"), (unchanged, "unchanged"), (upToDate, "up to date"),
      (failed, "failed"),
      (total - done - upToDate, "not begun"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
    let hundredths = (ContinuousClock.now - start) / .milliseconds(10)
    let figures = "\(total) \(total == 1 ? "figure" : "figures")"
    return "\(figures)\(words.isEmpty ? "" : ": \(words)") (\(hundredths.rounded() / 100) s)"
  }
}
