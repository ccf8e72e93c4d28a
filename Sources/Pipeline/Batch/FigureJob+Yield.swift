import Configuration

/// How far a figure has come that a job was done for.
enum FigureStage<Product: Sendable>: Sendable {
  /// All that there is to be done is done.
  case made(Product)
  /// Its pixels are there; what is left is work for a processor, in so many parts at one time.
  case drawn(encode: @Sendable (_ jobs: Int) async throws -> FigureStage)
  /// The processors are done with it; what is left waits for the disk.
  case encoded(write: @Sendable () throws -> Product)
}

extension FigureJob {
  /// What comes of a job, or of what is left to be done for a figure.
  struct Yield<Product: Sendable>: Sendable {
    var jobs: [FigureJob] = []
    var results: [(figure: Int, result: Result<FigureStage<Product>, FigureFailure>)] = []
    /// Whether no processor was busy with it.
    var isWritten = false
  }
}

extension FigureJob.Yield {
  /// Of figures that failed for the same reason; nothing comes of those that were cancelled.
  init(failing indices: [Int], of figures: [FigurePlan], with error: any Error) {
    if error is CancellationError { return }
    results = indices.map { ($0, .failure(FigureFailure(of: figures[$0], reason: "\(error)"))) }
  }

  /// Brings a figure to its next stage; in a cancelled task nothing is done.
  init(of index: Int, of figures: [FigurePlan], by next: () async throws -> FigureStage<Product>) async {
    do {
      try Task.checkCancellation()
      self.init(results: [(index, .success(try await next()))])
    } catch {
      self.init(failing: [index], of: figures, with: error)
    }
  }

  /// Writes a figure; in a cancelled task nothing is written.
  init(writing index: Int, of figures: [FigurePlan], by write: () throws -> Product) {
    do {
      try Task.checkCancellation()
      self.init(results: [(index, .success(.made(try write())))])
    } catch {
      self.init(failing: [index], of: figures, with: error)
    }
    isWritten = true
  }
}
