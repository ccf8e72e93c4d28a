/// The parts of a curve that are drawn where it is not drawn whole.
public struct CurveParts: Sendable {
  /// The points of each part.
  public private(set) var lines: [[Point]] = []
  /// The first and the last part of the curve up to a little way from its ends, where the curve has ends inside the frame.
  public private(set) var ends: [[Point]] = []

  /// The length by which parts of two curves that follow each other overlap, in pixels: without it, the paper would shine
  /// through between them.
  private static let overlap = 1.0

  /// Joins the samples that are shown.
  ///
  /// - Parameters:
  ///   - isShown: Whether each sample is shown.
  ///   - margin: The length beyond the frame of the parts that cross it, in pixels.
  ///   - border: Returns the share of the way from a sample to the next at which a part begins or ends.
  init(of trace: CurveTrace, where isShown: [Bool], margin: Double, border: (_ sample: Int) -> Double) {
    let samples = trace.samples
    func isJoined(_ index: Int) -> Bool {
      index + 1 < samples.count && samples[index].line == samples[index + 1].line
    }
    func cut(after index: Int) -> Double {
      let (from, to) = (samples[index].distance, samples[index + 1].distance)
      return from + (to - from) * border(index)
    }
    var start: Double?
    for index in samples.indices where isShown[index] {
      let line = samples[index].line
      if start == nil {
        let isCut = index > 0 && isJoined(index - 1)
        start = isCut ? cut(after: index - 1) - Self.overlap / 2 : samples[index].distance
      }
      guard !isJoined(index) || !isShown[index + 1], let first = start else { continue }
      let last = isJoined(index) ? cut(after: index) + Self.overlap / 2 : samples[index].distance
      start = nil
      lines.append(trace.points(of: line, between: first, and: last, margin: margin))
      let whole = trace.lines[line]
      if whole.begins, first <= whole.distances[0] {
        ends.append(trace.points(of: line, between: first, and: min(first + margin / 2, last), margin: margin))
      }
      if whole.ends, last >= whole.distances[whole.distances.count - 1] {
        ends.append(trace.points(of: line, between: max(last - margin / 2, first), and: last, margin: margin))
      }
    }
  }
}
