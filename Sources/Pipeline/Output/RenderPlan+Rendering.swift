import Configuration
import System

// The whole run, from a plan to the files of a directory: look what is there, draw what is missing, say what lies there now.

extension RenderPlan {
  /// Brings a directory in line with the plan: draws the selected figures that are not there as the plan asks for them, leaves
  /// the others alone, and writes the manifest last.
  ///
  /// Another run in the same directory is waited for, unless both are shards. What the directory's configuration no longer
  /// asks for is removed on request, but not where a figure failed: it may be the only picture of its kind that is left.
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
  ///   - wait: Told once, where another run has to be waited for.
  ///   - announce: Told before the first figure is drawn what was found.
  ///   - report: Told of each figure as it is drawn, with the reason.
  /// - Throws: Where the directory belongs to another configuration, or something is to be drawn and this machine has no
  ///   such typeface.
  public func render(
    into directory: OutputDirectory, options: RenderOptions = RenderOptions(), waiting wait: () -> Void = {},
    announcing announce: (Survey) -> Void = { _ in },
    reporting report: (Result<DrawnFigure, FigureFailure>, Survey.Finding) -> Void = { _, _ in }
  ) async throws(RunError) -> RenderResult {
    let lock = await DirectoryLock.waiting(for: directory.path, shared: shard != nil, announcing: wait)
    let result = try await renderLocked(
      into: directory, options: options, announcing: announce, reporting: report)
    _ = consume lock
    return result
  }

  private func renderLocked(
    into directory: OutputDirectory, options: RenderOptions, announcing announce: (Survey) -> Void,
    reporting report: (Result<DrawnFigure, FigureFailure>, Survey.Finding) -> Void
  ) async throws(RunError) -> RenderResult {
    let ownership = try directory.checkedOwnership(takingOver: options.isForced)
    directory.removeAbandonedFiles()
    let survey = await Survey(of: self, in: directory, forcing: options.isForced, jobs: options.jobs)
    announce(survey)
    for finding in survey.findings {
      if let failure = finding.obstruction { report(.failure(failure), finding) }
    }
    let isObstructed = survey.findings.contains { $0.obstruction != nil }
    let work = survey.work
    // No typeface is looked for and no sample drawn where nothing is to be drawn.
    let isIdle = work.figures.isEmpty || Task.isCancelled || (isObstructed && options.stopsAtFailure)
    let batch = isIdle ? nil : try work.batch()
    let drawn =
      await batch?.draw(survey, into: directory, options: options, reporting: report)
      ?? Array(repeating: nil, count: Task.isCancelled ? 0 : work.figures.count)
    guard !Task.isCancelled else {
      return RenderResult(survey: survey, warnings: batch?.warnings ?? [], drawn: drawn, manifest: nil, pruning: .none)
    }
    if !options.prunes, survey.isSettled(by: ownership, in: directory) {
      return RenderResult(
        survey: survey, warnings: [], drawn: drawn, manifest: .success(.unchanged), pruning: .none)
    }
    var provenance = directory.provenance(of: self, in: ownership)
    let isComplete = !isObstructed && drawn.allSatisfy { if case .success? = $0 { true } else { false } }
    let pruning =
      options.prunes ? directory.prune(&provenance.extras, in: ownership, afterCompleteRun: isComplete) : Pruning.none
    let manifest = await directory.writeManifest(after: survey, drawing: drawn, from: provenance, options: options)
    return RenderResult(
      survey: survey, warnings: batch?.warnings ?? [], drawn: drawn, manifest: manifest, pruning: pruning)
  }

  /// What `render` would do; nothing is drawn or written.
  ///
  /// - Throws: Where the directory belongs to another configuration.
  public func preview(
    in directory: OutputDirectory, options: RenderOptions = RenderOptions()
  ) async throws(RunError) -> RenderPreview {
    let ownership = try directory.checkedOwnership(takingOver: options.isForced)
    let provenance = directory.provenance(of: self, in: ownership)
    let survey = await Survey(of: self, in: directory, forcing: options.isForced, jobs: options.jobs)
    let name = OutputDirectory.manifestName(of: shard)
    return RenderPreview(
      survey: survey, manifestName: name,
      manifestObstacle: options.isForced ? nil : directory.obstacle(toManifestNamed: name),
      hasStaleManifest: await directory.hasStaleManifest(
        for: self, from: provenance, knowing: survey.findings.manifestSources,
        obstructed: survey.findings.obstructedFiles, jobs: options.jobs),
      extras: provenance.extras,
      note: options.prunes && ownership.configuration == nil ? Pruning.note(on: directory) : nil)
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
    after survey: Survey, drawing drawn: Batch.Results<DrawnFigure>, from provenance: ManifestProvenance,
    options: RenderOptions
  ) async -> Result<Outcome, FigureFailure>? {
    let name = Self.manifestName(of: survey.plan.shard)
    if !options.isForced, let obstacle = obstacle(toManifestNamed: name) {
      return .failure(FigureFailure(ofFile: name, reason: obstacle.sentence(about: path + "/" + name)))
    }
    var known = survey.findings.manifestSources
    for case (let figure, .success(let drawn)?) in zip(survey.work.figures, drawn) {
      known[figure.fileName] = .file(pixels: drawn.pixels)
    }
    do throws(OutputError) {
      return try await writeManifest(of: survey.plan, from: provenance, knowing: known, jobs: options.jobs)
        .map { .success($0) }
    } catch {
      return .failure(FigureFailure(ofFile: name, reason: "\(error)"))
    }
  }
}
