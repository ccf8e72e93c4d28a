import ActivationFigures
import Configuration
import Plans

// Ranges of axes that all figures of a configuration share. They are known only after every one of these figures has been
// studied, and are fixed before anything else is done with the plan.

extension RenderPlan {
  /// The plan with a fixed range in place of each that figures share: the smallest range that holds what each of them
  /// shows.
  ///
  /// Figures of one kind share their ranges: those of single functions, comparisons, families, and both kinds of depth. All
  /// figures of the configuration take part, selected or not, so that a selection draws the same pictures as a whole run. A figure that
  /// cannot be studied takes no part. Nothing is studied if no axis is shared.
  ///
  /// - Parameter jobs: The number of figures studied at the same time, at least one.
  /// - Returns: The plan itself once the task is cancelled.
  public func fixingSharedLimits(jobs: Int = Batch.defaultJobCount) async -> RenderPlan {
    guard allFigures.sharesRanges else { return self }
    let unshared = allFigures.fixing([:])
    let sharing = allFigures.indices.filter { !allFigures[$0].sharedAxes.isEmpty }
    var common: [SharedAxis: ClosedRange<Double>] = [:]
    var doneCount = 0
    // The ranges must not depend on the memory of the machine.
    await unshared.keeping(sharing).produce(
      jobs: jobs, within: nil,
      reporting: { (place, result: Result<[StudyAxis: ClosedRange<Double>], FigureFailure>, _) in
        doneCount += 1
        guard case .success(let ranges) = result else { return }
        let figure = allFigures[sharing[place]]
        for axis in figure.sharedAxes {
          let key = SharedAxis(axis, of: figure)
          if let range = ranges[axis] { common[key] = common[key]?.union(range) ?? range }
        }
      },
      making: { plan, input, _ in
        let study = try FigureRenderer.study(of: plan, from: input)
        return .finished(try FigureRenderer.figure(of: plan, showing: study).ranges(along: plan.settings.panels))
      })
    return Task.isCancelled || doneCount < sharing.count ? self : fixing(common)
  }
}
