import Activations
import Plotting

extension [Mark] {
  /// Creates thin lines where x and y are zero and, in a panel of values, dashed lines to which functions tend.
  ///
  /// A line that several functions tend to is drawn once.
  init(guiding functions: [ActivationFunction], in word: StudyPanel) {
    var lines = [
      ReferenceLine(.vertical(x: 0), color: .muted), ReferenceLine(.horizontal(y: 0), color: .muted),
    ]
    if word == .value || word == .response {
      for function in functions {
        let asymptotes = function.asymptotes
        for asymptote in [asymptotes.left, asymptotes.right].compactMap(\.self) {
          let line = ReferenceLine(asymptote: asymptote)
          if !lines.contains(where: { $0.place == line.place }) { lines.append(line) }
        }
      }
    }
    self = lines.map(Mark.line)
  }
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
