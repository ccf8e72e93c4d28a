import Numerals
import Plans

/// The sources of a manifest's entries by the numbers of the figures: nine bytes a figure, once there is one.
struct ManifestSources: Sendable {
  private let count: Int
  private var pixels: [Checksum] = []
  private var kinds: [Kind] = []
  /// The entries of figures that the run has just drawn, of which few are held.
  private var entries: [Int: ManifestEntry] = [:]

  private enum Kind: UInt8 {
    case none, file, listed, drawn
  }

  /// No sources of so many figures.
  init(count: Int) { self.count = count }

  /// Notes the source of a figure's entry.
  mutating func add(_ source: ManifestSource, ofFigure number: Int) {
    if kinds.isEmpty {
      pixels = [Checksum](repeating: Checksum(), count: count)
      kinds = [Kind](repeating: .none, count: count)
    }
    switch source {
    case .file(let checksum): (kinds[number], pixels[number]) = (.file, checksum)
    case .listed(let checksum): (kinds[number], pixels[number]) = (.listed, checksum)
    case .drawn(let entry): (kinds[number], entries[number]) = (.drawn, entry)
    }
  }

  /// The source of a figure's entry; nil if its file is not as the plan asks for it.
  func source(ofFigure number: Int) -> ManifestSource? {
    guard !kinds.isEmpty else { return nil }
    return switch kinds[number] {
    case .none: nil
    case .file: .file(pixels: pixels[number])
    case .listed: .listed(pixels: pixels[number])
    case .drawn: entries[number].map { .drawn($0) }
    }
  }
}

/// The source of a manifest's entry about a figure whose file is as the plan asks for it.
enum ManifestSource: Sendable, Equatable {
  /// The figure's file, which was examined as a whole: its pixels have this checksum.
  case file(pixels: Checksum)
  /// An earlier manifest, because the texts of the file were stripped; the pixels have this checksum.
  case listed(pixels: Checksum)
  /// The run that has just drawn the figure.
  case drawn(ManifestEntry)

  /// The entry of a figure; nil if its file can no longer be read.
  ///
  /// - Parameter manifests: The manifests that are asked for the entry of a file without texts.
  func entry(of figure: FigurePlan, in directory: OutputDirectory, or manifests: EarlierManifests) -> ManifestEntry? {
    switch self {
    case .file(let pixels): ManifestEntry(of: figure, in: directory, pixels: pixels)
    case .listed(let pixels): manifests.entry(of: figure.fileName, pixels: pixels)?.renewed(for: figure)
    case .drawn(let entry): entry
    }
  }
}
