import Configuration
import PNG
import System
import Text

/// How the file of a figure stands to its plan, and so whether the figure is to be drawn, and why.
public enum Standing: Sendable, Equatable {
  /// The file is whole, as it was drawn, and carries the recipe of the plan: it is left alone.
  case upToDate
  /// It shows the same picture, but its texts, the recipe among them, were stripped; the manifest holds them and vouches for
  /// the pixels. It is left alone.
  case textsStripped(withResolution: Bool)
  /// It is up to date, but everything is to be drawn.
  case forced
  /// There is no file.
  case new
  /// It was drawn from another recipe; what changed since, by key: `beta 1 → 2`.
  case changed([String])
  /// It was drawn by other drawing rules, of this number; nil where it does not say.
  case otherRules(String?)
  /// It is what is left of a figure, and no whole PNG.
  case incomplete(PNGError)
  /// Its pixels, or the texts it carries, are no longer those that were drawn, or it gained something that makes viewers show
  /// them differently, which is told.
  case modified([PNGDisplayEffect])
  /// Somebody else's file stands in the way.
  case foreign(ForeignFile)
  /// A directory, which no run removes.
  case directory
  /// The system does not let it be read, so that nobody knows whose it is.
  case unreadable(FileFault)

  /// Nobody looked, for the run was interrupted before.
  case unseen

  /// Whether there is nothing to draw.
  public var isUpToDate: Bool {
    switch self {
    case .upToDate, .textsStripped: true
    default: false
    }
  }
}

extension Standing: CustomStringConvertible {
  /// Why a figure is drawn, or is not: `settings changed: beta 1 → 2`.
  public var description: String {
    switch self {
    case .upToDate: "up to date"
    case .textsStripped: "up to date, \(strippedPart)"
    case .forced: "forced"
    case .new: "new"
    case .changed(let changes): "settings changed: " + changes.joined(separator: ", ")
    case .otherRules(let number): "drawing rules changed: \(number ?? "none") → \(DrawingRules.number)".printable
    case .incomplete: "incomplete"
    case .modified(let effects):
      "altered since it was drawn"
        + (effects.isEmpty ? "" : ": it has gained " + effects.map(\.description).joined(separator: ", "))
    case .foreign(let file): "not ours: \(file)"
    case .directory: "a directory stands in its place"
    case .unreadable(let fault): "cannot be read: \(fault)"
    case .unseen: "not looked at"
    }
  }

  /// What a file without its texts has lost; empty where it has not: `its texts were stripped`.
  var strippedPart: String {
    guard case .textsStripped(let withResolution) = self else { return "" }
    return "its texts were stripped" + (withResolution ? ", and its resolution" : "")
  }

  /// One word for programs.
  var code: String {
    switch self {
    case .upToDate: "upToDate"
    case .textsStripped: "textsStripped"
    case .forced: "forced"
    case .new: "new"
    case .changed: "settings"
    case .otherRules: "rules"
    case .incomplete: "incomplete"
    case .modified: "altered"
    case .foreign: "foreign"
    case .directory: "directory"
    case .unreadable: "unreadable"
    case .unseen: "unseen"
    }
  }
}

extension Standing {
  /// Why a run does not touch the file, unless it is forced to; nil where it may be replaced.
  ///
  /// - Parameter path: Of the file, as messages name it.
  func obstruction(at path: String) -> String? {
    switch self {
    case .foreign(let file): file.sentence(about: path)
    case .directory: ForeignFile.directory.sentence(about: path)
    case .unreadable(let fault): ForeignFile.unreadable(fault).sentence(about: path)
    default: nil
    }
  }
}

extension Standing {
  /// What is found in the place of a figure's file.
  ///
  /// - Parameters:
  ///   - manifests: Asked of a picture that does not say itself what it is.
  ///   - seen: Told of the picture that is there, where it is whole.
  /// - Returns: Also what a manifest is to say of the file; nil unless it is up to date.
  static func examine(
    _ content: OutputDirectory.Content, of figure: FigurePlan, vouchedBy manifests: EarlierManifests,
    seeing seen: (PNGImage) -> Void
  ) -> (standing: Standing, source: ManifestSource?) {
    switch content {
    case .nothing: return (.new, nil)
    case .link: return (.foreign(.link), nil)
    case .directory: return (.directory, nil)
    case .special: return (.foreign(.special), nil)
    case .unreadable(let fault): return (.unreadable(fault), nil)
    case .file(let bytes):
      do throws(PNGError) {
        let file = try FigureFile(decoding: bytes) { manifests.entry(of: figure.fileName, pixels: $0) }
        seen(file.image)
        return examine(file, against: Recipe(of: figure))
      } catch {
        if FigureRemains.areLeft(in: bytes) { return (.incomplete(error), nil) }
        return (.foreign(ForeignFile(content: bytes, startsAsPNG: error != .notPNG)), nil)
      }
    }
  }

  private static func examine(
    _ file: FigureFile, against wanted: Recipe
  ) -> (standing: Standing, source: ManifestSource?) {
    let (recipe, condition, current, source): (Recipe, FigureFile.Condition, Standing, ManifestSource)
    switch file.content {
    case .foreign: return (.foreign(.picture), nil)
    case .figure(let record, let found):
      (recipe, condition, current, source) = (record.recipe, found, .upToDate, .file(pixels: file.pixels))
    case .stripped(let entry, let found):
      let lacksResolution = file.image.pixelsPerMetre == nil
      (recipe, condition, current, source) = (
        entry.record.recipe, found, .textsStripped(withResolution: lacksResolution), .entry(entry)
      )
    }
    if case .modified(let effects) = condition { return (.modified(effects), nil) }
    if recipe == wanted { return (current, source) }
    if recipe.rules != String(DrawingRules.number) { return (.otherRules(recipe.rules), nil) }
    return (.changed(wanted.changes(since: recipe)), nil)
  }
}
