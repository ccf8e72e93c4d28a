import JSON
import Plans
import Text

/// The figures of a run, which are resolved entry by entry.
struct FigureList {
  private(set) var plans: [FigurePlan] = []
  private var compared: [ComparedFunction] = []
  /// The place of the first figure with each file name.
  private var filePlaces: [String: Int] = [:]
  /// The settings at the top of the file.
  private let outer: SettingsConfiguration
  /// The resolved settings at the top of the file, without style.
  private let common: FigureSettings
  private let fileName: Template
  private var variants: FigureVariants
  private let kinds: Set<FigureKind>
  private var hasFamily = false
  /// The tables of the entries.
  private(set) var tables: TableLibrary

  /// Makes a list without figures, and checks the settings at the top of the file.
  init(of file: ConfigurationFile, fontNames: [String], tables: TableLibrary, reporting faults: inout Faults) {
    self.tables = tables
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
    fileName = output?.name?.value ?? OutputConfiguration.defaultName
    outer.checkPanels(ofFigures: kinds, reporting: &faults)
    var checked = common
    checked.adapt(to: entryKind)
    checked.check(outer, within: nil, reporting: &faults)
  }

  /// The kind of figure by which the settings of an entry are checked.
  private var entryKind: FigureKind { kinds == [.family] ? .family : kinds == [.depth] ? .depth : .function }

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

  /// Resolves every figure of an entry. A fault that several of them have in one place is reported once.
  mutating func add(_ entry: ActivationConfiguration, reporting faults: inout Faults) {
    let family = kinds.contains(.family) ? FamilyAxis(of: entry, reporting: &faults) : nil
    if let gate = entry.gate, kinds != [.function] {
      faults.report(
        at: gate.offset, "found a gated pair, expected a function of one number in other figures than \"each\"")
      return
    }
    let hasNames = entry.checkTexts(isShared: kinds == [.family], reporting: &faults)
    let function = FunctionPlan(of: entry, tables: &tables, reporting: &faults)
    entry.settings.checkPanels(ofFigures: kinds.subtracting([.comparison, .depthComparison]), reporting: &faults)
    var members: [ComparedFunction] = []
    var reportedPlaces: Set<Int> = []
    let place = entry.name?.offset ?? entry.offset
    for index in 0..<max(entry.figureCount, 1) {
      let figure = SweptActivation(entry, at: index, in: faults.source)
      var own = Faults(in: faults.source)
      let settings = settings(of: entryKind, changedBy: figure.entry.settings, at: place, reporting: &own)
      if hasNames, let function,
        let plan = FigurePlan(figure, of: function, settings: settings, fileName: fileName, reporting: &own)
      {
        if !kinds.isDisjoint(with: [.comparison, .depthComparison]), let function = ComparedFunction(of: plan) {
          compared.append(function)
        }
        if kinds.contains(.function) { add(plan, styledBy: figure.entry.settings, at: place, reporting: &own) }
        if kinds.contains(.depth) { addDepth(of: plan, figure.entry.settings, at: place, reporting: &own) }
        if let family, case .function(let function) = plan.subject {
          members.append(ComparedFunction(title: family.axis.text(at: index), plan: function))
        }
      }
      guard !own.isEmpty else { continue }
      faults.add(own, except: reportedPlaces)
      reportedPlaces.formUnion(own.list.map(\.offset))
    }
    guard let family else { return }
    hasFamily = true
    guard let function, members.count == entry.figureCount else { return }
    var own = Faults(in: faults.source)
    add(members, over: family, of: entry, declared: function, at: place, reporting: &own)
    faults.add(own, except: reportedPlaces)
  }

  /// Resolves the figure of depth of a function.
  private mutating func addDepth(
    of figure: FigurePlan, _ own: SettingsConfiguration, at place: Int, reporting faults: inout Faults
  ) {
    var settings = figure.settings
    if entryKind != .depth {
      var found = Faults(in: faults.source)
      settings = self.settings(of: .depth, changedBy: own, at: place, reporting: &found)
      faults.add(found, except: Set(faults.list.map(\.offset)))
    }
    if let plan = FigurePlan(depthOf: figure, settings: settings, fileName: fileName, at: place, reporting: &faults) {
      add(plan, styledBy: own, at: place, reporting: &faults)
    }
  }

  /// Resolves the figure of a family.
  private mutating func add(
    _ members: [ComparedFunction], over family: FamilyAxis, of entry: ActivationConfiguration, declared: FunctionPlan,
    at place: Int, reporting faults: inout Faults
  ) {
    let figure = SweptActivation(entry, at: 0, in: faults.source)
    let own = figure.entry.settings
    if !kinds.contains(.function) { own.checkFamilyPanels(besidesDepth: kinds.contains(.depth), reporting: &faults) }
    let settings = settings(of: .family, changedBy: own, at: place, reporting: &faults)
    if let plan = FigurePlan(
      family: members, over: family, of: figure, declared: declared, settings: settings, fileName: fileName,
      reporting: &faults)
    {
      add(plan, styledBy: own, at: place, reporting: &faults)
    }
  }

  /// Reports a configuration that asks for families and has none.
  func checkFamilies(of file: ConfigurationFile, reporting faults: inout Faults) {
    guard kinds.contains(.family), !hasFamily, faults.isEmpty, let figures = file.figures else { return }
    let expectation = "an entry with several values of a parameter in its \"sweep\""
    faults.report(at: figures.offset, "found no family, expected \(expectation)")
  }

  /// Resolves the comparisons of all functions that were added for which the configuration asks.
  mutating func addComparisons(of file: ConfigurationFile, reporting faults: inout Faults) {
    let asked = [FigureKind.comparison, .depthComparison].filter(kinds.contains)
    guard !asked.isEmpty else { return }
    let own = file.comparison?.value ?? ComparisonConfiguration()
    let place = own.name?.offset ?? file.comparison?.offset ?? file.figures?.offset ?? 0
    own.settings.checkPanels(ofFigures: Set(asked), reporting: &faults)
    var reportedPlaces: Set<Int> = []
    for kind in asked {
      var found = Faults(in: faults.source)
      let settings = settings(of: kind, changedBy: own.settings, at: place, reporting: &found)
      if let plan = FigurePlan(
        comparing: compared, own, settings: settings, fileName: fileName, at: place, reporting: &found)
      {
        add(plan, styledBy: own.settings, at: place, reporting: &found)
      }
      faults.add(found, except: reportedPlaces)
      reportedPlaces.formUnion(found.list.map(\.offset))
    }
  }

  /// The settings of a figure, and a report of what is at fault in them.
  ///
  /// - Parameter place: The offset at which a fault is reported that only the kind of figure makes.
  private func settings(
    of kind: FigureKind, changedBy inner: SettingsConfiguration, at place: Int, reporting faults: inout Faults
  ) -> FigureSettings {
    var settings = common
    settings.adapt(to: kind)
    inner.changes.apply(to: &settings)
    settings.adapt(to: kind)
    variants.arrange(&settings)
    settings.check(inner, within: outer, reporting: &faults)
    if kind != entryKind, common.faultOfPaper == nil, !inner.changes.contains(where: \.isOfPaper),
      let fault = settings.faultOfPaper
    {
      faults.report(at: place, fault)
    }
    return settings
  }

  /// Adds every variant of a figure.
  private mutating func add(
    _ plan: FigurePlan, styledBy settings: SettingsConfiguration, at place: Int, reporting faults: inout Faults
  ) {
    for variant in variants.plans(
      of: plan, styledBy: [outer, settings], after: plans.suffix(variants.count), at: place, reporting: &faults)
    {
      takeFile(variant.fileName, at: place, reporting: &faults)
      plans.append(variant)
    }
  }

  /// Notes the file of a figure, or reports that an earlier figure has it.
  private mutating func takeFile(_ file: String, at place: Int, reporting faults: inout Faults) {
    let key = FileName.folded(file)
    guard let first = filePlaces[key] else {
      filePlaces[key] = place
      return
    }
    let found = "found a second figure for the file \"\(file.printable)\""
    let expectation = "a \"name\" of its own (case does not count)"
    faults.report(at: place, "\(found), expected \(expectation); the first is at", earlier: first)
  }
}
