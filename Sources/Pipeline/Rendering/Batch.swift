import Configuration
import Plans
import Sampling
import System
import Text
import Typography

/// The figures of a plan, ready to be made: the configuration is checked and the typefaces are loaded.
///
/// ```swift
/// let batch = try Batch(of: plan)
/// let files = await batch.files()
/// try files[0]?.get().count     // 20481
/// ```
public struct Batch: Sendable {
  /// One result for each figure, in the order of the plan; nil if the task was cancelled before the figure was done.
  public typealias Results<Product> = [Result<Product, FigureFailure>?]

  /// The figures in the order of the plan.
  public let figures: FigurePlans
  /// The stages that make a figure.
  public let renderer: FigureRenderer

  /// Loads the typefaces, with every character of every title.
  ///
  /// - Throws: `TypographyError` if this machine has no such typeface.
  public init(of plan: RenderPlan) throws(TypographyError) {
    figures = plan.figures
    renderer = try FigureRenderer(for: plan)
  }

  /// The number of processors on which this process may run: all of the machine, or fewer where a batch system or
  /// taskset(1) restricts the process to them.
  public static var defaultJobCount: Int { Environment.processorCount }

  /// The warnings about figures whose titles contain characters that no typeface has, in the order of the plan. They do
  /// not depend on what is drawn.
  public var warnings: [FigureWarning] { figures.compactMap { FigureWarning(of: $0, in: renderer.typefaces) } }

  /// Renders all figures and returns the bytes of their files, without writing any.
  ///
  /// - Parameter jobs: The number of figures rendered at the same time, at least one.
  public func files(jobs: Int = defaultJobCount) async -> Results<[UInt8]> {
    await figures.results(jobs: jobs) { [renderer] plan, input, jobs in
      .finished(try await renderer.file(of: plan, from: input, jobs: jobs))
    }
  }
}

extension RandomAccessCollection<FigurePlan> where Self: Sendable, Index == Int {
  /// Makes something of every figure, computing at most `jobs` figures at the same time; a figure that fails does not
  /// affect the others.
  ///
  /// - Parameters:
  ///   - report: Called with each figure as it is done, by the caller's own task.
  ///   - make: Computes the first step of a figure, in as many parts at the same time as the last parameter says. Any
  ///     error that it throws describes itself in one sentence.
  ///
  /// The other parameters are those of `produce`.
  package func results<Product: Sendable>(
    jobs: Int,
    holding limit: Int = Limits.heldSamples,
    within memory: MemoryLimit? = .current,
    stoppingAtFailure stopsAtFailure: Bool = false,
    reporting report: (Result<Product, FigureFailure>, FigurePlan) -> Void = { _, _ in },
    making make:
      @escaping @Sendable (_ figure: FigurePlan, _ input: FigureInput, _ parts: Int) async throws -> ParallelStep<
        Product
      >
  ) async -> Batch.Results<Product> {
    var results: Batch.Results<Product> = [_](repeating: nil, count: count)
    await produce(
      jobs: jobs, holding: limit, within: memory, stoppingAtFailure: stopsAtFailure,
      reporting: { place, result, figure in
        results[place] = result
        report(result, figure)
      }, making: make)
    return results
  }

  /// Makes something of every figure, and keeps none of the products.
  ///
  /// A number of figures are prepared at the same time: their plans and what they share. More are made in such portions, those
  /// of the same samples together.
  ///
  /// - Parameters:
  ///   - limit: The largest number of samples that is held in memory. More are drawn again whenever they are read.
  ///   - memory: The limit on memory: figures that need more fail before any figure is begun, and fewer figures are
  ///     computed at the same time where there is no room for `jobs` of them. nil if memory is not limited.
  ///   - preparedCount: The greatest number of figures that are prepared at the same time; nil for the usual one.
  ///   - stopsAtFailure: Whether no further figure is begun once a figure has failed.
  ///   - report: Called with the place and the product of each figure as it is done, by the caller's own task.
  package func produce<Product: Sendable>(
    jobs: Int,
    holding limit: Int = Limits.heldSamples,
    within memory: MemoryLimit? = .current,
    preparing preparedCount: Int? = nil,
    stoppingAtFailure stopsAtFailure: Bool = false,
    reporting report: (_ place: Int, Result<Product, FigureFailure>, FigurePlan) -> Void,
    making make:
      @escaping @Sendable (_ figure: FigurePlan, _ input: FigureInput, _ parts: Int) async throws -> ParallelStep<
        Product
      >
  ) async {
    let order = WorkOrder(of: self, within: memory, preparing: preparedCount ?? Self.preparedCount(jobs: jobs))
    // The threads are started once for all portions.
    let disk = WorkerThreads(atMost: Limits.figuresInWriting)
    var hasFailed = false
    for (place, reason) in order.refusals {
      hasFailed = true
      let figure = self[startIndex + place]
      report(place, .failure(FigureFailure(of: figure, reason: reason)), figure)
    }
    let jobs = memory.map { $0.jobs(ofBytes: order.greatestBytes, atMost: jobs) } ?? jobs
    for portion in order.portions where !Task.isCancelled && !(stopsAtFailure && hasFailed) {
      let figures = portion.map { self[startIndex + Int($0)] }
      let cache = SampleCache(for: figures, jobs: jobs, holding: limit)
      let idle = IdleJobs(count: jobs)
      SamplingProgress.current?.add(total: cache.streamedSamples)
      await cache.order.parallelMap(
        jobs: jobs, writingOn: disk, stoppingAtFailure: stopsAtFailure,
        reporting: { place, result in
          let index = cache.order[place]
          if case .failure = result { hasFailed = true }
          report(
            Int(portion[portion.startIndex + index]),
            result.mapError { FigureFailure(of: figures[index], reason: "\($0)") }, figures[index])
        },
        { (place: Int, parts: Int) async throws -> ParallelStep<Product> in
          idle.begin()
          defer { idle.release(1) }
          let input = try await cache.input(ofFigure: place, sharing: idle)
          return try await make(figures[place], input, parts).occupying(idle)
        })
    }
  }
}

extension RandomAccessCollection<FigurePlan> {
  /// The number of figures that are prepared at the same time: as many as every job needs to share its stream of samples.
  fileprivate static func preparedCount(jobs: Int) -> Int {
    Swift.max(Limits.preparedFigures, jobs * Limits.figuresOfStream)
  }
}

extension RenderPlan {
  /// The characters of the titles, without line breaks, which are not drawn.
  var titleCharacters: Set<Unicode.Scalar> {
    var characters: Set<Unicode.Scalar> = []
    for figure in figures {
      characters.formUnion(figure.title.unicodeScalars)
      for compared in figure.comparedFunctions { characters.formUnion(compared.title.unicodeScalars) }
      if let parameter = figure.sweptParameter { characters.formUnion(parameter.unicodeScalars) }
    }
    return characters.filter { !$0.isControl }
  }
}
