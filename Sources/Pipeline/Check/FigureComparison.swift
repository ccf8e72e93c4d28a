import PNG

/// How a figure as it was drawn just now compares with its file.
public struct FigureComparison: Sendable {
  /// What was found in the place of the file.
  public let finding: Survey.Finding
  /// How its picture differs; nil where there is none, or it is the same.
  public let picture: Difference?
  /// Whether there is a picture to compare with.
  let hasPicture: Bool

  /// What differs in a picture that could be read.
  public enum Difference: Sendable, Equatable {
    case size(width: Int, height: Int, expectedWidth: Int, expectedHeight: Int)
    case pixels(PixelDifference)
    /// The pixels are the same, but not the title, the description or the numbers beside them.
    case words
  }

  /// Whether there is nothing to mend.
  public var isSame: Bool { finding.standing.isUpToDate && picture == nil }

  init(of figure: FigurePlan, drawn: PNGImage, in directory: OutputDirectory) {
    var found: PNGImage?
    finding = Survey.Finding(of: figure, in: directory) { found = $0 }
    hasPicture = found != nil
    picture = found.flatMap { Difference(from: $0, to: drawn) }
  }
}

extension FigureComparison.Difference {
  fileprivate init?(from found: PNGImage, to drawn: PNGImage) {
    if (found.width, found.height) != (drawn.width, drawn.height) {
      self = .size(
        width: found.width, height: found.height, expectedWidth: drawn.width, expectedHeight: drawn.height)
    } else if let difference = PixelDifference(from: found, to: drawn) {
      self = .pixels(difference)
    } else if found.text != drawn.text || found.pixelsPerMetre != drawn.pixelsPerMetre {
      self = .words
    } else {
      return nil
    }
  }
}

extension FigureComparison: CustomStringConvertible {
  /// What differs: `stale recipe: beta 1 → 2; 120 of 750000 pixels differ, …`.
  public var description: String {
    let words =
      switch finding.standing {
      case .upToDate, .forced: ""
      case .new: "missing"
      case .changed(let changes): "stale recipe: " + changes.joined(separator: ", ")
      case .otherRules: "stale recipe: \(finding.standing)"
      // One sentence without its full stop, for more may follow.
      case .incomplete(let error): "broken: \("\(error)".dropLast())"
      case .altered: "altered since it was drawn"
      case .notOurs: "not ours: it carries no recipe"
      case .directory: "\(finding.standing)"
      case .unseen: "not looked at"
      case .unreadable(let fault): "it cannot be read: \(fault)"
      }
    return [words, pictureWords].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private var pictureWords: String {
    switch picture {
    case .size(let width, let height, let expectedWidth, let expectedHeight):
      "\(width) × \(height) pixels in place of \(expectedWidth) × \(expectedHeight)"
    case .pixels(let difference): "\(difference)"
    case .words: finding.standing.isUpToDate ? "same pixels, but not the words and numbers beside them" : "same pixels"
    case nil: hasPicture && !finding.standing.isUpToDate ? "same pixels" : ""
    }
  }

  /// One word for programs.
  var code: String {
    switch (finding.standing, picture) {
    case (.upToDate, .size): "size"
    case (.upToDate, .pixels): "pixels"
    case (.upToDate, .words): "words"
    case (.upToDate, nil): "same"
    case (.new, _): "missing"
    case (.changed, _), (.otherRules, _): "staleRecipe"
    case (.incomplete, _): "broken"
    default: finding.standing.code
    }
  }
}
