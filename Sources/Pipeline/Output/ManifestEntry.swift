import PNG

/// What the manifest says of one figure, all of which the figure's own file carries.
struct ManifestEntry: Sendable, Equatable {
  let fileName: String
  let recipe: Recipe
  let json: JSON

  /// - Precondition: The picture carries a record.
  init(of figure: FigurePlan, showing picture: PNGImage) {
    guard let record = FigureRecord(carriedBy: picture) else { preconditionFailure("A figure's picture has a record.") }
    fileName = figure.fileName
    recipe = record.recipe
    json = [
      "name": .string(figure.name),
      "file": .string(figure.fileName),
      "title": .string(record.title),
      "width": JSON(picture.width),
      "height": JSON(picture.height),
      "alternativeText": .string(record.description),
      "statistics": JSON(parsing: Array(record.statistics.utf8)) ?? .null,
      "recipe": JSON(parsing: Array(record.recipe.text.utf8)) ?? .null,
    ]
  }

  /// An entry of a manifest that was written earlier; nil where it is none.
  init?(reading json: JSON) {
    guard case .string(let fileName)? = json["file"], let recipe = json["recipe"] else { return nil }
    self.fileName = fileName
    self.recipe = Recipe(text: recipe.line)
    self.json = json
  }
}

/// A figure that was drawn and written.
public struct DrawnFigure: Sendable {
  /// What became of its file.
  public let outcome: OutputDirectory.Outcome
  let entry: ManifestEntry
}
