import Configuration
import System

extension [FigurePlan] {
  /// Makes something of the figures for which there is memory; the others fail, with a sentence, before anything is begun.
  ///
  /// Where there is a limit only so many figures are in work at one time as it has room for.
  ///
  /// - Parameters:
  ///   - limit: Nil where memory is not limited.
  ///   - results: Of some of the figures, made with so many jobs.
  func results<Product: Sendable>(
    within limit: MemoryLimit?, jobs: Int,
    reporting report: (Result<Product, FigureFailure>, FigurePlan) -> Void,
    making results: (_ figures: [FigurePlan], _ jobs: Int) async -> Batch.Results<Product>
  ) async -> Batch.Results<Product> {
    guard let limit else { return await results(self, jobs) }
    let sizes = map(\.estimate.bytes)
    let admitted = indices.filter { sizes[$0] <= limit.available }
    var all: Batch.Results<Product> = [_](repeating: nil, count: count)
    for index in indices where sizes[index] > limit.available {
      let failure = FigureFailure(
        ofFile: self[index].fileName,
        reason:
          "It may take \(sizes[index].roundedMegabytes) of memory, but \(limit.name) leaves the process no more than "
          + "\(limit.available.roundedMegabytes).")
      all[index] = .failure(failure)
      report(.failure(failure), self[index])
    }
    let most = admitted.lazy.map { sizes[$0] }.max() ?? 1
    let made = await results(admitted.map { self[$0] }, Swift.max(1, Swift.min(jobs, limit.available / most)))
    for (index, result) in zip(admitted, made) { all[index] = result }
    return all
  }
}
