import Configuration
import JSON
import Numerals
import PNG
import Plans
import Text

/// The texts that a figure's file carries, and whether the file is unmodified.
///
/// ```swift
/// let inspection = try Inspection(of: file.bytes, named: "mish.png")
/// let again = try await inspection.redrawn()     // the same bytes, from the recipe alone
/// ```
public struct Inspection: Sendable {
  private let name: String
  private let byteCount: Int
  private let file: FigureFile
  private let record: FigureRecord

  /// Decodes a file.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - name: The name of the file in messages.
  ///   - directory: The directory of the file. If the texts of the file were stripped, the manifest there holds the
  ///     recipe.
  public init(
    of bytes: [UInt8], named name: String, in directory: OutputDirectory? = nil
  ) throws(InspectionError) {
    self.name = name
    byteCount = bytes.count
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let fileName = slash.map { String(name[name.utf8.index(after: $0)...]) } ?? name
    do throws(PNGError) {
      file = try FigureFile(decoding: bytes) { pixels in
        directory.flatMap { EarlierManifests(in: $0).entry(of: fileName, pixels: pixels) }
      }
    } catch {
      throw .unreadable(name: name, error)
    }
    guard let record = file.record else { throw .noRecipe(name: name) }
    self.record = record
  }

  /// Renders the figure from its recipe alone.
  ///
  /// - Parameter isForced: Whether the figure is rendered even if that takes much time or memory.
  /// - Throws: `InspectionError` or `ConfigurationError` if the recipe is not that of a figure under these drawing
  ///   rules; `TypographyError`; `FigureFailure`.
  public func redrawn(forcing isForced: Bool = false) async throws -> [UInt8] {
    // A recipe holds no paths. One that does was not made by this tool, and must not choose which files are read here.
    if let path = record.recipe.fonts.first(where: \.isFontPath) {
      throw InspectionError.namesPath(name: name, path: path)
    }
    let plan = try record.recipe.plan(named: "recipe of \(name)")
    guard plan.figures.count == 1 else { throw InspectionError.notOneFigure(name: name, count: plan.figures.count) }
    let estimate = plan.figures[0].estimate
    if !isForced, estimate.seconds > Limits.recipeSeconds || estimate.bytes > Limits.recipeBytes {
      throw InspectionError.tooCostly(name: name, estimate)
    }
    guard let result = try await Batch(of: plan).files()[0] else { throw CancellationError() }
    return try result.get()
  }
}

extension Inspection {
  /// A description of several lines. It ends with a line feed.
  public var text: String {
    let picture = file.image
    let inch =
      picture.pixelsPerMetre.map { ", \(String(shortest: (Double($0) * 0.0254).rounded())) dots an inch" } ?? ""
    let lines = [
      "\(name.printable): \(picture.width) × \(picture.height) pixels\(inch), \(byteCount) bytes",
      "Title: \(record.title.split(whereSeparator: \.isNewline).joined(separator: " ").printable)",
      "Short description: \(record.shortDescription.printable)",
      "Description: \(record.description.printable)",
      "State: \(state)",
      "Recipe: \(recipe.text)",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// A description for programs.
  public var json: JSONValue {
    let picture = file.image
    let effects: [PNGDisplayEffect] = if case .modified(let effects) = condition { effects } else { [] }
    return [
      "width": JSONValue(picture.width),
      "height": JSONValue(picture.height),
      "pixelsPerMetre": picture.pixelsPerMetre.map { .integer(UInt64($0)) } ?? .null,
      "byteCount": JSONValue(byteCount),
      "isAsDrawn": .boolean(condition == .asDrawn),
      "hasTexts": .boolean(!isStripped),
      "gained": .array(effects.map { .string($0.description) }),
      "title": .string(record.title),
      "shortAlternativeText": .string(record.shortDescription),
      "alternativeText": .string(record.description),
      "statistics": JSONValue(parsing: Array(record.statistics.utf8)) ?? .null,
      "recipe": recipe,
    ]
  }

  private var condition: FigureFile.Condition {
    switch file.content {
    case .figure(_, let condition), .stripped(_, let condition): condition
    case .foreign: .modified([])
    }
  }

  /// Whether the recipe comes from the manifest.
  private var isStripped: Bool { if case .stripped = file.content { true } else { false } }

  private var state: String {
    switch condition {
    case .asDrawn: isStripped ? "as it was drawn, its texts were stripped; these are the manifest's" : "as it was drawn"
    case .modified(let effects): FileStatus.modified(effects).description
    }
  }

  /// The recipe as JSON, or as a string if it is not valid JSON.
  private var recipe: JSONValue { JSONValue(parsing: Array(record.recipe.text.utf8)) ?? .string(record.recipe.text) }
}

/// The reason why a file cannot be inspected, or not be rendered again.
public enum InspectionError: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable(name: String, PNGError)
  case noRecipe(name: String)
  /// The recipe is a configuration of several figures, or of none.
  case notOneFigure(name: String, count: Int)
  /// The recipe names the file of a font, where only the names of families are accepted.
  case namesPath(name: String, path: String)
  /// Rendering takes more time or memory than a recipe of unknown origin may take.
  case tooCostly(name: String, FigureEstimate)

  /// `The recipe of all.png is of 2 figures, not of one.`
  public var description: String {
    switch self {
    case .unreadable(let name, let error): "\(name.printable): \(error)"
    case .noRecipe(let name):
      "\(name.printable) carries no recipe, and no manifest beside it vouches for it: it was not drawn by actfig, "
        + "or was altered."
    case .notOneFigure(let name, let count): "The recipe of \(name.printable) is of \(count) figures, not of one."
    case .namesPath(let name, let path):
      "The recipe of \(name.printable) asks for the font file \(path.abbreviated(to: 80).printable); "
        + "only names of families are accepted."
    case .tooCostly(let name, let estimate):
      "The recipe of \(name.printable) takes about \(estimate.seconds.roundedDuration) and up to "
        + "\(estimate.bytes.roundedMegabytes) of memory, more than \(Limits.recipeSeconds.roundedDuration) or "
        + "\(Limits.recipeBytes.roundedMegabytes); --force draws it all the same."
    }
  }
}
