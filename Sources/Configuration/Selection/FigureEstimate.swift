import Numerals
import Text

/// About how much a figure takes, told from its plan before anything is done.
///
/// Measured on one core of an ordinary machine; others differ by a few times, and so may a formula.
public struct FigureEstimate: Sendable, Equatable {
  /// Of one processor.
  public var seconds: Double
  /// Of memory at one time, and rather too many.
  public var bytes: Int
}

extension FigurePlan {
  /// What drawing the figure takes.
  public var estimate: FigureEstimate {
    let pixels = settings.width * settings.dpi * settings.height * settings.dpi
    let points = min(((settings.range.upperBound - settings.range.lowerBound) / settings.step).rounded(.up), 1e6)
    // Half a millisecond for layout and words, 10 ns a pixel for painting and packing.
    var nanoseconds = 500_000 + 10 * pixels
    // What a process takes for fonts and runtime, and each thread keeps at hand; then indices or colours of the picture, and
    // those of its strips.
    var bytes = 32 << 20 + Int(8 * pixels)
    // The outline of a curve that goes up and down at each of its points.
    if points > 10_000 { bytes += 48 << 20 }
    switch subject {
    case .function(let function):
      nanoseconds += Double(settings.samples) * (30 + 8 * function.weight) + points * (60 + 30 * function.weight)
      bytes += 12 * min(settings.samples, Limits.heldSamples) + 400 * settings.bins
    case .comparison(let functions):
      nanoseconds += functions.reduce(0) { $0 + points * (60 + 30 * $1.plan.weight) }
    }
    return FigureEstimate(seconds: nanoseconds / 1e9, bytes: bytes)
  }
}

extension FunctionPlan {
  /// How much there is to be computed at a place: about the letters that its formula has, or would have.
  fileprivate var weight: Double { Double(expression?.utf8.count ?? 4) }
}

extension RenderPlan {
  /// A sentence where drawing all of the selected figures takes more than ten minutes; nil else.
  ///
  /// - Parameter jobs: Figures in work at one time, at least one.
  public func durationWarning(jobs: Int) -> String? {
    let seconds = figures.reduce(0) { $0 + $1.estimate.seconds } / Double(jobs)
    guard seconds > Limits.unwarnedSeconds else { return nil }
    let dearest = figures.max { $0.estimate.seconds < $1.estimate.seconds }
    let most = dearest.map { ", most of all for \($0.name.printable)" } ?? ""
    return "This run takes about \(seconds.roundedDuration)\(most)."
  }
}

extension Double {
  /// Of so many seconds: `40 s`, `12 min`, `3 h`, `2 days`.
  package var roundedDuration: String {
    let units: [(name: String, seconds: Double)] = [(" s", 1), (" min", 60), (" h", 3_600), (" days", 86_400)]
    let unit = units.last(where: { self >= 2 * $0.seconds }) ?? units[0]
    return String((self / unit.seconds).rounded(), decimals: 0) + unit.name
  }
}

extension Int {
  /// Of so many bytes: `570 MB`.
  package var roundedMegabytes: String { "\(Swift.max(self, 0) / 1_000_000) MB" }
}
