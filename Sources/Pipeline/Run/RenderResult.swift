import System
import Text
import Typography

/// The options of a run.
public struct RenderOptions: Sendable {
  /// Whether figures are rendered even if they are up to date, files of another origin are replaced, and a directory is
  /// taken over from another configuration.
  public var isForced = false
  /// Whether figures are removed for which the directory's configuration no longer asks.
  public var prunes = false
  /// The number of figures rendered at the same time, at least one.
  public var jobs = Batch.defaultJobCount
  /// Whether no further figure is begun once a figure has failed.
  public var stopsAtFailure = false
  /// Creates the default options.
  public init() {}
}

/// The result of a run.
public struct RenderResult: Sendable {
  /// The state of the directory before the run.
  public let survey: Survey
  /// The warnings about figures that were drawn otherwise than asked for.
  public let warnings: [FigureWarning]
  /// One result for each figure of `survey.work`, in order; nil if the figure was not started.
  public let drawn: DrawnFigures
  /// The outcome of writing the manifest; nil if the run was interrupted.
  public let manifest: Result<OutputDirectory.Outcome, FigureFailure>?
  /// The removal of files for which the configuration no longer asks.
  public let pruning: Pruning

  /// The files that were to be removed, or why they could not be.
  public var removed: [Result<String, FigureFailure>] { pruning.removed }

  /// A line for each file that was removed, or kept for a reason.
  public var removalLines: [String] { pruning.lines }
}

/// A figure that was rendered and written.
public struct DrawnFigure: Sendable {
  /// The outcome of writing its file.
  public let outcome: OutputDirectory.Outcome
  /// The source of its entry in the manifest.
  let source: ManifestSource

  /// The greatest number of figures of a run whose entries stay in memory until the manifest is written, at 5 kB each. The
  /// entries of a larger run are read from its files.
  static let heldEntries = 1_024
}

/// What became of each figure of a run, in flat memory: nine bytes a figure, and what is held of few figures.
public struct DrawnFigures: RandomAccessCollection, Sendable {
  private var outcomes: [OutputDirectory.Outcome?]
  private var sources: ManifestSources
  private var failures: [Int: FigureFailure] = [:]

  /// So many figures, none of which was started.
  init(count: Int) {
    outcomes = Array(repeating: nil, count: count)
    sources = ManifestSources(count: count)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { outcomes.count }

  /// The result of a figure; nil if it was not started.
  public subscript(position: Int) -> Result<DrawnFigure, FigureFailure>? {
    if let failure = failures[position] { return .failure(failure) }
    guard let outcome = outcomes[position], let source = sources.source(ofFigure: position) else { return nil }
    return .success(DrawnFigure(outcome: outcome, source: source))
  }

  /// Whether every figure was rendered.
  var isComplete: Bool { !outcomes.contains(nil) }

  mutating func set(_ result: Result<DrawnFigure, FigureFailure>, at position: Int) {
    switch result {
    case .success(let figure):
      outcomes[position] = figure.outcome
      sources.add(figure.source, ofFigure: position)
    case .failure(let failure): failures[position] = failure
    }
  }
}

/// A forecast of what a run would do.
public struct RenderPreview: Sendable {
  /// The state of the directory, and the figures that would be rendered.
  public let survey: Survey
  /// The name of the manifest's file.
  public let manifestName: String
  /// What stands in the place of the manifest and is not one, so that it would not be written.
  public let manifestObstacle: ForeignFile?
  /// Whether the manifest differs from the one that a run would write.
  public let hasStaleManifest: Bool
  /// The files for which the directory's configuration no longer asks.
  public let extras: [String]
  /// The reason why nothing would be removed although that is asked for; nil if files would be.
  let note: String?

  /// A line for each file that would change.
  ///
  /// - Parameters:
  ///   - prunes: Whether files for which the configuration no longer asks would be removed.
  ///   - isVerbose: Whether figures that are up to date have a line, too.
  public func lines(pruning prunes: Bool, verbose isVerbose: Bool) -> [String] {
    var lines: [String] = []
    forEachLine(pruning: prunes, verbose: isVerbose) { lines.append($0) }
    return lines
  }

  /// Makes one line after the other, for each file that would change.
  public func forEachLine(pruning prunes: Bool, verbose isVerbose: Bool, _ body: (String) -> Void) {
    let findings = survey.findings
    for place in findings.indices where isVerbose || !findings.status(at: place).isUpToDate {
      body(findings.description(at: place) + (findings.isObstructed(at: place) ? "; it would not be replaced" : ""))
    }
    let end = prunes ? "it would be removed" : "--prune removes it"
    let extras = extras.map { "\($0.printable): no longer asked for; \(end)" }
    let manifest = manifestObstacle.map { "not ours: \($0); it would not be replaced" } ?? "it would be written"
    for line in extras + [note].compactMap(\.self) { body(line) }
    if hasStaleManifest { body("\(manifestName): \(manifest)") }
  }
}

/// The reason why a run could not do anything at all.
public enum RunError: Error, Sendable, CustomStringConvertible {
  /// This machine has no such typeface.
  case typefaces(TypographyError)
  /// The directory belongs to another configuration.
  case foreignDirectory(ForeignDirectoryError)
  /// The directory cannot be read.
  case directory(OutputError)

  /// The reason in one or two sentences.
  public var description: String {
    switch self {
    case .typefaces(let error): "\(error)"
    case .foreignDirectory(let error): "\(error)"
    case .directory(let error): "\(error)"
    }
  }
}
