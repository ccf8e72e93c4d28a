import Pipeline

/// What is said while figures are drawn, and in the end.
struct Progress {
  private let total: Int
  private let isQuiet: Bool
  private let showsBar: Bool
  private let start = ContinuousClock.now
  private var created = 0
  private var replaced = 0
  private var unchanged = 0
  private var failed = 0

  /// - Parameter isQuiet: Nothing is said but failures.
  init(total: Int, isQuiet: Bool) {
    self.total = total
    self.isQuiet = isQuiet
    showsBar = !isQuiet && Console.isWatched
  }

  /// Counts one figure; a failure is told at once.
  mutating func add(_ result: Result<OutputDirectory.Outcome, FigureFailure>) {
    switch result {
    case .success(.created): created += 1
    case .success(.replaced): replaced += 1
    case .success(.unchanged): unchanged += 1
    case .failure(let failure):
      failed += 1
      if showsBar { Console.show(Self.lineStart) }
      Console.complain(Self.text(of: failure))
    }
    if showsBar { Console.show(Self.lineStart + bar) }
  }

  /// Clears the bar and says what became of the figures: `11 figures: 10 created, 1 failed (0.05 s)`.
  func finish() {
    if showsBar { Console.show(Self.lineStart) }
    if !isQuiet { Console.complain(summary) }
  }

  /// `mish: No output is a finite number, so there is no distribution to show.`
  static func text(of failure: FigureFailure) -> String {
    Console.isColoured ? "\u{1B}[31m\(failure)\u{1B}[0m" : failure.description
  }

  /// `warning: mish: No glyph for U+1F600 (😀) in DejaVu Sans Bold; a box is drawn.`
  static func text(of warning: FigureWarning) -> String {
    Console.isColoured ? "\u{1B}[33mwarning: \(warning)\u{1B}[0m" : "warning: \(warning)"
  }

  private var done: Int { created + replaced + unchanged + failed }

  private var summary: String {
    let counts = [
      (created, "created"), (replaced, "replaced"), (unchanged, "unchanged"), (failed, "failed"),
      (total - done, "not begun"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
    let hundredths = (ContinuousClock.now - start) / .milliseconds(10)
    return "\(total) \(total == 1 ? "figure" : "figures"): \(words) (\(hundredths.rounded() / 100) s)"
  }

  /// `[############            ] 6/11`.
  private var bar: String {
    let width = 24
    let filled = width * done / total
    let (full, empty) = (String(repeating: "#", count: filled), String(repeating: " ", count: width - filled))
    return Console.isColoured
      ? "[\u{1B}[32m\(full)\u{1B}[0m\(empty)] \(done)/\(total)" : "[\(full)\(empty)] \(done)/\(total)"
  }

  /// Back to the first column, and the line is cleared.
  private static let lineStart = "\r\u{1B}[K"
}

extension Batch {
  /// Tells what will be drawn otherwise than it was asked for.
  func warn() {
    for warning in warnings { Console.complain(Progress.text(of: warning)) }
  }
}
