import Configuration
import Text

// A check draws every figure in memory and compares it with the file of the same name; nothing is written beside the files.

extension RenderPlan {
  /// Compares the files of a directory with what the plan asks for.
  ///
  /// ```swift
  /// let result = try await plan.check(OutputDirectory("Output"), mendedBy: RenderCommand(configuration: "config.json"))
  /// result.differences.map(\.description)
  /// // ["Output/mish.png: missing; mend with: actfig render --only mish"]
  /// ```
  ///
  /// - Parameters:
  ///   - command: What a difference is mended with.
  ///   - report: Told of each figure as it is done.
  /// - Throws: Where the directory belongs to another configuration, or this machine has no such typeface.
  public func check(
    _ directory: OutputDirectory, mendedBy command: RenderCommand, jobs: Int = Batch.defaultJobCount,
    reporting report: (Result<FigureComparison, FigureFailure>, FigurePlan) -> Void = { _, _ in }
  ) async throws(RunError) -> CheckResult {
    let ownership = try directory.checkedOwnership()
    let provenance = directory.provenance(of: self, in: ownership)
    let batch = try batch()
    let comparisons = await batch.comparisons(with: directory, jobs: jobs, reporting: report)
    let findings = comparisons.compactMap { try? $0?.get().finding }
    return CheckResult(
      plan: self, directory: directory, command: command, comparisons: comparisons,
      extras: provenance.extras,
      manifestObstacle: directory.obstacle(toManifestNamed: OutputDirectory.manifestName(of: shard)),
      hasStaleManifest: await directory.hasStaleManifest(
        for: self, from: provenance, knowing: findings.manifestSources, obstructed: findings.obstructedFiles,
        jobs: jobs))
  }
}

/// What a check found.
public struct CheckResult: Sendable {
  /// What was compared.
  public let plan: RenderPlan
  /// Where the files lie.
  public let directory: OutputDirectory
  /// What a difference is mended with.
  public let command: RenderCommand
  /// One for each selected figure, in order; nil where the check was interrupted before.
  public let comparisons: Batch.Results<FigureComparison>
  /// Files that the directory's configuration drew and no longer asks for.
  public let extras: [String]
  /// What stands in the place of the manifest and is none.
  public let manifestObstacle: ForeignFile?
  /// Whether the manifest says anything else than it would after a run.
  public let hasStaleManifest: Bool

  /// Something that is not as the plan asks for it.
  public struct Difference: Sendable, Equatable, CustomStringConvertible {
    /// Of the file, in its directory.
    public let fileName: String
    /// The file as it is reached from the directory of the run.
    public let path: String
    /// One word for programs.
    public let code: String
    /// What differs.
    public let message: String
    /// The command that mends it.
    public let mend: String

    /// `Output/mish.png: missing; mend with: actfig render --only mish`.
    public var description: String { "\(path.printable): \(message); mend with: \(mend)" }
  }

  /// All that differs: figures in the order of the plan, then files that nobody asks for, then the manifest.
  public var differences: [Difference] {
    let figures = comparisons.compactMap { try? $0?.get() }.filter { !$0.isSame }.map { comparison in
      difference(
        comparison.finding.figure.fileName, comparison.code, comparison.description,
        // A run would leave alone what is up to date, and what is somebody else's.
        mend(
          comparison.finding.figure.fileName, only: comparison.finding.figure.name,
          forcing: comparison.finding.standing.isUpToDate || comparison.finding.isForeign || hasForeignManifest))
    }
    let extras = extras.map { difference($0, "extra", "no longer asked for", command.text(pruning: true)) }
    let name = OutputDirectory.manifestName(of: plan.shard)
    let message = manifestObstacle.map { "not ours: \($0)" } ?? "not what a run would write"
    let manifest =
      hasStaleManifest
      ? [difference(name, "manifest", message, mend(name, forcing: hasForeignManifest))] : []
    return figures + extras + manifest
  }

  /// Whether a run would have to be forced to write its manifest. A directory is moved aside instead.
  private var hasForeignManifest: Bool { manifestObstacle.map { $0 != .directory } ?? false }

  /// What is worth knowing of a file that is the same.
  public struct Note: Sendable, Equatable, CustomStringConvertible {
    /// Of the file, in its directory.
    public let fileName: String
    /// The file as it is reached from the directory of the run.
    public let path: String
    /// One word for programs.
    public let code: String
    /// A sentence without its full stop.
    public let message: String

    /// `Output/mish.png: the same, its texts were stripped`.
    public var description: String { "\(path.printable): \(message)" }
  }

  /// The figures that are the same but for their texts, which were stripped, in the order of the plan.
  public var notes: [Note] {
    comparisons.compactMap { try? $0?.get() }.filter(\.isSame).map(\.finding).compactMap { finding in
      guard case .textsStripped = finding.standing else { return nil }
      let name = finding.figure.fileName
      return Note(
        fileName: name, path: directory.path + "/" + name, code: finding.standing.code,
        message: "the same, \(finding.standing.strippedPart)")
    }
  }

  /// Figures that could not be drawn, so that nothing can be said of their files.
  public var failures: [FigureFailure] {
    comparisons.compactMap { if case .failure(let failure)? = $0 { failure } else { nil } }
  }

  /// A line for each figure that is the same: `Output/mish.png: the same`.
  public var sameLines: [String] {
    comparisons.compactMap { try? $0?.get() }.filter(\.isSame).map {
      "\(directory.path)/\($0.finding.figure.fileName)".printable + ": the same"
    }
  }

  /// All of it in one line: `11 figures: 10 the same; 1 difference`.
  public var conclusion: String {
    let (same, differing, failed) = (sameLines.count, differences.count, failures.count)
    let words = [
      "\(same) the same", differing == 0 ? "" : "\(differing) \(differing == 1 ? "difference" : "differences")",
      failed == 0 ? "" : "\(failed) cannot be drawn",
    ]
    let count = plan.figures.count
    return "\(count) \(count == 1 ? "figure" : "figures"): " + words.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What brings one file in order.
  ///
  /// Directories in the place of files are moved aside before, as nothing is ever removed with them: all of them that would
  /// keep the command from ending well.
  private func mend(_ fileName: String, only name: String? = nil, forcing isForced: Bool = false) -> String {
    let manifest = OutputDirectory.manifestName(of: plan.shard)
    let obstacles = (plan.figures.map(\.fileName) + [manifest]).filter(directory.isDirectory(named:))
    let isAlone = obstacles.allSatisfy { $0 == fileName || $0 == manifest }
    let drawsAll = plan.shard != nil || fileName == manifest
    // Once it is moved, nothing is left to be forced.
    let isForced = isForced && !obstacles.contains(fileName)
    guard drawsAll || obstacles.contains(fileName) || obstacles.contains(manifest), !obstacles.isEmpty else {
      return command.text(only: name, forcing: isForced)
    }
    let moves = obstacles.map { name in
      let names = [directory.path + "/" + name, directory.path + "/" + directory.unusedName(like: name)]
      return "mv " + names.map(\.pathForShell).joined(separator: " ")
    }
    return (moves + [command.text(only: isAlone ? name : nil, forcing: isForced)]).joined(separator: " && ")
  }

  private func difference(_ fileName: String, _ code: String, _ message: String, _ mend: String) -> Difference {
    Difference(
      fileName: fileName, path: directory.path + "/" + fileName, code: code, message: message, mend: mend)
  }
}

extension Batch {
  /// Draws all figures and compares each with its file.
  func comparisons(
    with directory: OutputDirectory, jobs: Int,
    reporting report: (Result<FigureComparison, FigureFailure>, FigurePlan) -> Void
  ) async -> Results<FigureComparison> {
    let manifests = EarlierManifests(in: directory)
    return await figures.results(jobs: jobs, reporting: report) { [renderer] figure, input, jobs in
      let image = try await renderer.image(of: figure, from: input, jobs: jobs)
      return .finished(FigureComparison(of: figure, drawn: image, in: directory, vouchedBy: manifests))
    }
  }
}
