import Configuration
import Plans
import System

/// The combination of the manifests of all shards of a run into one.
///
/// Each shard writes a manifest of its own, e.g. `manifest-2-of-4.json`, beside its figures. Once all files lie in one
/// directory, the figures make the manifest of the whole run.
public struct ShardMerge: Sendable {
  /// The outcome of writing the manifest; nil if figures are missing, so that none was written.
  public let outcome: OutputDirectory.Outcome?
  /// A line for each figure that is missing or out of date, and for each shard that left no manifest.
  public let missing: [String]

  /// Reads the figures and, if none is missing, writes the manifest and removes those of the shards.
  ///
  /// A run in the same directory is waited for.
  ///
  /// - Parameters:
  ///   - plan: The plan of the whole run.
  ///   - directory: The directory with the files of all shards.
  ///   - isForced: Whether the directory is taken over if it belongs to another configuration.
  ///   - wait: Called once if a run has to be waited for.
  /// - Throws: `RunError` if the directory belongs to another configuration, or a file cannot be written or removed.
  public init(
    of plan: RenderPlan, in directory: OutputDirectory, takingOver isForced: Bool = false,
    waiting wait: () -> Void = {}
  ) async throws(RunError) {
    let lock = await DirectoryLock.waiting(for: directory.path, shared: false, announcing: wait)
    self = try await ShardMerge(lockedOf: plan.fixingSharedLimits(), in: directory, takingOver: isForced)
    _ = consume lock
  }

  private init(
    lockedOf plan: RenderPlan, in directory: OutputDirectory, takingOver isForced: Bool
  ) async throws(RunError) {
    let ownership = try directory.checkedOwnership(takingOver: isForced)
    let names: [String]
    do throws(OutputError) { names = try directory.listedNames() } catch { throw .directory(error) }
    let parts = names.compactMap { name in Shard(ofManifestNamed: name).map { (name: name, shard: $0) } }
    let survey = await Survey(of: plan, in: directory)
    let findings = survey.findings.filter { !$0.status.isUpToDate }
    guard findings.isEmpty else {
      outcome = nil
      missing = Self.missingShards(among: parts.map(\.shard)) + Self.lines(for: findings, of: plan, parts.map(\.shard))
      return
    }
    if !isForced, let obstacle = directory.obstacle(toManifestNamed: Manifest.fileName) {
      outcome = nil
      missing = [obstacle.sentence(about: directory.path + "/" + Manifest.fileName)]
      return
    }
    let provenance = directory.provenance(of: plan, in: ownership, merging: true)
    do throws(OutputError) {
      outcome = try await directory.writeManifest(of: plan, from: provenance, knowing: survey.sources)
      missing = []
      for part in parts where outcome != nil { try directory.remove(part.name) }
    } catch {
      throw .directory(error)
    }
  }

  /// Lines such as `Shard 2 of 4 left no manifest.`
  private static func missingShards(among shards: [Shard]) -> [String] {
    Dictionary(grouping: shards, by: \.count).sorted { $0.key < $1.key }.flatMap { count, shards in
      let present = Set(shards.map(\.index))
      return (1...count).filter { !present.contains($0) }.map { "Shard \($0) of \(count) left no manifest." }
    }
  }

  /// Lines such as `mish.png: new (shard 2 of 4)`, without the shard if the run was not divided, or in several ways.
  private static func lines(for findings: [FileCheck], of plan: RenderPlan, _ shards: [Shard]) -> [String] {
    let counts = Set(shards.map(\.count))
    var owners: [String: Shard] = [:]
    if let count = counts.first, counts.count == 1 {
      let wanted = Set(findings.map(\.figure.fileName))
      for (position, index) in plan.shardIndices(count: count).enumerated() {
        let file = plan.figures.names(at: position).file
        if wanted.contains(file) { owners[file] = Shard(Int(index), of: count) }
      }
    }
    return findings.map { finding in
      "\(finding)" + (owners[finding.figure.fileName].map { " (shard \($0.index) of \($0.count))" } ?? "")
    }
  }
}
