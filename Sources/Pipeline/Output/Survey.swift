import PNG

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

    /// `swish.png: settings changed: beta 1 → 2`.
    public var description: String { "\(figure.fileName.printable): \(standing)" }

    /// - Parameter picture: Told of the picture that is there, where it is whole.
    init(of figure: FigurePlan, in directory: OutputDirectory, seeing picture: (PNGImage) -> Void = { _ in }) {
      self.figure = figure
      standing = Standing(of: figure, finding: directory.content(of: figure.fileName), seeing: picture)
    }

    fileprivate init(of figure: FigurePlan, standing: Standing) {
      self.figure = figure
      self.standing = standing
    }
  }

  /// One for each selected figure, in the order of the plan.
  public let findings: [Finding]
  let plan: RenderPlan

  /// Reads the file of every selected figure. In a cancelled task those that are left are not looked at.
  ///
  /// - Parameters:
  ///   - isForced: Whether figures that are up to date are to be drawn all the same.
  ///   - jobs: Files read at one time, at least one.
  public init(
    of plan: RenderPlan, in directory: OutputDirectory, forcing isForced: Bool = false,
    jobs: Int = Batch.defaultJobCount
  ) async {
    self.plan = plan
    findings = await plan.figures.concurrentMap(jobs: jobs) { figure in
      if Task.isCancelled { return Finding(of: figure, standing: .unseen) }
      let finding = Finding(of: figure, in: directory)
      return finding.standing.isUpToDate && isForced ? Finding(of: figure, standing: .forced) : finding
    }
  }

  /// The files that are left alone.
  var filesUpToDate: Set<String> { Set(findings.lazy.filter(\.standing.isUpToDate).map(\.figure.fileName)) }

  /// The figures that are to be drawn.
  public var work: RenderPlan { plan.keeping(findings.filter { !$0.standing.isUpToDate }.map(\.figure)) }
}
