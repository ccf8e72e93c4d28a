import Pipeline
import Sampling
import Synchronization

/// The progress of a run in samples and figures, written by the worker threads and shown by the main thread.
final class ProgressMeter: Sendable {
  /// The progress of reading samples.
  let samples = SamplingProgress()
  private let start = ContinuousClock.now
  private let figures = Mutex(Figures())

  private struct Figures {
    var done = 0
    var total = 0
  }

  /// Records the number of figures that are to be rendered.
  func begin(figures count: Int) { figures.withLock { $0.total += count } }

  /// Counts one finished figure.
  func addFigure() { figures.withLock { $0.done += 1 } }

  /// The progress as one line; nil where there is nothing to show.
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

/// A progress bar with the rate and the estimated remaining time.
struct ProgressBar {
  /// The number of figures or samples in all.
  let total: Int

  /// `[############            ] 6/11, 4 a second, 1 s left`; with rate and time once something is done.
  ///
  /// - Parameters:
  ///   - done: The number of finished figures, at most `total`.
  ///   - elapsed: The time since the first figure was started.
  ///   - isColoured: Whether the filled part is green.
  func text(done: Int, elapsed: Duration, isColoured: Bool) -> String {
    let bar = "\(bar(done: done, isColoured: isColoured)) \(done)/\(total)"
    let seconds = elapsed / .seconds(1)
    guard done > 0, seconds > 0 else { return bar }
    let rate = Double(done) / seconds
    return "\(bar), \(Self.words(rate)) a second, \(Self.time(Double(total - done) / rate)) left"
  }

  /// `[############            ] 15.0 of 30.0 million samples, 5 s left`.
  ///
  /// - Parameters:
  ///   - samples: The number of samples that were read, at most `total`.
  ///   - elapsed: The time since the first sample was read.
  func text(samples: Int, elapsed: Duration, isColoured: Bool) -> String {
    func millions(_ count: Int) -> String { "\(count / 1_000_000).\(count / 100_000 % 10)" }
    let text =
      "\(bar(done: samples, isColoured: isColoured)) \(millions(samples)) of \(millions(total)) million samples"
    guard samples > 0 else { return text }
    return "\(text), \(Self.time(elapsed / .seconds(1) * (Double(total) / Double(samples) - 1))) left"
  }

  private func bar(done: Int, isColoured: Bool) -> String {
    let width = 24
    let filled = total == 0 ? width : Int(Double(width) * Double(done) / Double(total))
    let (full, empty) = (String(repeating: "#", count: filled), String(repeating: " ", count: width - filled))
    return "[\(isColoured ? "\u{1B}[32m\(full)\u{1B}[0m" : full)\(empty)]"
  }

  /// A number rounded to an integer from ten on, and to one decimal below.
  private static func words(_ number: Double) -> String {
    let tenths = (number * 10).rounded()
    if tenths >= 100 || tenths.remainder(dividingBy: 10) == 0 { return String(Int(number.rounded())) }
    return "\(Int(tenths) / 10).\(Int(tenths) % 10)"
  }

  /// A duration rounded up: `3 s`, `2 min 5 s`, `1 h 20 min`.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(whole % 60) s"
    default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
  }
}
