import Configuration
import JSON
import PNG
import System
import Text
import Typography

/// The figures of a plan, ready to be made: the configuration is checked and the typefaces are loaded.
///
/// ```swift
/// let batch = try Batch(of: plan)
/// let directory = try OutputDirectory(creating: plan.outputDirectory)
/// let results = await batch.render(into: directory, replacing: .whenDifferent)
/// try results[0]?.get().outcome     // .created
/// ```
public struct Batch: Sendable {
  /// One a figure, in the order of the plan; nil where the task was cancelled before the figure was done.
  public typealias Results<Product> = [Result<Product, FigureFailure>?]

  /// In the order of the plan.
  public let figures: [FigurePlan]
  let typefaces: TypefaceFamily

  /// Loads the typefaces, with every character of every title.
  ///
  /// - Throws: `TypographyError`, where this machine has no such typeface.
  public init(of plan: RenderPlan) throws(TypographyError) {
    figures = plan.figures
    typefaces = try TypefaceFamily(installedWith: plan.titleCharacters, preferring: plan.fonts)
  }

  /// As many as there are processors on which this process may run: where it is kept to a few of them, as by a batch
  /// system or taskset(1), as many as those.
  public static var defaultJobCount: Int { Environment.processorCount }

  /// Draws all figures and writes each as soon as it is done.
  ///
  /// Files are written by threads of their own, so that the jobs never wait for the disk. Results and files are the same
  /// whatever the number of jobs. Where the task is cancelled no further figure is begun and no further file is written;
  /// whatever is being written is finished.
  ///
  /// - Parameters:
  ///   - replacement: What becomes of a file that holds the same bytes already.
  ///   - jobs: Figures in work at one time, at least one, and parts of the last figure, if it is huge; memory grows with it.
  ///   - stopsAtFailure: Whether nothing further is begun once a figure has failed.
  ///   - report: Told of each figure as it is done, in whatever order that happens.
  public func render(
    into directory: OutputDirectory,
    replacing replacement: OutputDirectory.Replacement,
    jobs: Int = defaultJobCount,
    stoppingAtFailure stopsAtFailure: Bool = false,
    reporting report: (Result<DrawnFigure, FigureFailure>, FigurePlan) -> Void = { _, _ in }
  ) async -> Results<DrawnFigure> {
    let encoder = PNGEncoder()
    return await figures.results(
      jobs: jobs, stoppingAtFailure: stopsAtFailure, reporting: report,
      drawing: { [typefaces] figure, input, jobs in
        let picture = try await figure.picture(feeding: input, typefaces: typefaces, jobs: jobs)
        return .drawn { jobs in
          let png = try await encoder.encode(picture.image, compression: figure.settings.compression, jobs: jobs)
          return .encoded {
            let outcome = try directory.write(png, to: figure.fileName, replacing: replacement)
            return DrawnFigure(outcome: outcome, pixels: picture.pixels)
          }
        }
      })
  }

  /// Draws all figures and gives the bytes of their files, without a disk.
  ///
  /// - Parameter jobs: As for `render`.
  public func files(jobs: Int = defaultJobCount) async -> Results<[UInt8]> {
    let encoder = PNGEncoder()
    return await figures.results(jobs: jobs) { [typefaces] figure, input, jobs in
      try await figure.file(feeding: input, typefaces: typefaces, encoder: encoder, jobs: jobs)
    }
  }

  /// Describes each figure in JSON, without drawing it: its settings, its numbers, and where everything stands.
  ///
  /// - Parameters:
  ///   - jobs: Figures in work at one time, at least one.
  ///   - take: Takes each description, in the order of the plan. Few are held at one time, however many figures there are.
  /// - Throws: What `take` throws; then no further figure is described.
  public func describe(
    jobs: Int = defaultJobCount, to take: (Result<JSON, FigureFailure>) throws -> Void
  ) async rethrows {
    for start in stride(from: 0, to: figures.count, by: Limits.figuresInDescription) {
      let portion = Array(figures[start..<min(start + Limits.figuresInDescription, figures.count)])
      for case let description? in await portion.descriptions(with: typefaces, jobs: jobs) { try take(description) }
    }
  }

  /// All descriptions at once, as `describe` gives them.
  func descriptions(jobs: Int = defaultJobCount) async -> Results<JSON> {
    await figures.descriptions(with: typefaces, jobs: jobs)
  }
}

extension [FigurePlan] {
  fileprivate func descriptions(with typefaces: TypefaceFamily, jobs: Int) async -> Batch.Results<JSON> {
    await results(jobs: jobs) { figure, input, _ in
      if case .comparison(let functions) = figure.subject {
        let shown = try figure.figure(comparing: functions)
        return JSON(
          describing: figure, comparing: functions, layout: try figure.layout(of: shown, typefaces: typefaces))
      }
      let study = try figure.study(feeding: input)
      return JSON(describing: figure, study: study, layout: try figure.layout(of: study, typefaces: typefaces))
    }
  }
}

/// A figure that was drawn and written.
public struct DrawnFigure: Sendable {
  /// What became of its file.
  public let outcome: OutputDirectory.Outcome
  /// Of the pixels.
  let pixels: Checksum
}

extension RenderPlan {
  /// What the typefaces must hold beside what stands in every figure. Line breaks are not drawn.
  var titleCharacters: Set<Unicode.Scalar> {
    var characters = Set(figures.lazy.flatMap(\.title.unicodeScalars).filter { !$0.isControl })
    for case .comparison(let functions) in figures.lazy.map(\.subject) {
      characters.formUnion(functions.flatMap(\.title.unicodeScalars).filter { !$0.isControl })
    }
    return characters
  }
}
