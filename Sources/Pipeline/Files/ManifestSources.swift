import Numerals
import Plans

/// The sources of a manifest's entries by the numbers of the figures: nine bytes a figure, once there is one.
struct ManifestSources: Sendable {
  private let manifests: EarlierManifests
  private let count: Int
  private var pixels: [Checksum] = []
  private var kinds: [Kind] = []

  private enum Kind: UInt8 {
    case none, file, entry
  }

  /// No sources of so many figures.
  ///
  /// - Parameter manifests: The manifests that hold the entries of files without texts.
  init(count: Int, in manifests: EarlierManifests) { (self.count, self.manifests) = (count, manifests) }

  /// Notes the source of a figure's entry.
  mutating func add(_ source: ManifestSource, ofFigure number: Int) {
    if kinds.isEmpty {
      pixels = [Checksum](repeating: Checksum(), count: count)
      kinds = [Kind](repeating: .none, count: count)
    }
    switch source {
    case .file(let checksum): (kinds[number], pixels[number]) = (.file, checksum)
    case .entry(_, let checksum): (kinds[number], pixels[number]) = (.entry, checksum)
    }
  }

  /// The source of a figure's entry; nil if its file is not as the plan asks for it.
  func source(ofFigure number: Int) -> KnownSource? {
    guard !kinds.isEmpty, kinds[number] != .none else { return nil }
    return KnownSource(pixels: pixels[number], manifests: kinds[number] == .entry ? manifests : nil)
  }

  /// The source of a single entry.
  struct KnownSource: Sendable {
    fileprivate let pixels: Checksum
    /// The manifests that hold the entry; nil if the figure's file does.
    fileprivate let manifests: EarlierManifests?

    /// The entry of a figure; nil if its file can no longer be read.
    func entry(of figure: FigurePlan, in directory: OutputDirectory) -> ManifestEntry? {
      guard let manifests else { return ManifestEntry(of: figure, in: directory, pixels: pixels) }
      return manifests.entry(of: figure.fileName, pixels: pixels)?.renewed(for: figure)
    }
  }
}
