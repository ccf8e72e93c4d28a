import PNG

/// How the file of a figure stands to its plan, and so whether the figure is to be drawn, and why.
public enum Standing: Sendable, Equatable {
  /// The file is whole, as it was drawn, and carries the recipe of the plan: it is left alone.
  case upToDate
  /// It is, but everything is to be drawn.
  case forced
  /// There is no file.
  case new
  /// It was drawn from another recipe; what changed since, by key: `beta 1 → 2`.
  case changed([String])
  /// It was drawn by other drawing rules, of this number; nil where it does not say.
  case otherRules(String?)
  /// It is no whole PNG.
  case incomplete(PNGError)
  /// Its pixels, or the words it carries, are no longer those that were drawn.
  case altered
  /// Something without a recipe: another picture, a link, a file that is no PNG.
  case notOurs
  /// A directory, which no run removes.
  case directory
  /// The system does not let it be read.
  case unreadable(FileFault)

  /// Nobody looked, for the run was interrupted before.
  case unseen

  /// Whether there is nothing to draw.
  public var isUpToDate: Bool { self == .upToDate }
}

extension Standing: CustomStringConvertible {
  /// Why a figure is drawn: `settings changed: beta 1 → 2`.
  public var description: String {
    switch self {
    case .upToDate: "up to date"
    case .forced: "forced"
    case .new: "new"
    case .changed(let changes): "settings changed: " + changes.joined(separator: ", ")
    case .otherRules(let number): "drawing rules changed: \(number ?? "none") → \(DrawingRules.number)".printable
    case .incomplete: "incomplete"
    case .altered: "altered since it was drawn"
    case .notOurs: "not ours"
    case .directory: "a directory stands in its place"
    case .unreadable(let fault): "cannot be read: \(fault)"
    case .unseen: "not looked at"
    }
  }

  /// One word for programs.
  var code: String {
    switch self {
    case .upToDate: "upToDate"
    case .forced: "forced"
    case .new: "new"
    case .changed: "settings"
    case .otherRules: "rules"
    case .incomplete: "incomplete"
    case .altered: "altered"
    case .notOurs: "notOurs"
    case .directory: "directory"
    case .unreadable: "unreadable"
    case .unseen: "unseen"
    }
  }
}

extension Standing {
  /// - Parameter seen: Told of the picture that is there, where it is whole.
  init(of figure: FigurePlan, finding content: OutputDirectory.Content, seeing seen: (PNGImage) -> Void) {
    switch content {
    case .nothing: self = .new
    case .directory: self = .directory
    case .special: self = .notOurs
    case .unreadable(let fault): self = .unreadable(fault)
    case .file(let bytes):
      do throws(PNGError) {
        let image = try PNGImage(decoding: bytes)
        seen(image)
        guard let record = FigureRecord(in: image.text) else {
          self = .notOurs
          return
        }
        self = image.isAsDrawn ? Standing(of: record.recipe, against: Recipe(of: figure)) : .altered
      } catch {
        self = error == .notPNG && !PNGImage.couldBegin(with: bytes) ? .notOurs : .incomplete(error)
      }
    }
  }

  private init(of recipe: Recipe, against wanted: Recipe) {
    if recipe == wanted {
      self = .upToDate
    } else if recipe.rules != String(DrawingRules.number) {
      self = .otherRules(recipe.rules)
    } else {
      self = .changed(wanted.changes(since: recipe))
    }
  }
}
