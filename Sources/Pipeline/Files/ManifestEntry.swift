import Configuration
import Descriptions
import JSON
import Numerals
import PNG
import Plans

/// The part of a manifest about one figure: everything that the figure's own file carries, and the checksum of its
/// pixels.
struct ManifestEntry: Sendable, Equatable {
  /// The record that the figure's file carries.
  let record: FigureRecord
  /// The checksum of the pixels as text; nil in a manifest of an earlier version.
  let pixels: String?
  /// The entry as JSON, as it stands in the manifest.
  let text: String

  /// The number of spaces before an entry: two for the manifest's members, two for the elements of the array.
  static let indentation = 4

  /// Creates the entry of a figure from its record, whose recipe and statistics are lines as the writer of JSON makes them.
  init(of figure: FigurePlan, record: FigureRecord, width: Int, height: Int, pixels: Checksum) {
    self.init(
      of: figure, record: record, width: JSONValue(width), height: JSONValue(height), pixels: pixels.text,
      statistics: record.statistics, recipe: record.recipe.text)
  }

  /// Creates the entry of a figure from what was read, in whatever layout and spelling.
  private init(
    of figure: FigurePlan, reading record: FigureRecord, width: JSONValue, height: JSONValue, pixels: String?
  ) {
    func line(_ text: String) -> String { (JSONValue(parsing: Array(text.utf8)) ?? .null).line }
    self.init(
      of: figure, record: record, width: width, height: height, pixels: pixels, statistics: line(record.statistics),
      recipe: line(record.recipe.text))
  }

  /// - Parameters:
  ///   - statistics: The statistics as `JSONValue.line` writes them.
  ///   - recipe: The recipe as `JSONValue.line` writes it.
  private init(
    of figure: FigurePlan, record: FigureRecord, width: JSONValue, height: JSONValue, pixels: String?,
    statistics: String, recipe: String
  ) {
    self.record = record
    self.pixels = pixels
    let members: JSONValue = [
      "name": .string(figure.name),
      "file": .string(figure.fileName),
      "title": .string(record.title),
      "theme": .string(figure.settings.styleName.rawValue),
      "arrangement": .string(figure.settings.presentation.arrangement.rawValue),
      "scale": .number(figure.scale),
      "width": width,
      "height": height,
      "pixels": pixels.map(JSONValue.string) ?? .null,
      "shortAlternativeText": .string(record.shortDescription),
      "alternativeText": .string(record.description),
    ]
    var line = members.line
    line.removeLast()
    line += ", \"statistics\": " + statistics + ", \"recipe\": " + recipe + "}"
    text = JSONValue.text(ofLine: line, indentedBy: Self.indentation)
  }

  /// The entry as a run of the figure would write it, made anew from what this one says of the file.
  ///
  /// An entry of an earlier version lacks members, and the file may be that of another figure or variant by now.
  func renewed(for figure: FigurePlan) -> ManifestEntry {
    let json = JSONValue(parsing: Array(text.utf8))
    return ManifestEntry(
      of: figure, reading: record, width: json?["width"] ?? .null, height: json?["height"] ?? .null, pixels: pixels)
  }

  /// Creates the entry of a figure from the texts of its file; nil if the file is not a figure.
  ///
  /// - Parameter pixels: The checksum of the pixels, which are not decoded again.
  init?(of figure: FigurePlan, in directory: OutputDirectory, pixels: Checksum) {
    guard case .file(let bytes) = directory.content(of: figure.fileName), let header = try? PNGHeader(decoding: bytes)
    else { return nil }
    // An optimizer may have moved some or all texts behind the pixels.
    let isComplete = FigureRecord.keywords.allSatisfy { keyword in header.text.contains { $0.keyword == keyword } }
    guard let texts = isComplete ? header.text : (try? PNGImage(decoding: bytes))?.text,
      let record = FigureRecord(in: texts)
    else { return nil }
    self.init(
      of: figure, reading: record, width: JSONValue(header.width), height: JSONValue(header.height), pixels: pixels.text
    )
  }

  /// Creates an entry from the JSON of an earlier manifest; nil if it is not an entry.
  init?(reading json: JSONValue) {
    guard let recipe = json["recipe"] else { return nil }
    let description = json["alternativeText"]?.string ?? ""
    record = FigureRecord(
      title: json["title"]?.string ?? "", description: description,
      shortDescription: json["shortAlternativeText"]?.string ?? FigureDescription.shortText(from: description),
      recipe: Recipe(text: recipe.line), statistics: json["statistics"]?.line ?? "")
    pixels = json["pixels"]?.string
    text = json.text(indentedBy: Self.indentation)
  }
}

extension FigureImage {
  /// The entry of the figure in a manifest.
  func manifestEntry(of figure: FigurePlan) -> ManifestEntry {
    ManifestEntry(of: figure, record: record, width: image.width, height: image.height, pixels: pixels)
  }
}
