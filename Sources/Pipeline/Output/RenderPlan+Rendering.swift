import Typography

// The whole run, from a plan to the files of a directory: look what is there, draw what is missing, say what lies there now.

extension RenderPlan {
  /// Brings a directory in line with the plan: draws the selected figures that are not there as the plan asks for them, leaves
  /// the others alone, and writes the manifest last.
  ///
  /// Where the task is cancelled, the manifest is left as it was; the next run takes up where this one ended.
  ///
  /// ```swift
  /// let result = try await plan.render(into: OutputDirectory(creating: plan.outputDirectory))
  /// result.survey.findings[0].standing    // .changed(["beta 1 → 2"])
  /// try result.drawn[0]?.get().outcome    // .replaced
  /// ```
  ///
  /// - Parameters:
  ///   - announce: Told before the first figure is drawn what was found.
  ///   - report: Told of each figure as it is drawn, with the reason.
  /// - Throws: `TypographyError`, where something is to be drawn and this machine has no such typeface.
  public func render(
    into directory: OutputDirectory, options: RenderOptions = RenderOptions(),
    announcing announce: (Survey) -> Void = { _ in },
    reporting report: (Result<DrawnFigure, FigureFailure>, Survey.Finding) -> Void = { _, _ in }
  ) async throws(TypographyError) -> RenderResult {
    directory.removeAbandonedFiles()
    let survey = await Survey(of: self, in: directory, forcing: options.isForced, jobs: options.jobs)
    announce(survey)
    // No typeface is looked for and no sample drawn where nothing is to be drawn.
    let batch = survey.work.figures.isEmpty || Task.isCancelled ? nil : try Batch(of: survey.work)
    let drawn = await batch?.draw(survey, into: directory, options: options, reporting: report) ?? []
    let manifest =
      await Task.isCancelled ? nil : directory.writeManifest(after: survey, drawing: drawn, jobs: options.jobs)
    let removed = options.prunes && !Task.isCancelled ? directory.prune(beside: self) : []
    return RenderResult(
      survey: survey, warnings: batch?.warnings ?? [], drawn: drawn, manifest: manifest, removed: removed)
  }

  /// What `render` would do; nothing is drawn or written.
  public func preview(in directory: OutputDirectory, options: RenderOptions = RenderOptions()) async -> RenderPreview {
    let survey = await Survey(of: self, in: directory, forcing: options.isForced, jobs: options.jobs)
    return RenderPreview(
      survey: survey, manifestName: OutputDirectory.manifestName(of: shard),
      hasStaleManifest: survey.leavesManifest(in: directory)
        ? false
        : await directory.hasStaleManifest(for: self, knowing: survey.filesUpToDate, jobs: options.jobs),
      extras: directory.extras(beside: self))
  }
}

extension Batch {
  /// Draws what a survey found to be drawn.
  fileprivate func draw(
    _ survey: Survey, into directory: OutputDirectory, options: RenderOptions,
    reporting report: (Result<DrawnFigure, FigureFailure>, Survey.Finding) -> Void
  ) async -> Results<DrawnFigure> {
    let findings = Dictionary(uniqueKeysWithValues: survey.findings.map { ($0.figure.fileName, $0) })
    return await render(
      into: directory, replacing: options.isForced ? .always : .whenDifferent, jobs: options.jobs,
      stoppingAtFailure: options.stopsAtFailure
    ) { result, figure in report(result, findings[figure.fileName]!) }
  }
}

extension OutputDirectory {
  /// Says what lies here once the figures of a survey are drawn; nil where the task was cancelled before.
  fileprivate func writeManifest(
    after survey: Survey, drawing drawn: Batch.Results<DrawnFigure>, jobs: Int
  ) async -> Result<Outcome, FigureFailure>? {
    if survey.leavesManifest(in: self) { return .success(.unchanged) }
    var known = survey.filesUpToDate
    for case (let figure, .success?) in zip(survey.work.figures, drawn) { known.insert(figure.fileName) }
    do throws(OutputError) {
      return try await writeManifest(of: survey.plan, knowing: known, jobs: jobs).map { .success($0) }
    } catch {
      return .failure(FigureFailure(name: Self.manifestName(of: survey.plan.shard), reason: "\(error)"))
    }
  }

  fileprivate func prune(beside plan: RenderPlan) -> [Result<String, FigureFailure>] {
    extras(beside: plan).map { name in
      do throws(OutputError) {
        try remove(name)
        return .success(name)
      } catch {
        return .failure(FigureFailure(name: name, reason: "\(error)"))
      }
    }
  }
}

extension Survey {
  /// Whether only some of the figures were asked for, nothing is to be drawn, and the manifest says so already.
  fileprivate func leavesManifest(in directory: OutputDirectory) -> Bool {
    plan.shard == nil && plan.figures.count < plan.allFigures.count && findings.allSatisfy(\.standing.isUpToDate)
      && directory.manifestAgrees(on: plan.figures)
  }
}
