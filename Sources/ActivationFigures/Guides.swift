import Activations
import Plotting

/// The lines with which curves are compared: those where x and y are zero, and those to which functions tend.
struct Guides {
  /// The positions of the poles of each function, and its asymptotes.
  private let functions: [(poles: [Double], asymptotes: (left: Asymptote?, right: Asymptote?))]

  /// The greatest number of dashed lines in a panel; more would hide the curves.
  private static let mostDashedLines = 6

  /// Finds the poles and asymptotes of functions.
  init(of functions: [ActivationFunction]) {
    self.functions = functions.map { function in
      (function.breakpoints.filter { $0.kind == .pole }.map { $0.position + 0 }, function.asymptotes)
    }
  }

  /// Returns thin lines at zero and dashed lines to which the curves of a panel tend: asymptotes and poles in a panel of values,
  /// and the slopes of asymptotes in a panel of derivatives.
  ///
  /// An asymptote is drawn on its side of zero, or on both sides if it belongs to both. A line that several functions tend to
  /// is drawn once. If there are more than `mostDashedLines`, none is drawn.
  func lines(in word: StudyPanel) -> [ReferenceLine] {
    let axes = [ReferenceLine(.vertical(x: 0)), ReferenceLine(.horizontal(y: 0))]
    var dashed: [ReferenceLine] = []
    for line in functions.flatMap({ lines(to: $0, in: word) }) where !axes.contains(where: { $0.place == line.place }) {
      if let same = dashed.firstIndex(where: { $0.place == line.place }) {
        if dashed[same].range != line.range { dashed[same].range = nil }
      } else {
        dashed.append(line)
      }
    }
    return dashed.count <= Self.mostDashedLines ? axes + dashed : axes
  }

  private func lines(
    to function: (poles: [Double], asymptotes: (left: Asymptote?, right: Asymptote?)), in word: StudyPanel
  ) -> [ReferenceLine] {
    let poles = function.poles.map { ReferenceLine(.vertical(x: $0), isDashed: true) }
    guard word != .secondDerivative else { return poles }
    let sides = [
      (function.asymptotes.left, -Double.greatestFiniteMagnitude...0),
      (function.asymptotes.right, 0...Double.greatestFiniteMagnitude),
    ]
    return poles
      + sides.compactMap { line, side in
        guard let line else { return nil }
        let place: ReferenceLine.Place =
          word == .derivative
          ? .horizontal(y: line.slope)
          : line.slope == 0
            ? .horizontal(y: line.intercept) : .sloped(slope: line.slope, intercept: line.intercept)
        return ReferenceLine(place, isDashed: true, in: side)
      }
  }
}
