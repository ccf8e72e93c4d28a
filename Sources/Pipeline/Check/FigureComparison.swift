import Configuration
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

  init(
    of figure: FigurePlan, drawn: FigureImage, in directory: OutputDirectory, vouchedBy manifests: EarlierManifests
  ) {
    var found: PNGImage?
    finding = Survey.Finding(of: figure, in: directory, vouchedBy: manifests) { found = $0 }
    hasPicture = found != nil
    let entry: ManifestEntry? = if case .entry(let entry)? = finding.source { entry } else { nil }
    picture = found.flatMap { found in
      Difference(from: found, to: drawn.image)
        // Of a file without its texts the manifest holds them.
        ?? (entry.map { $0 == ManifestEntry(of: figure, drawn: drawn) } ?? found.saysTheSame(as: drawn.image)
          ? nil : .words)
    }
  }
}

extension ManifestEntry {
  fileprivate init?(of figure: FigurePlan, drawn: FigureImage) {
    guard let record = FigureRecord(in: drawn.image.text) else { return nil }
    self.init(
      of: figure, record: record, width: drawn.image.width, height: drawn.image.height, pixels: drawn.pixels)
  }
}

extension PNGImage {
  /// Whether both carry the same texts, in whatever order, and the same resolution.
  fileprivate func saysTheSame(as other: PNGImage) -> Bool {
    FigureRecord.ordered(text) == FigureRecord.ordered(other.text) && pixelsPerMetre == other.pixelsPerMetre
  }
}

extension FigureComparison.Difference {
  fileprivate init?(from found: PNGImage, to drawn: PNGImage) {
    if (found.width, found.height) != (drawn.width, drawn.height) {
      self = .size(
        width: found.width, height: found.height, expectedWidth: drawn.width, expectedHeight: drawn.height)
    } else if let difference = PixelDifference(from: found, to: drawn) {
      self = .pixels(difference)
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
      case .upToDate, .textsStripped, .forced: ""
      case .new: "missing"
      case .changed(let changes): "stale recipe: " + changes.joined(separator: ", ")
      case .otherRules: "stale recipe: \(finding.standing)"
      // One sentence without its full stop, for more may follow.
      case .incomplete(let error): "broken: \("\(error)".dropLast())"
      case .modified, .foreign, .directory, .unseen: "\(finding.standing)"
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
    case (.upToDate, .size), (.textsStripped, .size): "size"
    case (.upToDate, .pixels), (.textsStripped, .pixels): "pixels"
    case (.upToDate, .words), (.textsStripped, .words): "words"
    case (.upToDate, nil), (.textsStripped, nil): "same"
    case (.new, _): "missing"
    case (.changed, _), (.otherRules, _): "staleRecipe"
    case (.incomplete, _): "broken"
    default: finding.standing.code
    }
  }
}
