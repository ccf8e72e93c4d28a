import Activations
import Plotting

extension [Mark] {
  /// Creates thin lines where x and y are zero, and dashed lines to which functions tend: asymptotes and poles in a panel of
  /// values, and the slopes of asymptotes in a panel of derivatives.
  ///
  /// An asymptote is drawn on its side of zero, or on both sides if it belongs to both. A line that several functions tend to
  /// is drawn once. If there are more of them than `mostDashedLines`, none is drawn: they would hide the curves.
  init(guiding functions: [ActivationFunction], in word: StudyPanel) {
    let axes = [
      ReferenceLine(.vertical(x: 0), color: .muted), ReferenceLine(.horizontal(y: 0), color: .muted),
    ]
    var dashed: [ReferenceLine] = []
    for function in functions where dashed.count <= Self.mostDashedLines {
      for line in function.guides(in: word) where !axes.contains(where: { $0.place == line.place }) {
        if let same = dashed.firstIndex(where: { $0.place == line.place }) {
          if dashed[same].range != line.range { dashed[same].range = nil }
        } else {
          dashed.append(line)
        }
      }
    }
    self = (dashed.count <= Self.mostDashedLines ? axes + dashed : axes).map(Mark.line)
  }

  private static var mostDashedLines: Int { 6 }
}

extension ActivationFunction {
  /// The lines that the curve of a panel tends to.
  fileprivate func guides(in word: StudyPanel) -> [ReferenceLine] {
    func dashed(_ place: ReferenceLine.Place, in range: ClosedRange<Double>? = nil) -> ReferenceLine {
      ReferenceLine(place, color: .muted, isDashed: true, in: range)
    }
    let poles = breakpoints.filter { $0.kind == .pole }.map { dashed(.vertical(x: $0.position + 0)) }
    guard word != .secondDerivative else { return poles }
    let found = asymptotes
    let sides = [(found.left, -Double.greatestFiniteMagnitude...0), (found.right, 0...Double.greatestFiniteMagnitude)]
    return poles
      + sides.compactMap { line, side in
        line.map { line in
          if word == .derivative { return dashed(.horizontal(y: line.slope), in: side) }
          let place =
            line.slope == 0
            ? ReferenceLine.Place.horizontal(y: line.intercept)
            : .sloped(slope: line.slope, intercept: line.intercept)
          return dashed(place, in: side)
        }
      }
  }
}
