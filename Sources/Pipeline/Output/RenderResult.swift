import Text

/// How a run goes about its work.
public struct RenderOptions: Sendable {
  /// Whether figures are drawn and written that are up to date, files are replaced that are somebody else's, and a directory
  /// is taken over from another configuration.
  public var isForced = false
  /// Whether figures are removed that the directory's configuration drew and no longer asks for.
  public var prunes = false
  /// Figures in work at one time, at least one.
  public var jobs = Batch.defaultJobCount
  /// Whether nothing further is begun once a figure has failed.
  public var stopsAtFailure = false
  /// What is asked of a run by default.
  public init() {}
}

/// What a run did.
public struct RenderResult: Sendable {
  /// What it found before.
  public let survey: Survey
  /// Figures drawn otherwise than they were asked to be.
  public let warnings: [FigureWarning]
  /// One for each figure of `survey.work`, in order; nil where it was not started.
  public let drawn: Batch.Results<DrawnFigure>
  /// What became of the manifest; nil where the run was interrupted.
  public let manifest: Result<OutputDirectory.Outcome, FigureFailure>?
  /// What became of the files that are no longer asked for.
  public let pruning: Pruning

  /// The files that were to be removed, each with what went wrong.
  public var removed: [Result<String, FigureFailure>] { pruning.removed }

  /// A line for each file that was removed, or kept for a reason.
  public var removalLines: [String] { pruning.lines }
}

/// What a run would do.
public struct RenderPreview: Sendable {
  /// What is there, and what would be drawn.
  public let survey: Survey
  /// Of the file.
  public let manifestName: String
  /// What stands in the place of the manifest and is none, so that it would not be written.
  public let manifestObstacle: ForeignFile?
  /// Whether the manifest is not what a run would write.
  public let hasStaleManifest: Bool
  /// Files that the directory's configuration drew and no longer asks for.
  public let extras: [String]
  /// Why nothing would be removed, though it is asked for; nil where it would.
  let note: String?

  /// A line for each file with which something would be done.
  ///
  /// - Parameters:
  ///   - prunes: Whether files that are no longer asked for would be removed.
  ///   - isVerbose: Whether figures that are up to date have a line, too.
  public func lines(pruning prunes: Bool, verbose isVerbose: Bool) -> [String] {
    let figures = survey.findings.filter { isVerbose || !$0.standing.isUpToDate }.map { finding in
      finding.description + (finding.obstruction == nil ? "" : "; it would not be replaced")
    }
    let end = prunes ? "it would be removed" : "--prune removes it"
    let extras = extras.map { "\($0.printable): no longer asked for; \(end)" }
    let manifest = manifestObstacle.map { "not ours: \($0); it would not be replaced" } ?? "it would be written"
    return figures + extras + [note].compactMap(\.self) + (hasStaleManifest ? ["\(manifestName): \(manifest)"] : [])
  }
}
