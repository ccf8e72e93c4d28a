import JSON
import Plans

/// An entry of the configuration, with what all its figures have in common.
struct FigureEntry: Sendable {
  let configuration: ActivationConfiguration
  /// The function with the values of the entry; nil if it is at fault.
  let function: FunctionPlan?
  /// The parameter by which the curves of the entry's family differ; nil if the entry has no family.
  let family: FamilyAxis?
  /// The style of each theme.
  let styles: [FigureSettings]

  /// The offset at which faults of its figures are reported.
  var place: Int { configuration.name?.offset ?? configuration.offset }

  /// The number of its figures, not counting variants.
  func figureCount(in context: FigureContext) -> Int {
    context.ownKinds.count * max(configuration.figureCount, 1) + (family == nil ? 0 : 1)
  }
}

extension FigureEntry {
  /// Makes one of the figures of an entry without faults, in the order of the run; the family is the last.
  func figure(at index: Int, in context: FigureContext, source: SourceText) -> FigurePlan? {
    let kinds = context.ownKinds
    guard let function else { return nil }
    guard index < kinds.count * max(configuration.figureCount, 1) else {
      return familyFigure(of: function, in: context, source: source)
    }
    let swept = SweptActivation(configuration, at: index / kinds.count, in: source)
    var faults = Faults(in: source)
    let kind = kinds[index % kinds.count]
    let entryKind = kind == .depth ? context.entryKind : kind
    let own = swept.entry.settings
    let plan = FigurePlan(
      swept, of: function, settings: context.settings(of: entryKind, changedBy: own), fileName: context.fileName,
      isChecked: true, reporting: &faults)
    guard kind == .depth, let plan else { return plan }
    let settings = entryKind == .depth ? plan.settings : context.settings(of: .depth, changedBy: own)
    return FigurePlan(
      depthOf: plan, settings: settings, fileName: context.fileName, at: place, reporting: &faults)
  }

  private func familyFigure(of function: FunctionPlan, in context: FigureContext, source: SourceText) -> FigurePlan? {
    guard let family else { return nil }
    var faults = Faults(in: source)
    var members: [ComparedFunction] = []
    for index in 0..<configuration.figureCount {
      let swept = SweptActivation(configuration, at: index, in: source)
      let settings = context.settings(of: context.entryKind, changedBy: swept.entry.settings)
      let plan = FigurePlan(
        swept, of: function, settings: settings, fileName: context.fileName, isChecked: true, reporting: &faults)
      guard case .function(let function)? = plan?.subject else { return nil }
      members.append(ComparedFunction(title: family.axis.text(at: index), plan: function))
    }
    let first = SweptActivation(configuration, at: 0, in: source)
    return FigurePlan(
      family: members, over: family, of: first, declared: function,
      settings: context.settings(of: .family, changedBy: first.entry.settings), fileName: context.fileName,
      reporting: &faults)
  }
}
