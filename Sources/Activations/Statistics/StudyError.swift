/// Why a function cannot be shown over these samples, with these bins or on this grid.
public enum StudyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Every output is NaN or infinite.
  case noFiniteOutput
  /// In single precision so many bins do not all have a width.
  case tooManyBins(Int, lowest: Float, highest: Float)
  /// The difference between the extremes overflows single precision.
  case spreadTooWide(lowest: Float, highest: Float)
  /// The step is not a positive finite number, or the range is empty or not finite.
  case noGrid(range: ClosedRange<Double>, step: Double)
  /// The grid would have more points than `limit`.
  case tooManyGridPoints(range: ClosedRange<Double>, step: Double, limit: Int)

  /// One sentence.
  public var description: String {
    switch self {
    case .noFiniteOutput:
      "No output is a finite number, so there is no distribution to show."
    case .tooManyBins(let bins, let lowest, let highest):
      "\(bins) bins between \(lowest) and \(highest) are finer than single precision can tell apart."
    case .spreadTooWide(let lowest, let highest):
      "The values from \(lowest) to \(highest) lie further apart than single precision can express."
    case .noGrid(let range, let step):
      "A grid from \(range.lowerBound) up to \(range.upperBound) in steps of \(step) has no points."
    case .tooManyGridPoints(let range, let step, let limit):
      "A grid from \(range.lowerBound) up to \(range.upperBound) in steps of \(step) has more than \(limit) points."
    }
  }
}
