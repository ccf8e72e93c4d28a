import Configuration
import JSON
import PNG

/// What the manifest says of one figure, all of which the figure's own file carries, and the checksum of its pixels.
struct ManifestEntry: Sendable, Equatable {
  /// What the figure's file carries.
  let record: FigureRecord
  /// The checksum of the pixels as text; nil in a manifest of an earlier version.
  let pixels: String?
  /// JSON as it stands in the manifest.
  let text: String

  /// Spaces before an entry: two for the manifest's only member, two for the array's elements.
  static let indentation = 4

  /// Of a figure with what its file carries.
  init(of figure: FigurePlan, record: FigureRecord, width: Int, height: Int, pixels: Checksum) {
    self.record = record
    self.pixels = pixels.text
    let json: JSONValue = [
      "name": .string(figure.name),
      "file": .string(figure.fileName),
      "title": .string(record.title),
      "width": JSONValue(width),
      "height": JSONValue(height),
      "pixels": .string(pixels.text),
      "alternativeText": .string(record.description),
      "statistics": JSONValue(parsing: Array(record.statistics.utf8)) ?? .null,
      "recipe": JSONValue(parsing: Array(record.recipe.text.utf8)) ?? .null,
    ]
    text = json.text(indentedBy: Self.indentation)
  }

  /// What the file of a figure carries; nil where it is none of ours.
  ///
  /// - Parameter pixels: Of its pixels, which are not read again.
  init?(of figure: FigurePlan, in directory: OutputDirectory, pixels: Checksum) {
    guard case .file(let bytes) = directory.content(of: figure.fileName), let header = try? PNGHeader(decoding: bytes)
    else { return nil }
    // Whoever packs a file tighter may put its texts, or some of them, behind the pixels.
    let isComplete = FigureRecord.keywords.allSatisfy { keyword in header.text.contains { $0.keyword == keyword } }
    guard let texts = isComplete ? header.text : (try? PNGImage(decoding: bytes))?.text,
      let record = FigureRecord(in: texts)
    else { return nil }
    self.init(of: figure, record: record, width: header.width, height: header.height, pixels: pixels)
  }

  /// An entry of a manifest that was written earlier; nil where it is none.
  init?(reading json: JSONValue) {
    guard let recipe = json["recipe"] else { return nil }
    record = FigureRecord(
      title: json["title"]?.string ?? "", description: json["alternativeText"]?.string ?? "",
      recipe: Recipe(text: recipe.line), statistics: json["statistics"]?.line ?? "")
    pixels = json["pixels"]?.string
    text = json.text(indentedBy: Self.indentation)
  }
}

/// Where a manifest takes its word for a figure that lies in the directory as the plan asks for it.
enum ManifestSource: Sendable, Equatable {
  /// From the figure's file, which was looked at as a whole: its pixels have this checksum.
  case file(pixels: Checksum)
  /// From an earlier manifest, for the texts of the file were stripped.
  case entry(ManifestEntry)
}
