import Activations
import Plotting

extension [Mark] {
  /// Creates thin lines where x and y are zero and, in a panel of values, dashed lines to which functions tend.
  ///
  /// A line that several functions tend to is drawn once. If there are more of them than `mostAsymptotes`, none is drawn: they
  /// would hide the curves.
  init(guiding functions: [ActivationFunction], in word: StudyPanel) {
    var lines = [
      ReferenceLine(.vertical(x: 0), color: .muted), ReferenceLine(.horizontal(y: 0), color: .muted),
    ]
    if word == .value || word == .response {
      var asymptotes: [ReferenceLine] = []
      for function in functions where asymptotes.count <= Self.mostAsymptotes {
        let found = function.asymptotes
        for asymptote in [found.left, found.right].compactMap(\.self) {
          let line = ReferenceLine(asymptote: asymptote)
          if !(lines + asymptotes).contains(where: { $0.place == line.place }) { asymptotes.append(line) }
        }
      }
      if asymptotes.count <= Self.mostAsymptotes { lines += asymptotes }
    }
    self = lines.map(Mark.line)
  }

  private static var mostAsymptotes: Int { 6 }
}

extension ReferenceLine {
  fileprivate init(asymptote: Asymptote) {
    self.init(
      asymptote.slope == 0
        ? .horizontal(y: asymptote.intercept)
        : .sloped(slope: asymptote.slope, intercept: asymptote.intercept),
      color: .muted, isDashed: true)
  }
}
