import Configuration
import JSON
import System

/// The manifests that the shards of a run left behind, made into one.
///
/// Each shard writes a manifest of its own, as `manifest-2-of-4.json`, beside its figures. Once all files lie in one
/// directory, what they carry makes the manifest of the whole.
public struct ShardMerge: Sendable {
  /// What became of the manifest; nil where figures are missing, so that none was written.
  public let outcome: OutputDirectory.Outcome?
  /// A line for each figure that is not there as the plan asks for it, and for each shard that left nothing behind.
  public let missing: [String]

  /// Reads the figures, and if none is missing writes the manifest and removes those of the shards.
  ///
  /// A run in the same directory is waited for.
  ///
  /// - Parameters:
  ///   - isForced: Whether the directory is taken over where it belongs to another configuration.
  ///   - wait: Told once, where a run has to be waited for.
  /// - Throws: Where the directory belongs to another configuration, or a file cannot be written or removed.
  public init(
    of plan: RenderPlan, in directory: OutputDirectory, takingOver isForced: Bool = false,
    waiting wait: () -> Void = {}
  ) async throws(RunError) {
    let lock = await DirectoryLock.waiting(for: directory.path, shared: false, announcing: wait)
    self = try await ShardMerge(lockedOf: plan, in: directory, takingOver: isForced)
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
    let findings = survey.findings.filter { !$0.standing.isUpToDate }
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
      outcome = try await directory.writeManifest(of: plan, from: provenance, knowing: survey.findings.manifestSources)
      missing = []
      for part in parts where outcome != nil { try directory.remove(part.name) }
    } catch {
      throw .directory(error)
    }
  }

  /// `Shard 2 of 4 left no manifest.`
  private static func missingShards(among shards: [Shard]) -> [String] {
    Dictionary(grouping: shards, by: \.count).sorted { $0.key < $1.key }.flatMap { count, shards in
      let present = Set(shards.map(\.index))
      return (1...count).filter { !present.contains($0) }.map { "Shard \($0) of \(count) left no manifest." }
    }
  }

  /// `mish.png: new (shard 2 of 4)`; without the shard where the run was divided in several ways, or in none.
  private static func lines(for findings: [Survey.Finding], of plan: RenderPlan, _ shards: [Shard]) -> [String] {
    let counts = Set(shards.map(\.count))
    var owners: [String: Shard] = [:]
    if let count = counts.first, counts.count == 1 {
      for (figure, index) in zip(plan.figures, plan.shardIndices(count: count)) {
        owners[figure.fileName] = Shard(index, of: count)
      }
    }
    return findings.map { finding in
      "\(finding)" + (owners[finding.figure.fileName].map { " (shard \($0.index) of \($0.count))" } ?? "")
    }
  }
}

extension JSONValue {
  /// What became of the manifests, for programs.
  public init(_ merge: ShardMerge) {
    self = [
      "outcome": merge.outcome.map { .string($0.code) } ?? .string("missing"),
      "missing": .array(merge.missing.map(JSONValue.string)),
    ]
  }
}

extension Shard {
  /// Of `manifest-2-of-4.json`; nil for any other name.
  init?(ofManifestNamed name: String) {
    let numbers = name.split { !("0"..."9" ~= $0) }.compactMap { Int($0) }
    guard numbers.count == 2, let shard = Shard(numbers[0], of: numbers[1]),
      name == OutputDirectory.manifestName(of: shard)
    else { return nil }
    self = shard
  }
}
