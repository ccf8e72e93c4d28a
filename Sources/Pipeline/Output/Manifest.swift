/// What lies in an output directory: each figure with its size, its statistics, its alternative text and its recipe.
///
/// It says nothing that the figures' files do not carry, and nothing of time, host or path, so that the same figures make
/// the same bytes.
struct Manifest: Sendable {
  static let fileName = "manifest.json"

  /// In the order of the configuration.
  private(set) var entries: [ManifestEntry] = []
  /// The part of a run whose figures these are; nil for all of them.
  let shard: Shard?

  /// - Parameters:
  ///   - plan: Of whose figures, or those of one shard, the manifest is to speak.
  ///   - known: What the figures' files were seen to carry.
  ///   - earlier: The manifest that is there already; its word is taken for figures that were not looked at, or are still
  ///     to be drawn, if they are of the same recipe. Asked for only where it is needed.
  init(of plan: RenderPlan, knowing known: [ManifestEntry], otherwise earlier: () -> [ManifestEntry]) {
    shard = plan.shard
    let known = Dictionary(known.map { ($0.fileName, $0) }, uniquingKeysWith: { first, _ in first })
    var remembered: [String: ManifestEntry]?
    let figures = shard == nil ? plan.allFigures : plan.figures
    for figure in figures {
      if let entry = known[figure.fileName] {
        entries.append(entry)
        continue
      }
      let all = remembered ?? Dictionary(earlier().map { ($0.fileName, $0) }, uniquingKeysWith: { first, _ in first })
      remembered = all
      if let entry = all[figure.fileName], entry.recipe == Recipe(of: figure) { entries.append(entry) }
    }
  }

  var bytes: [UInt8] {
    let space = "\n" + String(repeating: " ", count: ManifestEntry.indentation)
    var bytes = Array(
      ("{" + (shard.map { "\n  \"shard\": \(JSON.string("\($0)").text)," } ?? "") + "\n  \"figures\": [").utf8)
    for (place, entry) in entries.enumerated() {
      bytes += (place == 0 ? space : "," + space).utf8
      bytes += entry.text.utf8
    }
    bytes += ((entries.isEmpty ? "]" : "\n  ]") + "\n}\n").utf8
    return bytes
  }

  /// The entries of a manifest as it was written; none where it is not whole.
  static func entries(in bytes: [UInt8]) -> [ManifestEntry] {
    guard case .array(let figures)? = JSON(parsing: bytes, limit: Limits.manifestBytes)?["figures"] else { return [] }
    return figures.compactMap { ManifestEntry(reading: $0) }
  }
}

extension OutputDirectory {
  /// Of all figures, or of those of one shard.
  static func manifestName(of shard: Shard?) -> String {
    shard.map { "manifest-\($0.index)-of-\($0.count).json" } ?? Manifest.fileName
  }

  /// The entries of the manifest that is there; none where there is none that can be read.
  func manifestEntries(of shard: Shard?) -> [ManifestEntry] {
    guard case .file(let bytes) = content(of: Self.manifestName(of: shard), limit: Limits.manifestBytes) else {
      return []
    }
    return Manifest.entries(in: bytes)
  }
}
