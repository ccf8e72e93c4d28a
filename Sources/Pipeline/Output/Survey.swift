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
    /// What the manifest says of the figure; nil unless it is as it was drawn from this very recipe.
    let entry: ManifestEntry?

    /// `swish.png: settings changed: beta 1 → 2`.
    public var description: String { "\(figure.fileName.printable): \(standing)" }

    /// - Parameter picture: Told of the picture that is there, where it is whole.
    init(
      of figure: FigurePlan, in directory: OutputDirectory, forcing isForced: Bool = false,
      seeing picture: (PNGImage) -> Void = { _ in }
    ) {
      var seen: PNGImage?
      let standing = Standing(of: figure, finding: directory.content(of: figure.fileName)) {
        seen = $0
        picture($0)
      }
      self.figure = figure
      self.standing = standing.isUpToDate && isForced ? .forced : standing
      entry = standing.isUpToDate ? seen.map { ManifestEntry(of: figure, showing: $0) } : nil
    }
  }

  /// One for each selected figure, in the order of the plan.
  public let findings: [Finding]
  let plan: RenderPlan

  /// Reads the file of every selected figure.
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
      Finding(of: figure, in: directory, forcing: isForced)
    }
  }

  /// The figures that are to be drawn.
  public var work: RenderPlan { plan.keeping(findings.filter { !$0.standing.isUpToDate }.map(\.figure)) }
}

extension Array where Element: Sendable {
  /// What is made of each element, in order, in portions over so many tasks at one time.
  fileprivate func concurrentMap<Result: Sendable>(
    jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    precondition(jobs >= 1, "A survey needs at least one job at a time.")
    let share = Swift.max(1, (count + jobs - 1) / jobs)
    return await withTaskGroup(of: (start: Int, results: [Result]).self) { group in
      for start in stride(from: 0, to: count, by: share) {
        let portion = self[start..<Swift.min(start + share, count)]
        group.addTask { (start, portion.map(transform)) }
      }
      var portions: [(start: Int, results: [Result])] = []
      for await portion in group { portions.append(portion) }
      return portions.sorted { $0.start < $1.start }.flatMap(\.results)
    }
  }
}
