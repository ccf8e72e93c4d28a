import Configuration
import System

extension OutputDirectory {
  /// Of all figures, or of those of one shard.
  static func manifestName(of shard: Shard?) -> String {
    shard.map { "manifest-\($0.index)-of-\($0.count).json" } ?? Manifest.fileName
  }

  /// Writes the manifest, where it becomes another, in the place of whatever has its name.
  ///
  /// - Parameter known: What to say of the files that are as the plan asks for them.
  /// - Returns: Nil where the task was cancelled before it was written.
  func writeManifest(
    of plan: RenderPlan, from provenance: ManifestProvenance = ManifestProvenance(),
    knowing known: [String: ManifestSource], jobs: Int = Batch.defaultJobCount
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

  /// Whether a run would write the manifest, as far as that can be known without drawing.
  ///
  /// - Parameters:
  ///   - known: What to say of the files that are as the plan asks for them. An earlier manifest is believed of those that
  ///     are to be drawn, if it speaks of the same recipe.
  ///   - obstructed: Files that a run would not draw, for something else stands in their way.
  func hasStaleManifest(
    for plan: RenderPlan, from provenance: ManifestProvenance = ManifestProvenance(),
    knowing known: [String: ManifestSource], obstructed: Set<String> = [], jobs: Int
  ) async -> Bool {
    var manifest = Manifest(of: plan, from: provenance, in: self, knowing: known, jobs: jobs)
    guard var file = KnownFile(path + "/" + Self.manifestName(of: plan.shard)) else { return true }
    while let piece = await manifest.nextPiece() {
      guard file.continues(with: piece) else { return true }
    }
    let missing = manifest.missingFiles.subtracting(obstructed)
    return !file.isAtEnd || plan.figures.contains { missing.contains($0.fileName) }
  }
}
