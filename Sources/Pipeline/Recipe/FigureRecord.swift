import Activations
import PNG

/// What a figure's file says beside its pixels: all that is known of the picture, so that the file needs nothing else.
struct FigureRecord: Sendable, Equatable {
  /// Above the figure.
  let title: String
  /// What the picture shows, for those who cannot see it.
  let description: String
  /// What it is drawn from.
  let recipe: Recipe
  /// The numbers behind it, as one line of JSON.
  let statistics: String
}

extension FigureRecord {
  init(of figure: FigurePlan, study: ActivationStudy) {
    title = figure.title
    description = AlternativeText(of: figure, study: study).description
    recipe = Recipe(of: figure)
    statistics =
      ([
        "sampleCount": JSON(study.output.sampleCount),
        "excludedCount": JSON(study.output.excludedCount),
        "input": ["mean": .number(study.input.mean), "std": .number(study.input.standardDeviation)],
        "output": ["mean": .number(study.output.mean), "std": .number(study.output.standardDeviation)],
        "exact": JSON(study.diagnostics.exact),
        "diagnostics": JSON(study.diagnostics),
      ] as JSON).line
  }
}

extension FigureRecord {
  /// Of a comparison, which has no samples and so no statistics.
  init(of figure: FigurePlan, comparing functions: [ComparedFunction]) {
    title = figure.title
    description = ComparisonText(of: functions, title: figure.title, range: figure.settings.range).description
    recipe = Recipe(of: figure)
    statistics = ([:] as JSON).line
  }
}

// MARK: - In a PNG

extension FigureRecord {
  static let recipeKeyword = "actfig:recipe"
  private static let statisticsKeyword = "actfig:statistics"
  fileprivate static let checksumKeyword = "actfig:checksum"

  /// Nil where a picture carries no recipe among its texts, and so is none of ours. What else is missing is empty.
  init?(in texts: [PNGText]) {
    func text(_ keyword: String) -> String? { texts.first { $0.keyword == keyword }?.text }
    guard let recipe = text(Self.recipeKeyword) else { return nil }
    self.recipe = Recipe(text: recipe)
    title = text("Title") ?? ""
    description = text("Description") ?? ""
    statistics = text(Self.statisticsKeyword) ?? ""
  }

  fileprivate var texts: [PNGText] {
    [
      PNGText(keyword: "Title", text: title), PNGText(keyword: "Description", text: description),
      PNGText(keyword: Self.recipeKeyword, text: recipe.text),
      PNGText(keyword: Self.statisticsKeyword, text: statistics),
    ]
  }
}

extension PNGImage {
  /// The picture with its record, and a checksum of both.
  func recording(_ record: FigureRecord) -> PNGImage {
    let keyword = FigureRecord.checksumKeyword
    let checksum = Checksum(of: carrying(record.texts), without: keyword)
    return carrying(record.texts + [PNGText(keyword: keyword, text: checksum.text)])
  }

  /// Whether the picture and all it carries are as they were drawn.
  var isAsDrawn: Bool {
    let keyword = FigureRecord.checksumKeyword
    return text.filter { $0.keyword == keyword }.map(\.text) == [Checksum(of: self, without: keyword).text]
  }
}
