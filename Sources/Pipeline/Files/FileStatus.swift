import Configuration
import PNG
import Plans
import System
import Text

/// The status of a figure's file: whether it is the file that the plan asks for and, if not, why the figure is
/// rendered.
public enum FileStatus: Sendable, Equatable {
  /// The file is complete and unmodified and carries the recipe of the plan. It is left alone.
  case upToDate
  /// The file shows the same picture, but its texts, the recipe among them, were stripped; the manifest holds them and
  /// the checksum of the pixels. It is left alone.
  case textsStripped(withResolution: Bool)
  /// The file is up to date, but everything is to be rendered.
  case forced
  /// There is no file.
  case new
  /// The figure was rendered from another recipe; the changes are listed by key: `beta 1 → 2`.
  case changed([String])
  /// The figure was rendered by drawing rules of another number; nil if it does not say which.
  case otherRules(String?)
  /// The file is an incomplete or broken PNG that a figure left behind.
  case incomplete(PNGError)
  /// The pixels or the texts were modified, or the file gained chunks that make viewers show it differently, which are
  /// listed.
  case modified([PNGDisplayEffect])
  /// A file of another origin stands in the way.
  case foreign(ForeignFile)
  /// A directory stands in the way, which no run removes.
  case directory
  /// The file cannot be read, so that its origin is unknown.
  case unreadable(FileFault)
  /// The file was not examined, because the run was interrupted before.
  case unseen
}

extension FileStatus: CustomStringConvertible {
  /// Everything that is said of a status: the one table from which reports, checks and programs are told why a file
  /// differs.
  package struct Facts {
    /// The word for programs in the result of a run.
    package let code: String
    /// The reason for people: why a figure is rendered, or is not.
    let reason: String
    /// The word for programs in the result of a check.
    let checkCode: String
    /// What differs, as a check says it; empty if nothing does.
    let difference: String
    /// What stands in the way of a run that is not forced; nil if the file may be replaced.
    let obstacle: ForeignFile?
    /// Whether there is nothing to render.
    let isUpToDate: Bool

    fileprivate init(
      _ code: String, _ reason: String, inCheck check: (code: String, difference: String)? = nil,
      obstacle: ForeignFile? = nil, isUpToDate: Bool = false
    ) {
      (self.code, self.reason, self.obstacle, self.isUpToDate) = (code, reason, obstacle, isUpToDate)
      (checkCode, difference) = check ?? (code, reason)
    }
  }

  package var facts: Facts {
    switch self {
    case .upToDate: Facts("upToDate", "up to date", inCheck: ("same", ""), isUpToDate: true)
    case .textsStripped:
      Facts("textsStripped", "up to date, \(strippedPart)", inCheck: ("same", ""), isUpToDate: true)
    case .forced: Facts("forced", "forced", inCheck: ("forced", ""))
    case .new: Facts("new", "new", inCheck: ("missing", "missing"))
    case .changed(let changes):
      Facts(
        "settings", "settings changed: " + changes.joined(separator: ", "),
        inCheck: ("staleRecipe", "stale recipe: " + changes.joined(separator: ", ")))
    case .otherRules(let number):
      Facts(
        "rules", "\(Self.change(ofRules: number))",
        inCheck: ("staleRecipe", "stale recipe: \(Self.change(ofRules: number))"))
    // The sentence of the error without its full stop, for more may follow.
    case .incomplete(let error):
      Facts("incomplete", "incomplete", inCheck: ("broken", "broken: \("\(error)".dropLast())"))
    case .modified(let effects):
      Facts(
        "altered",
        "altered since it was drawn"
          + (effects.isEmpty ? "" : ": it has gained " + effects.map(\.description).joined(separator: ", ")))
    case .foreign(let file): Facts("foreign", "not ours: \(file)", obstacle: file)
    case .directory: Facts("directory", "a directory stands in its place", obstacle: .directory)
    case .unreadable(let fault):
      Facts(
        "unreadable", "cannot be read: \(fault)", inCheck: ("unreadable", "it cannot be read: \(fault)"),
        obstacle: .unreadable(fault))
    case .unseen: Facts("unseen", "not examined")
    }
  }

  /// The reason why a figure is rendered, or is not: `settings changed: beta 1 → 2`.
  public var description: String { facts.reason }

  /// Whether there is nothing to render.
  public var isUpToDate: Bool { facts.isUpToDate }

  /// The part that a file without its texts has lost: `its texts were stripped`. Empty for any other status.
  var strippedPart: String {
    guard case .textsStripped(let withResolution) = self else { return "" }
    return "its texts were stripped" + (withResolution ? ", and its resolution" : "")
  }

  private static func change(ofRules number: String?) -> String {
    "drawing rules changed: \(number ?? "none") → \(DrawingRules.number)".printable
  }
}

extension FileStatus {
  /// Examines what stands in the place of a figure's file.
  ///
  /// - Parameters:
  ///   - manifests: Asked about a picture that does not carry its recipe.
  ///   - seen: Called with the picture, if it is complete.
  /// - Returns: The status, and what a manifest is to say of the file; nil unless it is up to date.
  static func examine(
    _ content: OutputDirectory.Content, of figure: FigurePlan, vouchedBy manifests: EarlierManifests,
    seeing seen: (PNGImage) -> Void
  ) -> (status: FileStatus, source: ManifestSource?) {
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
  ) -> (status: FileStatus, source: ManifestSource?) {
    let (recipe, condition, current, source): (Recipe, FigureFile.Condition, FileStatus, ManifestSource)
    switch file.content {
    case .foreign: return (.foreign(.picture), nil)
    case .figure(let record, let found):
      (recipe, condition, current, source) = (record.recipe, found, .upToDate, .file(pixels: file.pixels))
    case .stripped(let entry, let found):
      let lacksResolution = file.image.pixelsPerMetre == nil
      (recipe, condition, current, source) = (
        entry.record.recipe, found, .textsStripped(withResolution: lacksResolution), .listed(pixels: file.pixels)
      )
    }
    if case .modified(let effects) = condition { return (.modified(effects), nil) }
    if recipe == wanted { return (current, source) }
    if recipe.rules != String(DrawingRules.number) { return (.otherRules(recipe.rules), nil) }
    return (.changed(wanted.changes(since: recipe)), nil)
  }
}
