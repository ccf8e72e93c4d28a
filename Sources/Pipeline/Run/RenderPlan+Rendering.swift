import Configuration
import Plans
import System
import Typography

// A run, from a plan to the files of a directory: it surveys the directory, renders what is missing or out of date, and
// writes the manifest last.

extension RenderPlan {
  /// Renders the selected figures that are missing or out of date, leaves the others alone, and writes the manifest
  /// last.
  ///
  /// Another run in the same directory is waited for, unless both are shards. Files for which the directory's
  /// configuration no longer asks are removed on request, but not if a figure failed: such a file may be the only
  /// picture of its kind that is left.
  ///
  /// Once the task is cancelled, the manifest is left as it was; the next run continues where this one ended.
  ///
  /// ```swift
  /// let result = try await plan.render(into: OutputDirectory(creating: plan.outputDirectory))
  /// result.survey.findings[0].status      // .changed(["beta 1 → 2"])
  /// try result.drawn[0]?.get().outcome    // .replaced
  /// ```
  ///
  /// - Parameters:
  ///   - wait: Called once if another run has to be waited for.
  ///   - announce: Called with the state of the directory before the first figure is rendered.
  ///   - report: Called with each figure as it is rendered, and with the reason.
  /// - Throws: `RunError` if the directory belongs to another configuration, or something is to be rendered and this
  ///   machine has no such typeface.
  public func render(
    into directory: OutputDirectory, options: RenderOptions = RenderOptions(), waiting wait: () -> Void = {},
    announcing announce: (Survey) -> Void = { _ in },
    reporting report: (Result<DrawnFigure, FigureFailure>, FileCheck) -> Void = { _, _ in }
  ) async throws(RunError) -> RenderResult {
    let lock = await DirectoryLock.waiting(for: directory.path, shared: shard != nil, announcing: wait)
    let result = try await fixingSharedLimits(jobs: options.jobs).renderLocked(
      into: directory, options: options, announcing: announce, reporting: report)
    _ = consume lock
    return result
  }

  private func renderLocked(
    into directory: OutputDirectory, options: RenderOptions, announcing announce: (Survey) -> Void,
    reporting report: (Result<DrawnFigure, FigureFailure>, FileCheck) -> Void
  ) async throws(RunError) -> RenderResult {
    let ownership = try directory.checkedOwnership(takingOver: options.isForced)
    directory.removeAbandonedFiles()
    let survey = await Survey(of: self, in: directory, forcing: options.isForced, jobs: options.jobs)
    announce(survey)
    let isObstructed = survey.findings.hasObstruction
    if isObstructed {
      for place in survey.findings.indices where survey.findings.isObstructed(at: place) {
        let finding = survey.findings[place]
        if let failure = finding.obstruction { report(.failure(failure), finding) }
      }
    }
    let work = survey.work
    // Without anything to render, no typeface is loaded and no sample drawn.
    let isIdle = work.figures.isEmpty || Task.isCancelled || (isObstructed && options.stopsAtFailure)
    let batch = isIdle ? nil : try work.batch()
    let drawn =
      await batch?.draw(survey, into: directory, options: options, reporting: report)
      ?? DrawnFigures(count: Task.isCancelled ? 0 : work.figures.count)
    guard !Task.isCancelled else {
      return RenderResult(survey: survey, warnings: batch?.warnings ?? [], drawn: drawn, manifest: nil, pruning: .none)
    }
    if !options.prunes, survey.isSettled(by: ownership, in: directory) {
      return RenderResult(
        survey: survey, warnings: [], drawn: drawn, manifest: .success(.unchanged), pruning: .none)
    }
    var provenance = directory.provenance(of: self, in: ownership)
    let isComplete = !isObstructed && drawn.isComplete
    let pruning =
      options.prunes ? directory.prune(&provenance.extras, in: ownership, afterCompleteRun: isComplete) : Pruning.none
    let manifest = await directory.writeManifest(after: survey, drawing: drawn, from: provenance, options: options)
    return RenderResult(
      survey: survey, warnings: batch?.warnings ?? [], drawn: drawn, manifest: manifest, pruning: pruning)
  }

  /// Tells what `render` would do. Nothing is rendered or written.
  ///
  /// - Throws: `RunError` if the directory belongs to another configuration.
  public func preview(
    in directory: OutputDirectory, options: RenderOptions = RenderOptions()
  ) async throws(RunError) -> RenderPreview {
    try await fixingSharedLimits(jobs: options.jobs).previewFixed(in: directory, options: options)
  }

  private func previewFixed(
    in directory: OutputDirectory, options: RenderOptions
  ) async throws(RunError) -> RenderPreview {
    let ownership = try directory.checkedOwnership(takingOver: options.isForced)
    let provenance = directory.provenance(of: self, in: ownership)
    let survey = await Survey(of: self, in: directory, forcing: options.isForced, jobs: options.jobs)
    let name = OutputDirectory.manifestName(of: shard)
    return RenderPreview(
      survey: survey, manifestName: name,
      manifestObstacle: options.isForced ? nil : directory.obstacle(toManifestNamed: name),
      hasStaleManifest: await directory.hasStaleManifest(
        for: self, from: provenance, knowing: survey.sources, obstructed: survey.findings.isObstructed,
        jobs: options.jobs),
      extras: provenance.extras,
      note: options.prunes && ownership.configuration == nil ? Pruning.note(on: directory) : nil)
  }
}

extension RenderPlan {
  /// The selected figures, with their typefaces loaded.
  package func batch() throws(RunError) -> Batch {
    do throws(TypographyError) { return try Batch(of: self) } catch { throw .typefaces(error) }
  }
}

extension Batch {
  /// Renders all figures and writes each one as soon as it is done.
  ///
  /// Separate threads write the files, so that the jobs never wait for the disk. Results and files do not depend on the
  /// number of jobs. Once the task is cancelled, no further figure is begun and no further file is written; a file that
  /// is being written is finished.
  ///
  /// - Parameters:
  ///   - directory: The directory of the files.
  ///   - replacement: Whether a file is replaced that holds the same bytes already.
  ///   - jobs: The number of figures rendered at the same time, at least one, and of parts of the last figure, if it is
  ///     huge. Memory grows with it.
  ///   - stopsAtFailure: Whether no further figure is begun once a figure has failed.
  ///   - report: Called with each figure as it is done, in any order, by the caller's own task.
  public func render(
    into directory: OutputDirectory,
    replacing replacement: OutputDirectory.Replacement,
    jobs: Int = defaultJobCount,
    stoppingAtFailure stopsAtFailure: Bool = false,
    reporting report: (Result<DrawnFigure, FigureFailure>, FigurePlan) -> Void = { _, _ in }
  ) async -> DrawnFigures {
    await draw(into: directory, replacing: replacement, jobs: jobs, stoppingAtFailure: stopsAtFailure) {
      report($1, $2)
    }
  }

  private func draw(
    into directory: OutputDirectory, replacing replacement: OutputDirectory.Replacement, jobs: Int,
    stoppingAtFailure stopsAtFailure: Bool,
    reporting report: (Int, Result<DrawnFigure, FigureFailure>, FigurePlan) -> Void
  ) async -> DrawnFigures {
    var drawn = DrawnFigures(count: figures.count)
    let holdsEntries = figures.count <= DrawnFigure.heldEntries
    await figures.produce(
      jobs: jobs, stoppingAtFailure: stopsAtFailure,
      reporting: { place, result, figure in
        drawn.set(result, at: place)
        report(place, result, figure)
      },
      making: { [renderer] plan, input, jobs in
        let image = try await renderer.image(of: plan, from: input, jobs: jobs)
        return .compute { jobs in
          let png = try await renderer.file(of: image, for: plan, jobs: jobs)
          let source: ManifestSource =
            holdsEntries ? .drawn(image.manifestEntry(of: plan)) : .file(pixels: image.pixels)
          return .write {
            let outcome = try directory.write(png, to: plan.fileName, replacing: replacement)
            return DrawnFigure(outcome: outcome, source: source)
          }
        }
      })
    return drawn
  }

  /// Renders the figures that a survey found to be missing or out of date.
  fileprivate func draw(
    _ survey: Survey, into directory: OutputDirectory, options: RenderOptions,
    reporting report: (Result<DrawnFigure, FigureFailure>, FileCheck) -> Void
  ) async -> DrawnFigures {
    await draw(
      into: directory, replacing: options.isForced ? .always : .whenDifferent, jobs: options.jobs,
      stoppingAtFailure: options.stopsAtFailure
    ) { place, result, figure in report(result, survey.findings.check(of: figure, at: Int(survey.workPlaces[place]))) }
  }
}

extension OutputDirectory {
  /// The ownership of the directory, which must be a directory or missing.
  func checkedOwnership(takingOver isForced: Bool = false) throws(RunError) -> DirectoryOwnership {
    let names: [String]
    let configuration: String?
    do throws(OutputError) {
      try requireDirectoryOrNothing()
      names = try listedNames()
      configuration = try configurationSeenFromHere()
    } catch {
      throw .directory(error)
    }
    do throws(ForeignDirectoryError) {
      return try ownership(takingOver: isForced, among: names, seen: configuration)
    } catch {
      throw .foreignDirectory(error)
    }
  }

  /// Writes the manifest once the figures of a survey are rendered; nil if the task was cancelled before.
  fileprivate func writeManifest(
    after survey: Survey, drawing drawn: DrawnFigures, from provenance: ManifestProvenance,
    options: RenderOptions
  ) async -> Result<Outcome, FigureFailure>? {
    let name = Self.manifestName(of: survey.plan.shard)
    if !options.isForced, let obstacle = obstacle(toManifestNamed: name) {
      return .failure(FigureFailure(ofFile: name, reason: obstacle.sentence(about: path + "/" + name)))
    }
    var known = survey.sources
    for (place, drawn) in zip(survey.workPlaces, drawn) {
      guard case .success(let figure)? = drawn else { continue }
      known.add(figure.source, ofFigure: survey.plan.figures.number(at: Int(place)))
    }
    do throws(OutputError) {
      return try await writeManifest(of: survey.plan, from: provenance, knowing: known, jobs: options.jobs)
        .map { .success($0) }
    } catch {
      return .failure(FigureFailure(ofFile: name, reason: "\(error)"))
    }
  }
}
