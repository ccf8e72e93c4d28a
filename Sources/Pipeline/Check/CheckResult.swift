import Configuration
import Plans
import Text

// A check renders every figure in memory and compares it with the file of the same name. It writes nothing beside the
// files.

extension RenderPlan {
  /// Compares the files of a directory with the figures for which the plan asks.
  ///
  /// ```swift
  /// let result = try await plan.check(OutputDirectory("Output"), fixedBy: RenderCommand(configuration: "config.json"))
  /// result.differences.map(\.description)
  /// // ["Output/mish.png: missing; fix with: actfig render --only mish"]
  /// ```
  ///
  /// - Parameters:
  ///   - command: The command that corrects a difference.
  ///   - report: Called with each figure as it is done.
  /// - Throws: `RunError` if the directory belongs to another configuration, or this machine has no such typeface.
  public func check(
    _ directory: OutputDirectory, fixedBy command: RenderCommand, jobs: Int = Batch.defaultJobCount,
    reporting report: (Result<FigureComparison, FigureFailure>, FigurePlan) -> Void = { _, _ in }
  ) async throws(RunError) -> CheckResult {
    try await fixingSharedLimits(jobs: jobs).checkFixed(directory, fixedBy: command, jobs: jobs, reporting: report)
  }

  private func checkFixed(
    _ directory: OutputDirectory, fixedBy command: RenderCommand, jobs: Int,
    reporting report: (Result<FigureComparison, FigureFailure>, FigurePlan) -> Void
  ) async throws(RunError) -> CheckResult {
    let ownership = try directory.checkedOwnership()
    let provenance = directory.provenance(of: self, in: ownership)
    let batch = try batch()
    let comparisons = await batch.comparisons(with: directory, jobs: jobs, reporting: report)
    var sources = ManifestSources(count: allFigures.count)
    let findings = comparisons.map { try? $0?.get().finding }
    for (place, finding) in findings.enumerated() {
      if let source = finding?.source { sources.add(source, ofFigure: figures.number(at: place)) }
    }
    return CheckResult(
      plan: self, directory: directory, command: command, comparisons: comparisons, extras: provenance.extras,
      hasStaleManifest: await directory.hasStaleManifest(
        for: self, from: provenance, knowing: sources, obstructed: { findings[$0]?.obstruction != nil }, jobs: jobs))
  }
}

/// The result of a check.
public struct CheckResult: Sendable {
  /// The plan whose figures were compared.
  public let plan: RenderPlan
  /// The directory of the files.
  public let directory: OutputDirectory
  /// The command that corrects a difference.
  public let command: RenderCommand
  /// One comparison for each selected figure, in order; nil if the check was interrupted before.
  public let comparisons: Batch.Results<FigureComparison>
  /// The files for which the directory's configuration no longer asks.
  public let extras: [String]
  /// What stands in the place of the manifest and is not one.
  public let manifestObstacle: ForeignFile?
  /// Whether the manifest differs from the one that a run would write.
  public let hasStaleManifest: Bool
  /// The names of files in whose places directories stand.
  private let obstacles: [String]

  fileprivate init(
    plan: RenderPlan, directory: OutputDirectory, command: RenderCommand,
    comparisons: Batch.Results<FigureComparison>, extras: [String], hasStaleManifest: Bool
  ) {
    (self.plan, self.directory, self.command, self.comparisons) = (plan, directory, command, comparisons)
    (self.extras, self.hasStaleManifest) = (extras, hasStaleManifest)
    let manifest = OutputDirectory.manifestName(of: plan.shard)
    manifestObstacle = directory.obstacle(toManifestNamed: manifest)
    let files = plan.figures.indices.lazy.map { plan.figures.names(at: $0).file }
    obstacles = files.filter(directory.isDirectory) + [manifest].filter(directory.isDirectory)
  }

  /// A file that differs from what the plan asks for.
  public struct Difference: Sendable, Equatable, CustomStringConvertible {
    /// The name of the file in its directory.
    public let fileName: String
    /// The path of the file from the directory of the run.
    public let path: String
    /// The difference as one word for programs.
    public let code: String
    /// The difference in words.
    public let message: String
    /// The command that corrects it.
    public let fix: String

    /// `Output/mish.png: missing; fix with: actfig render --only mish`.
    public var description: String { "\(path.printable): \(message); fix with: \(fix)" }
  }

  /// All differences: figures in the order of the plan, then files that are no longer asked for, then the manifest.
  public var differences: [Difference] {
    let figures = comparisons.compactMap { try? $0?.get() }.filter { !$0.isSame }.map { comparison in
      difference(
        comparison.finding.figure.fileName, comparison.code, comparison.description,
        // A run that is not forced leaves alone files that are up to date or of another origin.
        fix(
          comparison.finding.figure.fileName, only: comparison.finding.figure.name,
          forcing: comparison.finding.status.isUpToDate || comparison.finding.isForeign || hasForeignManifest))
    }
    let extras = extras.map { difference($0, "extra", "no longer asked for", command.text(pruning: true)) }
    let name = OutputDirectory.manifestName(of: plan.shard)
    let message = manifestObstacle.map { "not ours: \($0)" } ?? "not what a run would write"
    let manifest =
      hasStaleManifest
      ? [difference(name, "manifest", message, fix(name, forcing: hasForeignManifest))] : []
    return figures + extras + manifest
  }

  /// Whether a run would have to be forced to write its manifest. A directory in its place is moved aside instead.
  private var hasForeignManifest: Bool { manifestObstacle.map { $0 != .directory } ?? false }

  /// A remark about a file that does not differ.
  public struct Note: Sendable, Equatable, CustomStringConvertible {
    /// The name of the file in its directory.
    public let fileName: String
    /// The path of the file from the directory of the run.
    public let path: String
    /// The remark as one word for programs.
    public let code: String
    /// The remark as a sentence without its full stop.
    public let message: String

    /// `Output/mish.png: the same, its texts were stripped`.
    public var description: String { "\(path.printable): \(message)" }
  }

  /// The notes about figures whose texts were stripped and that are otherwise the same, in the order of the plan.
  public var notes: [Note] {
    comparisons.compactMap { try? $0?.get() }.filter(\.isSame).map(\.finding).compactMap { finding in
      guard case .textsStripped = finding.status else { return nil }
      let name = finding.figure.fileName
      return Note(
        fileName: name, path: directory.path + "/" + name, code: finding.status.facts.code,
        message: "the same, \(finding.status.strippedPart)")
    }
  }

  /// The figures that could not be rendered, so that their files could not be compared.
  public var failures: [FigureFailure] {
    comparisons.compactMap { if case .failure(let failure)? = $0 { failure } else { nil } }
  }

  /// A line for each figure that is the same: `Output/mish.png: the same`.
  public var sameLines: [String] {
    comparisons.compactMap { try? $0?.get() }.filter(\.isSame).map {
      "\(directory.path)/\($0.finding.figure.fileName)".printable + ": the same"
    }
  }

  /// The result in one line: `11 figures: 10 the same; 1 difference`.
  public var conclusion: String {
    let (same, differing, failed) = (sameLines.count, differences.count, failures.count)
    let words = [
      "\(same) the same", differing == 0 ? "" : "\(differing) \(differing == 1 ? "difference" : "differences")",
      failed == 0 ? "" : "\(failed) cannot be drawn",
    ]
    let count = plan.figures.count
    return "\(count) \(count == 1 ? "figure" : "figures"): " + words.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The command that corrects one file.
  ///
  /// Directories in the place of files are moved aside before, because nothing is ever removed with them: all
  /// directories that would make the command fail.
  private func fix(_ fileName: String, only name: String? = nil, forcing isForced: Bool = false) -> String {
    let manifest = OutputDirectory.manifestName(of: plan.shard)
    let isAlone = obstacles.allSatisfy { $0 == fileName || $0 == manifest }
    let drawsAll = plan.shard != nil || fileName == manifest
    // Once the directory is moved, nothing is left to be forced.
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

  private func difference(_ fileName: String, _ code: String, _ message: String, _ fix: String) -> Difference {
    Difference(
      fileName: fileName, path: directory.path + "/" + fileName, code: code, message: message, fix: fix)
  }
}

extension Batch {
  /// Renders all figures and compares each with its file.
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
