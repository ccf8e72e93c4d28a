import Pipeline
import Synchronization

/// How far a run has come, over samples and figures, told by whoever works and shown by the thread that waits.
final class ProgressMeter: Sendable {
  /// What batches tell of samples.
  let samples = SamplingProgress()
  private let start = ContinuousClock.now
  private let figures = Mutex(Figures())

  private struct Figures {
    var done = 0
    var total = 0
  }

  /// Takes note of how many figures are to be drawn.
  func begin(figures count: Int) { figures.withLock { $0.total += count } }

  /// Counts one figure.
  func addFigure() { figures.withLock { $0.done += 1 } }

  /// One line; nil where there is nothing to tell.
  func text(isColoured: Bool) -> String? {
    let elapsed = ContinuousClock.now - start
    let (done, total) = figures.withLock { ($0.done, $0.total) }
    if samples.read < samples.total {
      let bar = ProgressBar(total: samples.total)
      let line = bar.text(samples: samples.read, elapsed: elapsed, isColoured: isColoured)
      return total == 0 ? line : "\(line); \(done)/\(total) figures"
    }
    return total == 0 ? nil : ProgressBar(total: total).text(done: done, elapsed: elapsed, isColoured: isColoured)
  }
}
