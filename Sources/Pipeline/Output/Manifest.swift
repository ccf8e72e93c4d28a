import Configuration

/// What lies in an output directory: each figure with its size, its statistics, its alternative text and its recipe.
///
/// With the checksum of each figure's pixels it knows a figure whose file has lost its texts. Beside what follows from the
/// figures' files it holds the path of the configuration to which the directory belongs, relative to the directory, and the
/// files that it no longer asks for. It says nothing of time, host or absolute paths, so that the same figures make the same
/// bytes. It is made piece by piece, from the files, so that no more than a piece of it is held at a time.
struct Manifest: ~Copyable {
  static let fileName = "manifest.json"

  /// Of the figures that it does not speak of.
  private(set) var missingFiles: Set<String> = []
  /// A figure whose file was as the plan asks for it when it was looked at, and now cannot be read.
  private(set) var unreadableFile: String?
  private let directory: OutputDirectory
  private let provenance: ManifestProvenance
  private let shard: Shard?
  private let known: [String: ManifestSource]
  private let jobs: Int
  /// Those still to come, in the order of the configuration.
  private var figures: ArraySlice<FigurePlan>
  /// Read where it is needed.
  private var earlier: EarlierManifest?
  private var entryCount = 0
  private var isAtEnd = false

  /// Figures of a piece.
  private static let pieceCount = 128

  /// - Parameters:
  ///   - plan: Of whose figures, or those of one shard, the manifest is to speak.
  ///   - provenance: What it says of the directory itself.
  ///   - known: What to say of the files that are as the plan asks for them, by their names. Of others, which were not
  ///     looked at or are still to be drawn, the word of the manifest that is there already is taken, if it is of the same
  ///     recipe.
  init(
    of plan: RenderPlan, from provenance: ManifestProvenance = ManifestProvenance(), in directory: OutputDirectory,
    knowing known: [String: ManifestSource], jobs: Int
  ) {
    self.directory = directory
    self.provenance = provenance
    self.known = known
    self.jobs = jobs
    shard = plan.shard
    figures = (plan.shard == nil ? plan.allFigures : plan.figures)[...]
  }

  /// The bytes that follow; nil at the end.
  mutating func nextPiece() async -> [UInt8]? {
    if isAtEnd { return nil }
    var text = ""
    if entryCount == 0, missingFiles.isEmpty { text = provenance.beginning(of: shard) }
    for entry in await nextEntries() {
      text += (entryCount == 0 ? "\n" : ",\n") + String(repeating: " ", count: ManifestEntry.indentation) + entry.text
      entryCount += 1
    }
    if figures.isEmpty {
      let missing = provenance.listed.intersection(missingFiles).filter { directory.hasFile(named: $0) }
      text += (entryCount == 0 ? "]" : "\n  ]") + provenance.ending(without: missing)
      isAtEnd = true
    }
    return Array(text.utf8)
  }

  private mutating func nextEntries() async -> [ManifestEntry] {
    let piece = Array(figures.prefix(Self.pieceCount))
    figures = figures.dropFirst(piece.count)
    let read = await piece.parallelMap(jobs: jobs) { [directory, known] figure -> ManifestEntry? in
      switch known[figure.fileName] {
      case .file(let pixels)?: ManifestEntry(of: figure, in: directory, pixels: pixels)
      case .entry(let entry)?: entry
      case nil: nil
      }
    }
    var entries: [ManifestEntry] = []
    for (figure, entry) in zip(piece, read) {
      if let entry = entry.flatMap(\.self) ?? earlierEntry(of: figure) {
        entries.append(entry)
      } else {
        missingFiles.insert(figure.fileName)
        if known[figure.fileName] != nil { unreadableFile = unreadableFile ?? figure.fileName }
      }
    }
    return entries
  }

  private mutating func earlierEntry(of figure: FigurePlan) -> ManifestEntry? {
    if earlier == nil { earlier = EarlierManifest(in: directory, of: shard) }
    guard let entry = earlier?.entry(of: figure.fileName), entry.record.recipe == Recipe(of: figure) else { return nil }
    return entry
  }
}
