import PNG

/// What the manifest says of one figure, all of which the figure's own file carries.
struct ManifestEntry: Sendable, Equatable {
  let fileName: String
  let recipe: Recipe
  /// JSON as it stands in the manifest: text, of which there may be thousands, where the values would be many times as much.
  let text: String

  /// Spaces before an entry: two for the manifest's only member, two for the array's elements.
  static let indentation = 4

  /// - Precondition: The picture carries a record.
  init(of figure: FigurePlan, showing picture: PNGImage) {
    guard let record = FigureRecord(carriedBy: picture) else { preconditionFailure("A figure's picture has a record.") }
    fileName = figure.fileName
    recipe = record.recipe
    let json: JSON = [
      "name": .string(figure.name),
      "file": .string(figure.fileName),
      "title": .string(record.title),
      "width": JSON(picture.width),
      "height": JSON(picture.height),
      "alternativeText": .string(record.description),
      "statistics": JSON(parsing: Array(record.statistics.utf8)) ?? .null,
      "recipe": JSON(parsing: Array(record.recipe.text.utf8)) ?? .null,
    ]
    text = json.text(indentedBy: Self.indentation)
  }

  /// An entry of a manifest that was written earlier; nil where it is none.
  init?(reading json: JSON) {
    guard case .string(let fileName)? = json["file"], let recipe = json["recipe"] else { return nil }
    self.fileName = fileName
    self.recipe = Recipe(text: recipe.line)
    text = json.text(indentedBy: Self.indentation)
  }
}

/// A figure that was drawn and written.
public struct DrawnFigure: Sendable {
  /// What became of its file.
  public let outcome: OutputDirectory.Outcome
  let entry: ManifestEntry
}
