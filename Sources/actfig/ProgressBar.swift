/// How far a run has come, how fast, and how long the rest will take at that rate.
struct ProgressBar {
  /// Things to be done.
  let total: Int

  /// `[############            ] 6/11, 4 a second, 1 s left`; rate and time once something is done.
  ///
  /// - Parameters:
  ///   - done: At most `total`.
  ///   - elapsed: Since the first was begun.
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
  ///   - samples: Those that were read, at most `total`.
  ///   - elapsed: Since the first was read.
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

  /// Whole from ten on, with one decimal below.
  private static func words(_ number: Double) -> String {
    let tenths = (number * 10).rounded()
    if tenths >= 100 || tenths.remainder(dividingBy: 10) == 0 { return String(Int(number.rounded())) }
    return "\(Int(tenths) / 10).\(Int(tenths) % 10)"
  }

  /// `3 s`, `2 min 5 s`, `1 h 20 min`, rounded up.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(whole % 60) s"
    default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
  }
}
