import PNG

/// What the manifest says of one figure, all of which the figure's own file carries.
struct ManifestEntry: Sendable, Equatable {
  let recipe: Recipe
  /// JSON as it stands in the manifest.
  let text: String

  /// Spaces before an entry: two for the manifest's only member, two for the array's elements.
  static let indentation = 4

  /// What the file of a figure carries; nil where it is none of ours.
  init?(of figure: FigurePlan, in directory: OutputDirectory) {
    guard case .file(let bytes) = directory.content(of: figure.fileName), let header = try? PNGHeader(decoding: bytes)
    else { return nil }
    // Whoever packs a file tighter may put its words behind the pixels.
    let record = FigureRecord(in: header.text) ?? (try? PNGImage(decoding: bytes)).flatMap { FigureRecord(in: $0.text) }
    guard let record else { return nil }
    recipe = record.recipe
    let json: JSON = [
      "name": .string(figure.name),
      "file": .string(figure.fileName),
      "title": .string(record.title),
      "width": JSON(header.width),
      "height": JSON(header.height),
      "alternativeText": .string(record.description),
      "statistics": JSON(parsing: Array(record.statistics.utf8)) ?? .null,
      "recipe": JSON(parsing: Array(record.recipe.text.utf8)) ?? .null,
    ]
    text = json.text(indentedBy: Self.indentation)
  }

  /// An entry of a manifest that was written earlier; nil where it is none.
  init?(reading json: JSON) {
    guard let recipe = json["recipe"] else { return nil }
    self.recipe = Recipe(text: recipe.line)
    text = json.text(indentedBy: Self.indentation)
  }
}
