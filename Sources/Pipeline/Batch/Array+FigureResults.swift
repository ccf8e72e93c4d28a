import Configuration
import System

extension [FigurePlan] {
  /// Makes something of every figure, up to `jobs` at a time, whatever becomes of the others.
  ///
  /// Jobs that can be done lie on a stack, and the latest is taken first. So samples are used up before the next ones are
  /// drawn: at most twice as many sets of samples as there are jobs are held at one time, however many the plan asks for.
  ///
  /// - Parameters:
  ///   - limit: More samples than this are not held, but drawn anew whenever they are read.
  ///   - stopsAtFailure: Whether nothing further is begun once a figure has failed.
  ///   - report: Told of each figure as it is done, by the caller's own task.
  ///   - make: Makes one figure, in so many parts at one time: in several where nothing else is left to begin. What it
  ///     throws describes itself in one sentence.
  /// - Returns: One a figure, in the order of the plan; nil where the task was cancelled, or another figure
  ///   failed, before the figure was done.
  func results<Product: Sendable>(
    jobs: Int,
    holding limit: Int = Limits.heldSamples,
    stoppingAtFailure stopsAtFailure: Bool = false,
    reporting report: (Result<Product, FigureFailure>, FigurePlan) -> Void = { _, _ in },
    making make: @escaping @Sendable (_ figure: FigurePlan, _ input: FigureInput, _ jobs: Int) async throws -> Product
  ) async -> Batch.Results<Product> {
    await results(jobs: jobs, holding: limit, stoppingAtFailure: stopsAtFailure, reporting: report) {
      FigureStage.made(try await make($0, $1, $2))
    }
  }

  /// Makes something of every figure and writes it. A figure that waits for the disk leaves its place to the next.
  ///
  /// What is drawn is encoded at once, by the core in whose cache it lies. Only of the last few, fewer than there are jobs,
  /// the encoding is put off until all are begun, so that all jobs end at about the same time.
  ///
  /// - Parameter draw: Makes one figure, up to where it waits for the disk. At most `Limits.figuresInWriting` do so at one
  ///   time; then no further figure is begun.
  /// - Parameter memory: Figures that need more fail; nil where memory is not limited.
  func results<Product: Sendable>(
    jobs: Int,
    holding limit: Int = Limits.heldSamples,
    within memory: MemoryLimit? = .current,
    stoppingAtFailure stopsAtFailure: Bool = false,
    reporting report: (Result<Product, FigureFailure>, FigurePlan) -> Void = { _, _ in },
    drawing draw: @escaping @Sendable (FigurePlan, FigureInput, _ jobs: Int) async throws -> FigureStage<Product>
  ) async -> Batch.Results<Product> {
    var hasFailed = false
    let reportFailure = { (result: Result<Product, FigureFailure>, figure: FigurePlan) in
      hasFailed = true
      report(result, figure)
    }
    return await results(within: memory, jobs: jobs, reporting: reportFailure) { figures, jobs in
      if hasFailed, stopsAtFailure { return [_](repeating: nil, count: figures.count) }
      return await figures.admittedResults(
        jobs: jobs, holding: limit, stoppingAtFailure: stopsAtFailure, reporting: report, drawing: draw)
    }
  }

  private func admittedResults<Product: Sendable>(
    jobs: Int,
    holding limit: Int,
    stoppingAtFailure stopsAtFailure: Bool,
    reporting report: (Result<Product, FigureFailure>, FigurePlan) -> Void,
    drawing draw: @escaping @Sendable (FigurePlan, FigureInput, _ jobs: Int) async throws -> FigureStage<Product>
  ) async -> Batch.Results<Product> {
    precondition(jobs >= 1, "A batch needs at least one job at a time.")
    var results: Batch.Results<Product> = [_](repeating: nil, count: count)
    await withTaskGroup(of: FigureJob.Yield<Product>.self) { group in
      let disk = WorkerThreads(atMost: Limits.figuresInWriting)
      var waiting: [FigureJob] = FigureJob.first(for: self, jobs: jobs, holding: limit).reversed()
      SamplingProgress.current?.add(total: waiting.streamedSamples(of: self))
      var drawn: [(figure: Int, encode: @Sendable (_ jobs: Int) async throws -> FigureStage<Product>)] = []
      var (running, writing) = (0, 0)
      while true {
        while running < jobs, writing < Limits.figuresInWriting, !(waiting.isEmpty && drawn.isEmpty) {
          running += 1
          let share = waiting.count + drawn.count == 1 ? jobs : 1
          if let job = waiting.popLast() {
            let putsOff = 1..<jobs ~= waiting.count
            group.addTask {
              await job.run(on: self, jobs: share) { figure, input, jobs in
                let stage = try await draw(figure, input, jobs)
                guard case .drawn(let encode) = stage, !putsOff else { return stage }
                return try await encode(jobs)
              }
            }
          } else if let (index, encode) = drawn.popLast() {
            group.addTask { await FigureJob.Yield(of: index, of: self) { try await encode(share) } }
          }
        }
        guard let yield = await group.next() else { return }
        if yield.isWritten { writing -= 1 } else { running -= 1 }
        waiting += yield.jobs.reversed()
        for (index, result) in yield.results {
          switch result {
          case .success(.drawn(let encode)):
            drawn.append((index, encode))
          case .success(.encoded(let write)):
            writing += 1
            group.addTask(executorPreference: disk) { FigureJob.Yield(writing: index, of: self, by: write) }
          case .success(.made(let product)):
            results[index] = .success(product)
            report(.success(product), self[index])
          case .failure(let failure):
            results[index] = .failure(failure)
            report(.failure(failure), self[index])
            if stopsAtFailure { group.cancelAll() }
          }
        }
      }
    }
    return results
  }
}
