import Configuration
import Numerals
import PNG
import Plans

/// The comparison of a figure that was just rendered with its file.
public struct FigureComparison: Sendable {
  /// The result of examining the file.
  public let finding: FileCheck
  /// The difference of the pictures; nil if the file has none, or they are the same.
  public let picture: Difference?
  /// Whether the file holds a picture.
  let hasPicture: Bool

  /// The difference between two pictures.
  public enum Difference: Sendable, Equatable {
    case size(width: Int, height: Int, expectedWidth: Int, expectedHeight: Int)
    case pixels(PixelDifference)
    /// The pixels are the same, but not the title, the description or the numbers beside them.
    case words
  }

  /// Whether nothing differs.
  public var isSame: Bool { finding.status.isUpToDate && picture == nil }

  init(
    of figure: FigurePlan, drawn: FigureImage, in directory: OutputDirectory, vouchedBy manifests: EarlierManifests
  ) {
    var found: PNGImage?
    finding = FileCheck(of: figure, in: directory, vouchedBy: manifests) { found = $0 }
    hasPicture = found != nil
    let entry: ManifestEntry? =
      if case .listed(let pixels)? = finding.source { manifests.entry(of: figure.fileName, pixels: pixels) } else {
        nil
      }
    picture = found.flatMap { found in
      Difference(from: found, to: drawn.image)
        // If the file has lost its texts, the manifest holds them.
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
  /// Whether both images carry the same texts, in any order, and the same resolution.
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
    [finding.status.facts.difference, pictureDifference].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private var pictureDifference: String {
    switch picture {
    case .size(let width, let height, let expectedWidth, let expectedHeight):
      "\(width) × \(height) pixels in place of \(expectedWidth) × \(expectedHeight)"
    case .pixels(let difference): "\(difference)"
    case .words: finding.status.isUpToDate ? "same pixels, but other texts or numbers beside them" : "same pixels"
    case nil: hasPicture && !finding.status.isUpToDate ? "same pixels" : ""
    }
  }

  /// The difference as one word for programs: that of the status or, if the file is up to date, that of the picture.
  package var code: String {
    guard let picture, finding.status.isUpToDate else { return finding.status.facts.checkCode }
    return switch picture {
    case .size: "size"
    case .pixels: "pixels"
    case .words: "words"
    }
  }
}
