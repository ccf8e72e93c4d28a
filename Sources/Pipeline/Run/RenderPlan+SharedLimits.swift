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
    let sharing = allFigures.filter { !$0.sharedAxes.isEmpty }
    guard !sharing.isEmpty else { return self }
    // The ranges must not depend on the memory of the machine.
    let results = await sharing.map { $0.fixing([:]) }.results(jobs: jobs, within: nil) { plan, input, _ in
      let study = try FigureRenderer.study(of: plan, from: input)
      return .finished(try FigureRenderer.figure(of: plan, showing: study).ranges(along: plan.settings.panels))
    }
    guard !Task.isCancelled, !results.contains(where: { $0 == nil }) else { return self }
    var common: [SharedAxis: ClosedRange<Double>] = [:]
    for (figure, result) in zip(sharing, results) {
      guard case .success(let ranges)? = result else { continue }
      for axis in figure.sharedAxes {
        let key = SharedAxis(axis, of: figure)
        if let range = ranges[axis] { common[key] = common[key]?.union(range) ?? range }
      }
    }
    return replacing(
      Dictionary(
        uniqueKeysWithValues: sharing.map { figure in
          let ranges = figure.sharedAxes.compactMap { axis in common[SharedAxis(axis, of: figure)].map { (axis, $0) } }
          return (figure.fileName, figure.fixing(Dictionary(uniqueKeysWithValues: ranges)))
        }))
  }
}

/// An axis whose range some figures share.
private struct SharedAxis: Hashable {
  let axis: StudyAxis
  let kind: FigureKind
  /// Whether the axis shows logarithms, so that it cannot begin at zero.
  let isLogarithmic: Bool

  init(_ axis: StudyAxis, of figure: FigurePlan) {
    self.axis = axis
    kind = figure.settings.kind
    isLogarithmic = axis == .counts && figure.settings.presentation.counts == .log
  }
}
