import JSON
import Plans

/// The figures of a configuration without faults: its entries, from which each figure is made when it is asked for.
///
/// The figures are numbered in the order of the run: those of an entry one after the other, then its family, at last the
/// comparisons; of each figure all variants.
struct ConfiguredFigures: FigureSource {
  private let context: FigureContext
  private let source: SourceText
  private(set) var entries: [FigureEntry] = []
  /// The number of figures, not counting variants, before each entry, and before the comparisons.
  private(set) var starts = [0]
  /// The comparisons, each with the style of each theme.
  private var comparisons: [(figure: FigurePlan, styles: [FigureSettings])] = []
  /// The numbers of the figures by the names of their files.
  var files = FileNumbers(capacity: 0)
  var sharesRanges = false

  /// A list without figures.
  init(in context: FigureContext, source: SourceText) { (self.context, self.source) = (context, source) }

  var count: Int { (starts[starts.count - 1] + comparisons.count) * context.variants.count }

  mutating func append(_ entry: FigureEntry) {
    entries.append(entry)
    starts.append(starts[starts.count - 1] + entry.figureCount(in: context))
  }

  mutating func append(_ comparison: FigurePlan, styles: [FigureSettings]) {
    comparisons.append((comparison, styles))
  }

  /// The offset at which faults of a figure are reported; nil for a comparison.
  func place(of number: Int) -> Int? {
    let index = entryIndex(ofFigure: number / context.variants.count)
    return index < entries.count ? entries[index].place : nil
  }

  private func entryIndex(ofFigure number: Int) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle + 1] > number { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: - Figures

  func figure(at number: Int) -> FigurePlan {
    let (index, variant) = number.quotientAndRemainder(dividingBy: context.variants.count)
    let entry = entryIndex(ofFigure: index)
    guard entry < entries.count else {
      let (figure, styles) = comparisons[index - starts[entry]]
      return context.variants.plan(variant, of: figure, styles: styles)
    }
    guard let figure = entries[entry].figure(at: index - starts[entry], in: context, source: source) else {
      preconditionFailure("Every figure was made once when the configuration was checked.")
    }
    return context.variants.plan(variant, of: figure, styles: entries[entry].styles)
  }

  func names(at number: Int) -> (figure: String, file: String) {
    let figure = figure(at: number)
    return (figure.name, figure.fileName)
  }

  func number(ofFileLike fileName: String) -> Int? { files.number(named: fileName) { names(at: $0).file } }
}
