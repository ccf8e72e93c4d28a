import Configuration
import PNG
import Text

/// What a directory holds of a plan's figures, and so what is to be drawn. Nothing is drawn or written for it.
///
/// ```swift
/// let survey = await Survey(of: plan, in: OutputDirectory("Output"))
/// survey.findings[0].standing     // .changed(["beta 1 → 2"])
/// ```
public struct Survey: Sendable {
  /// What was found in the place of one figure's file.
  public struct Finding: Sendable, CustomStringConvertible {
    /// The figure.
    public let figure: FigurePlan
    /// How the file stands to it.
    public let standing: Standing
    /// Why the figure is not drawn: somebody else's file stands in its way, and the run is not forced to replace it.
    public let obstruction: FigureFailure?
    /// What a manifest is to say of the file; nil unless it is left alone.
    let source: ManifestSource?

    /// `swish.png: settings changed: beta 1 → 2`.
    public var description: String { "\(figure.fileName.printable): \(standing)" }

    /// Whether the figure is to be drawn.
    public var isToBeDrawn: Bool { !standing.isUpToDate && obstruction == nil }

    /// Whether a run would have to be forced to draw the figure: something else than a directory stands in its way.
    var isForeign: Bool { obstruction != nil && standing != .directory }

    /// - Parameters:
    ///   - manifests: Of the directory.
    ///   - isForced: Whether the figure is to be drawn whatever is there.
    ///   - picture: Told of the picture that is there, where it is whole.
    init(
      of figure: FigurePlan, in directory: OutputDirectory, vouchedBy manifests: EarlierManifests,
      forcing isForced: Bool = false, seeing picture: (PNGImage) -> Void = { _ in }
    ) {
      self.figure = figure
      let (found, source) = Standing.examine(
        directory.content(of: figure.fileName), of: figure, vouchedBy: manifests, seeing: picture)
      standing = isForced && found.isUpToDate ? .forced : found
      self.source = isForced ? nil : source
      let reason = isForced ? nil : found.obstruction(at: directory.path + "/" + figure.fileName)
      obstruction = reason.map { FigureFailure(of: figure, reason: $0) }
    }

    fileprivate init(unseen figure: FigurePlan) {
      self.figure = figure
      (standing, source, obstruction) = (.unseen, nil, nil)
    }
  }

  /// One for each selected figure, in the order of the plan.
  public let findings: [Finding]
  let plan: RenderPlan

  /// Reads the file of every selected figure. In a cancelled task those that are left are not looked at.
  ///
  /// - Parameters:
  ///   - isForced: Whether figures are to be drawn all the same that are up to date, or in whose way something stands.
  ///   - jobs: Files read at one time, at least one.
  public init(
    of plan: RenderPlan, in directory: OutputDirectory, forcing isForced: Bool = false,
    jobs: Int = Batch.defaultJobCount
  ) async {
    self.plan = plan
    let manifests = EarlierManifests(in: directory)
    let findings = await plan.figures.parallelMap(jobs: jobs) { figure in
      Finding(of: figure, in: directory, vouchedBy: manifests, forcing: isForced)
    }
    self.findings = zip(plan.figures, findings).map { figure, finding in finding ?? Finding(unseen: figure) }
  }

  /// The figures that are to be drawn.
  public var work: RenderPlan { plan.keeping(findings.filter(\.isToBeDrawn).map(\.figure)) }
}

extension Sequence<Survey.Finding> {
  /// What a manifest is to say of the files that are left alone, by their names.
  var manifestSources: [String: ManifestSource] {
    Dictionary(compactMap { finding in finding.source.map { (finding.figure.fileName, $0) } }) { first, _ in first }
  }

  /// The files that a run would not touch, for they are somebody else's.
  var obstructedFiles: Set<String> { Set(filter { $0.obstruction != nil }.map(\.figure.fileName)) }
}
