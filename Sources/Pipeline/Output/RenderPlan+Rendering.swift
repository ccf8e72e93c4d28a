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
    for finding in survey.findings {
      if let failure = finding.obstruction { report(.failure(failure), finding) }
    }
    let work = survey.work
    let hasFailed = survey.findings.contains { $0.obstruction != nil }
    // No typeface is looked for and no sample drawn where nothing is to be drawn.
    let isIdle = work.figures.isEmpty || Task.isCancelled || (hasFailed && options.stopsAtFailure)
    let batch = isIdle ? nil : try Batch(of: work)
    let drawn =
      await batch?.draw(survey, into: directory, options: options, reporting: report)
      ?? Array(repeating: nil, count: Task.isCancelled ? 0 : work.figures.count)
    let manifest =
      await Task.isCancelled ? nil : directory.writeManifest(after: survey, drawing: drawn, options: options)
    let removed = options.prunes && !Task.isCancelled ? directory.prune(beside: self) : []
    return RenderResult(
      survey: survey, warnings: batch?.warnings ?? [], drawn: drawn, manifest: manifest, removed: removed)
  }

  /// What `render` would do; nothing is drawn or written.
  public func preview(in directory: OutputDirectory, options: RenderOptions = RenderOptions()) async -> RenderPreview {
    let survey = await Survey(of: self, in: directory, forcing: options.isForced, jobs: options.jobs)
    let name = OutputDirectory.manifestName(of: shard)
    let findings = survey.findings
    return RenderPreview(
      survey: survey, manifestName: name,
      manifestObstacle: options.isForced ? nil : directory.obstacle(toManifestNamed: name),
      hasStaleManifest: await directory.hasStaleManifest(
        for: self, knowing: findings.manifestSources, obstructed: findings.obstructedFiles, jobs: options.jobs),
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
    after survey: Survey, drawing drawn: Batch.Results<DrawnFigure>, options: RenderOptions
  ) async -> Result<Outcome, FigureFailure>? {
    let name = Self.manifestName(of: survey.plan.shard)
    if !options.isForced, let obstacle = obstacle(toManifestNamed: name) {
      return .failure(FigureFailure(name: name, reason: obstacle.sentence(about: path + "/" + name)))
    }
    var known = survey.findings.manifestSources
    for case (let figure, .success(let drawn)?) in zip(survey.work.figures, drawn) {
      known[figure.fileName] = .file(pixels: drawn.pixels)
    }
    do throws(OutputError) {
      return try await writeManifest(of: survey.plan, knowing: known, jobs: options.jobs).map { .success($0) }
    } catch {
      return .failure(FigureFailure(name: name, reason: "\(error)"))
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
