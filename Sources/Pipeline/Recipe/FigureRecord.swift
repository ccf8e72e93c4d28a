import ActivationFigures
import Activations
import Configuration
import Depth
import Descriptions
import JSON
import Numerals
import PNG
import Plans
import Statistics

/// The texts that a figure's file carries beside its pixels: everything that is known of the picture.
package struct FigureRecord: Sendable, Equatable {
  /// The title above the figure.
  let title: String
  /// The description for readers who cannot see the picture.
  package let description: String
  /// The short description, for an `alt` attribute.
  package let shortDescription: String
  /// The recipe from which the figure was rendered.
  let recipe: Recipe
  /// The statistics that the picture shows, as one line of JSON.
  let statistics: String
}

extension FigureRecord {
  /// - Parameter study: The study that the figure shows. A comparison has no samples and so no statistics.
  init(of figure: FigurePlan, study: FigureStudy) {
    title = figure.plain(figure.title)
    recipe = Recipe(of: figure)
    let texts = FigureDescription(of: figure, study: study)
    (description, shortDescription) = (texts.long, texts.short)
    statistics = JSONValue(statisticsOf: study, in: figure).line
  }
}

extension JSONValue {
  fileprivate init(statisticsOf study: FigureStudy, in figure: FigurePlan) {
    switch study {
    case .function(let study): self.init(statisticsOf: study)
    case .comparison: self = [:]
    case .depth(let functions): self.init(statisticsOf: functions, in: figure)
    }
  }

  private init(statisticsOf study: ActivationStudy) {
    self = [
      "sampleCount": JSONValue(study.output.sampleCount),
      "excludedCount": JSONValue(study.output.excludedCount),
      "input": ["mean": .number(study.input.mean), "std": .number(study.input.standardDeviation)],
      "output": ["mean": .number(study.output.mean), "std": .number(study.output.standardDeviation)],
      "exact": JSONValue(study.diagnostics.exact),
      "diagnostics": JSONValue(study.diagnostics),
    ]
    // In a network of gated pairs, gradients pass through both numbers.
    if study.gate == nil { self = self + ["depth": JSONValue(CriticalNumbers(study.diagnostics.exact))] }
  }
}

extension JSONValue {
  /// The numbers of functions in deep networks: those of a single one, or a list of several.
  fileprivate init(statisticsOf functions: [ComparedDepth], in figure: FigurePlan) {
    if figure.settings.kind == .depth {
      self = ["depth": JSONValue(numbersOf: functions[0].study)]
      return
    }
    self = [
      "functions": .array(
        functions.map { ["title": .string(figure.plain($0.title)), "depth": JSONValue(numbersOf: $0.study)] })
    ]
  }
}

// MARK: - In a PNG

extension FigureRecord {
  static let recipeKeyword = "actfig:recipe"
  static let statisticsKeyword = "actfig:statistics"
  static let checksumKeyword = "actfig:checksum"
  static let shortDescriptionKeyword = "actfig:short-description"
  static let titleKeyword = "Title"
  static let descriptionKeyword = "Description"

  /// The keywords in the order in which the texts are written.
  static let keywords = [
    titleKeyword, descriptionKeyword, shortDescriptionKeyword, recipeKeyword, statisticsKeyword, checksumKeyword,
  ]

  /// Reads the record among the texts of a picture; nil if there is no recipe, so that the picture is not a figure. A
  /// text that is missing is empty.
  package init?(in texts: [PNGText]) {
    func text(_ keyword: String) -> String? { texts.first { $0.keyword == keyword }?.text }
    guard let recipe = text(Self.recipeKeyword) else { return nil }
    self.recipe = Recipe(text: recipe)
    title = text(Self.titleKeyword) ?? ""
    description = text(Self.descriptionKeyword) ?? ""
    shortDescription = text(Self.shortDescriptionKeyword) ?? FigureDescription.shortText(from: description)
    statistics = text(Self.statisticsKeyword) ?? ""
  }

  fileprivate var texts: [PNGText] {
    [
      PNGText(keyword: Self.titleKeyword, text: title), PNGText(keyword: Self.descriptionKeyword, text: description),
      PNGText(keyword: Self.shortDescriptionKeyword, text: shortDescription),
      PNGText(keyword: Self.recipeKeyword, text: recipe.text),
      PNGText(keyword: Self.statisticsKeyword, text: statistics),
    ]
  }

  /// Sorts the texts of a picture into the order in which they are written, whatever the order of their chunks in a
  /// file. Texts of other origin come last, in the order of their bytes.
  static func ordered(_ texts: [PNGText]) -> [PNGText] {
    func rank(_ text: PNGText) -> Int { keywords.firstIndex(of: text.keyword) ?? keywords.count }
    func bytes(_ text: PNGText) -> [UInt8] { Array(text.keyword.utf8) + [0] + Array(text.text.utf8) }
    return texts.sorted { one, other in
      let (first, second) = (rank(one), rank(other))
      return first == second ? bytes(one).lexicographicallyPrecedes(bytes(other)) : first < second
    }
  }
}

/// The picture of a figure as it goes into its file.
public struct FigureImage: Sendable {
  /// The picture, with its record and a checksum of both among its texts.
  public let image: PNGImage
  /// The record among its texts.
  let record: FigureRecord
  /// The checksum of its pixels, for the manifest.
  let pixels: Checksum
}

extension PNGImage {
  /// Adds a record, and a checksum of the picture and the record.
  func recording(_ record: FigureRecord) -> FigureImage {
    let keyword = FigureRecord.checksumKeyword
    let checksums = PictureChecksums(of: carrying(record.texts), without: keyword)
    let image = carrying(record.texts + [PNGText(keyword: keyword, text: checksums.content.text)])
    return FigureImage(image: image, record: record, pixels: checksums.pixels)
  }
}
