import JSON
import Plans

/// What all figures of a configuration have in common: the settings at the top of the file, the template of the file names,
/// and the variants and kinds for which it asks.
struct FigureContext: Sendable {
  /// The settings at the top of the file.
  let outer: SettingsConfiguration
  /// The resolved settings at the top of the file, without style.
  let common: FigureSettings
  /// The same with the style of each theme.
  let styles: [FigureSettings]
  let fileName: Template
  let variants: FigureVariants
  let kinds: Set<FigureKind>

  /// Resolves the settings at the top of the file, and checks them.
  init(of file: ConfigurationFile, fontNames: [String], reporting faults: inout Faults) {
    let output = file.output?.value
    outer = file.settings
    var common = FigureSettings()
    common.fontNames = fontNames
    output?.changes.apply(to: &common)
    outer.changes.apply(to: &common)
    variants = FigureVariants(file.variants)
    variants.arrange(&common)
    kinds = file.figures?.value ?? [.function]
    self.common = common
    styles = variants.styles(of: common, changedBy: [outer])
    fileName = output?.name?.value ?? OutputConfiguration.defaultName
    outer.checkPanels(ofFigures: kinds, reporting: &faults)
    var checked = common
    checked.adapt(to: entryKind)
    checked.check(outer, within: nil, reporting: &faults)
  }

  /// The kind of figure by which the settings of an entry are checked.
  var entryKind: FigureKind { kinds == [.family] ? .family : kinds == [.depth] ? .depth : .function }

  /// Whether a comparison of any kind is asked for.
  var compares: Bool { !kinds.isDisjoint(with: [.comparison, .depthComparison]) }

  /// The kinds of the figures that each value of a sweep has, in their order.
  var ownKinds: [FigureKind] { [.function, .depth].filter(kinds.contains) }

  /// The style of each theme for figures with settings of their own.
  func styles(changedBy inner: SettingsConfiguration) -> [FigureSettings] {
    inner.style == nil && inner.marks == nil ? styles : variants.styles(of: common, changedBy: [outer, inner])
  }

  /// The settings of a figure, without style.
  func settings(of kind: FigureKind, changedBy inner: SettingsConfiguration) -> FigureSettings {
    var settings = common
    settings.adapt(to: kind)
    inner.changes.apply(to: &settings)
    settings.adapt(to: kind)
    variants.arrange(&settings)
    return settings
  }

  /// The settings of a figure, without style, and a report of what is at fault in them.
  ///
  /// - Parameter place: The offset at which a fault is reported that only the kind of figure makes.
  func settings(
    of kind: FigureKind, changedBy inner: SettingsConfiguration, at place: Int, reporting faults: inout Faults
  ) -> FigureSettings {
    let settings = settings(of: kind, changedBy: inner)
    settings.check(inner, within: outer, reporting: &faults)
    if kind != entryKind, common.faultOfPaper == nil, !inner.changes.contains(where: \.isOfPaper),
      let fault = settings.faultOfPaper
    {
      faults.report(at: place, fault)
    }
    return settings
  }

  /// The entries of a configuration; none, after reporting it, if they make too many figures in all variants.
  func entries(of file: ConfigurationFile, reporting faults: inout Faults) -> [ActivationConfiguration] {
    let entries = file.activations?.value ?? []
    let families = kinds.contains(.family) ? entries.count { $0.sweep != nil } : 0
    let single = kinds.isSuperset(of: [.function, .depth]) ? 2 : 1
    let count = entries.reduce(families) { $0 + single * $1.figureCount } * variants.count
    guard count > Limits.figures, let place = file.variants?.offset ?? (single > 1 ? file.figures?.offset : nil) else {
      return entries
    }
    let all = file.variants == nil ? "" : " in all variants"
    faults.report(at: place, "found \(count) figures\(all), expected at most \(Limits.figures)")
    return []
  }

  /// The greatest number of files that entries and comparisons can have.
  func figureCount(of entries: [ActivationConfiguration]) -> Int {
    let own = entries.reduce(0) { $0 + ownKinds.count * $1.figureCount + ($1.sweep == nil ? 0 : 1) }
    return (own + 2) * variants.count
  }
}
