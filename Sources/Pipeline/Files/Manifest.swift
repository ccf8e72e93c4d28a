import Configuration
import JSON
import Plans
import System

/// The list of the figures in an output directory, each with its size, its statistics, its alternative text and its
/// recipe.
///
/// The checksums of the pixels identify figures whose files have lost their texts. Beside the figures, the manifest
/// holds the path of the configuration to which the directory belongs, relative to the directory, and the files for
/// which that configuration no longer asks. It holds no time, host or absolute path, so that the same figures make the
/// same bytes. It is made piece by piece from the figures' files, so that only one piece is held in memory.
struct Manifest: ~Copyable {
  static let fileName = "manifest.json"

  /// Whether the figure of each number, among all of the configuration, has no entry.
  private var isMissing: [Bool]
  /// The file of a figure that was up to date when it was examined, and now cannot be read.
  private(set) var unreadableFile: String?
  private let directory: OutputDirectory
  private let provenance: ManifestProvenance
  private let shard: Shard?
  private let known: ManifestSources
  /// The manifests that hold the entries of files without texts.
  private let manifests: EarlierManifests
  private let jobs: Int
  /// The figures in the order of the configuration.
  private let figures: FigurePlans
  /// The number of figures that were looked at.
  private var doneCount = 0
  /// The manifest that is there, read when it is needed.
  private var earlier: EarlierManifest?
  private var entryCount = 0
  private var isAtEnd = false

  /// The number of figures in a piece.
  private static let pieceCount = 128

  /// - Parameters:
  ///   - plan: The plan whose figures, or those of its shard, the manifest lists.
  ///   - provenance: What the manifest says of the directory itself.
  ///   - known: The sources of the entries for files that are up to date. The entry of any other file, which was not
  ///     examined or is still to be rendered, is taken from the manifest that is there, if its recipe is the same.
  init(
    of plan: RenderPlan, from provenance: ManifestProvenance = ManifestProvenance(), in directory: OutputDirectory,
    knowing known: ManifestSources, jobs: Int
  ) {
    self.directory = directory
    self.provenance = provenance
    self.known = known
    manifests = EarlierManifests(in: directory)
    self.jobs = jobs
    shard = plan.shard
    figures = plan.shard == nil ? plan.allFigures : plan.figures
    isMissing = [Bool](repeating: false, count: plan.allFigures.count)
  }

  /// Whether a selected figure of the plan, other than those at places that meet a condition, has no entry.
  func lacks(anyOf plan: RenderPlan, except isExempt: (Int) -> Bool) -> Bool {
    plan.figures.indices.contains { isMissing[plan.figures.number(at: $0)] && !isExempt($0) }
  }

  /// The next bytes of the manifest; nil at its end.
  mutating func nextPiece() async -> [UInt8]? {
    if isAtEnd { return nil }
    var text = ""
    if doneCount == 0 { text = provenance.beginning(of: shard) }
    for entry in await nextEntries() {
      text += (entryCount == 0 ? "\n" : ",\n") + String(repeating: " ", count: ManifestEntry.indentation) + entry.text
      entryCount += 1
    }
    if doneCount == figures.count {
      let missing = provenance.listed.isEmpty ? [] : missingFiles.filter { directory.hasFile(named: $0) }
      text += (entryCount == 0 ? "]" : "\n  ]") + provenance.ending(without: missing)
      isAtEnd = true
    }
    return Array(text.utf8)
  }

  private mutating func nextEntries() async -> [ManifestEntry] {
    let piece = (doneCount..<min(doneCount + Self.pieceCount, figures.count)).map { position in
      let number = figures.number(at: position)
      return (figure: figures[position], number: number, source: known.source(ofFigure: number))
    }
    doneCount += piece.count
    // No file is read for what this run has drawn.
    let isDrawn = piece.allSatisfy { if case .drawn? = $0.source { true } else { false } }
    let entry = { @Sendable [directory, manifests] (figure: FigurePlan, _: Int, source: ManifestSource?) in
      source?.entry(of: figure, in: directory, or: manifests)
    }
    let read = isDrawn ? piece.map(entry) : await piece.parallelMap(jobs: jobs, entry).map { $0 ?? nil }
    var entries: [ManifestEntry] = []
    for ((figure, number, source), entry) in zip(piece, read) {
      if let entry = entry ?? earlierEntry(of: figure) {
        entries.append(entry)
      } else {
        isMissing[number] = true
        if source != nil { unreadableFile = unreadableFile ?? figure.fileName }
      }
    }
    return entries
  }

  /// The files of figures that have no entry and that an earlier manifest lists.
  private var missingFiles: [String] {
    var files: [String] = []
    for position in figures.indices where isMissing[figures.number(at: position)] {
      let file = figures.names(at: position).file
      if provenance.listed.contains(file) { files.append(file) }
    }
    return files
  }

  private mutating func earlierEntry(of figure: FigurePlan) -> ManifestEntry? {
    if earlier == nil { earlier = EarlierManifest(named: OutputDirectory.manifestName(of: shard), in: directory) }
    guard let entry = earlier?.entry(of: figure.fileName), entry.record.recipe == Recipe(of: figure) else { return nil }
    return entry.renewed(for: figure)
  }
}

// MARK: - In a directory

extension OutputDirectory {
  /// The name of the manifest of all figures, or of those of one shard.
  static func manifestName(of shard: Shard?) -> String {
    shard.map { "manifest-\($0.index)-of-\($0.count).json" } ?? Manifest.fileName
  }

  /// Writes the manifest, if it changes, in the place of whatever has its name.
  ///
  /// - Parameter known: The sources of the entries for files that are up to date.
  /// - Returns: The outcome; nil if the task was cancelled before the manifest was written.
  func writeManifest(
    of plan: RenderPlan, from provenance: ManifestProvenance = ManifestProvenance(),
    knowing known: ManifestSources, jobs: Int = Batch.defaultJobCount
  ) async throws(OutputError) -> Outcome? {
    let name = Self.manifestName(of: plan.shard)
    var manifest = Manifest(of: plan, from: provenance, in: self, knowing: known, jobs: jobs)
    var revision = FileRevision(of: name, in: path, replacing: .whenDifferent)
    do throws(FileFault) {
      while let piece = await manifest.nextPiece() {
        if Task.isCancelled { return nil }
        if let name = manifest.unreadableFile { throw .unreadable(name) }
        try revision.append(piece)
      }
      return try revision.finish()
    } catch {
      throw OutputError(path: path + "/" + name, fault: error)
    }
  }

  /// Whether a run would write the manifest, as far as that can be known without rendering.
  ///
  /// - Parameters:
  ///   - known: The sources of the entries for files that are up to date. The entries of figures that are to be rendered
  ///     are taken from the manifest that is there, if their recipes are the same.
  ///   - isObstructed: Whether a run would not replace the file of the figure at a place, because it is of another origin.
  func hasStaleManifest(
    for plan: RenderPlan, from provenance: ManifestProvenance = ManifestProvenance(),
    knowing known: ManifestSources, obstructed isObstructed: (Int) -> Bool = { _ in false }, jobs: Int
  ) async -> Bool {
    var manifest = Manifest(of: plan, from: provenance, in: self, knowing: known, jobs: jobs)
    guard var file = KnownFile(path + "/" + Self.manifestName(of: plan.shard)) else { return true }
    while let piece = await manifest.nextPiece() {
      guard file.continues(with: piece) else { return true }
    }
    return !file.isAtEnd || manifest.lacks(anyOf: plan, except: isObstructed)
  }

  /// What stands in the place of a manifest and is not one; nil if nothing does, or a manifest, or the remains of one.
  func obstacle(toManifestNamed name: String) -> ForeignFile? {
    switch beginning(of: name, count: 1 << 16) {
    case .nothing: nil
    case .file(let bytes): Manifest.canHaveBegun(with: bytes) ? nil : .noManifest
    case .link: .link
    case .directory: .directory
    case .special: .special
    case .unreadable(let fault): .unreadable(fault)
    }
  }
}

extension Manifest {
  /// Whether a file that begins with these bytes is a manifest, in whatever layout, or what a full disk or a killed
  /// copy may leave of one: nothing, zeros, or a part.
  static func canHaveBegun(with bytes: [UInt8]) -> Bool {
    let content = bytes[..<((bytes.lastIndex { $0 != 0 } ?? -1) + 1)]
    return content.isEmpty || holdsEntry(content) || isBeginning(content) || isEmptyManifest(content)
  }

  /// Whether the bytes hold the keys of a figure's entry and of its recipe.
  private static func holdsEntry(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["\"file\"", "\"recipe\"", "\"rules\""].allSatisfy(bytes.holds)
  }

  /// Whether the bytes agree, as far as they go, with the beginning of a manifest: single values, and then the figures.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    func agrees(_ bytes: ArraySlice<UInt8>, with text: String) -> Bool {
      bytes.prefix(text.utf8.count).elementsEqual(text.utf8.prefix(bytes.count))
    }
    guard agrees(bytes, with: "{\n") else { return false }
    var rest = bytes.dropFirst(2)
    while !agrees(rest, with: "  \"figures\": [") {
      guard ["shard", "configuration"].contains(where: { agrees(rest, with: "  \"\($0)\": ") }) else { return false }
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return true }
      rest = rest[(end + 1)...]
    }
    return true
  }

  /// Whether the bytes are a manifest of no figures, in whatever layout.
  private static func isEmptyManifest(_ bytes: ArraySlice<UInt8>) -> Bool {
    JSONValue(parsing: Array(bytes))?["figures"] == .array([])
  }
}

extension Shard {
  /// The shard of a manifest named `manifest-2-of-4.json`; nil for any other name.
  init?(ofManifestNamed name: String) {
    let numbers = name.split { !("0"..."9" ~= $0) }.compactMap { Int($0) }
    guard numbers.count == 2, let shard = Shard(numbers[0], of: numbers[1]),
      name == OutputDirectory.manifestName(of: shard)
    else { return nil }
    self = shard
  }
}
