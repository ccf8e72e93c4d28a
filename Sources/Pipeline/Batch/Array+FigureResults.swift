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
    precondition(jobs >= 1, "A batch needs at least one job at a time.")
    var results: Batch.Results<Product> = [_](repeating: nil, count: count)
    await withTaskGroup(of: FigureJob.Yield<Product>.self) { group in
      var waiting: [FigureJob] = FigureJob.first(for: self, jobs: jobs, holding: limit).reversed()
      var running = 0
      while true {
        while running < jobs, let job = waiting.popLast() {
          running += 1
          let share = waiting.isEmpty ? jobs : 1
          group.addTask { await job.run(on: self, jobs: share, making: make) }
        }
        guard let yield = await group.next() else { return }
        running -= 1
        waiting += yield.jobs.reversed()
        for (index, result) in yield.results {
          results[index] = result
          report(result, self[index])
          if stopsAtFailure, case .failure = result { group.cancelAll() }
        }
      }
    }
    return results
  }
}
