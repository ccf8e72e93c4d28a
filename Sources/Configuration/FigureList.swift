import JSON
import Plans
import Text

/// The figures of a configuration while it is checked. Each is made once, and none is kept.
struct FigureList {
  /// The figures that were added so far.
  private var figures: ConfiguredFigures
  /// The numbers of the figures by the names of their files.
  private var files: FileNumbers
  /// The tables of the entries.
  private(set) var tables: TableLibrary
  private let context: FigureContext
  /// The functions of the comparisons, as far as a comparison can show them.
  private var compared: [ComparedFunction] = []
  private var comparedCount = 0
  private var hasFamily = false

  /// Makes a list without figures.
  init(in context: FigureContext, capacity: Int, tables: TableLibrary, source: SourceText) {
    (self.context, self.tables) = (context, tables)
    figures = ConfiguredFigures(in: context, source: source)
    files = FileNumbers(capacity: capacity)
  }

  /// All figures that were added, if no fault was found.
  var source: ConfiguredFigures {
    var source = figures
    source.files = files
    return source
  }

  /// Resolves every figure of an entry. A fault that several of them have in one place is reported once.
  mutating func add(_ entry: ActivationConfiguration, reporting faults: inout Faults) {
    let kinds = context.kinds
    let family = kinds.contains(.family) ? FamilyAxis(of: entry, reporting: &faults) : nil
    if let gate = entry.gate, kinds != [.function] {
      faults.report(
        at: gate.offset, "found a gated pair, expected a function of one number in other figures than \"each\"")
      return
    }
    let hasNames = entry.checkTexts(isShared: kinds == [.family], reporting: &faults)
    let function = FunctionPlan(of: entry, tables: &tables, reporting: &faults)
    entry.settings.checkPanels(ofFigures: kinds.subtracting([.comparison, .depthComparison]), reporting: &faults)
    var styles = context.styles(changedBy: entry.settings)
    let earlierStyles = figures.entries.last?.styles ?? context.styles
    for theme in styles.indices { styles[theme].shareStyle(with: earlierStyles[theme]) }
    let resolved = FigureEntry(configuration: entry, function: function, family: family, styles: styles)
    var number = figures.count
    figures.append(resolved)
    let place = resolved.place
    var members: [ComparedFunction] = []
    var reportedPlaces: Set<Int> = []
    for index in 0..<max(entry.figureCount, 1) {
      if index >= Limits.examinedFigures, !reportedPlaces.isEmpty { break }
      let figure = SweptActivation(entry, at: index, in: faults.source)
      var own = Faults(in: faults.source)
      let settings = context.settings(
        of: context.entryKind, changedBy: figure.entry.settings, at: place, reporting: &own)
      let plan =
        if hasNames, let function {
          FigurePlan(figure, of: function, settings: settings, fileName: context.fileName, reporting: &own)
        } else { nil as FigurePlan? }
      if let plan {
        addCompared(plan)
        if kinds.contains(.function) { add(plan, number, styles: resolved.styles, at: place, reporting: &own) }
        if kinds.contains(.depth) {
          let number = number + (kinds.contains(.function) ? context.variants.count : 0)
          addDepth(of: plan, number, figure.entry.settings, styles: resolved.styles, at: place, reporting: &own)
        }
        if let family, case .function(let function) = plan.subject {
          members.append(ComparedFunction(title: family.axis.text(at: index), plan: function))
        }
      }
      number += context.ownKinds.count * context.variants.count
      guard !own.isEmpty else { continue }
      faults.add(own, except: reportedPlaces)
      reportedPlaces.formUnion(own.list.map(\.offset))
    }
    guard let family else { return }
    hasFamily = true
    guard let function, members.count == entry.figureCount else { return }
    var own = Faults(in: faults.source)
    add(members, over: family, of: resolved, number, declared: function, reporting: &own)
    faults.add(own, except: reportedPlaces)
  }

  private mutating func addCompared(_ figure: FigurePlan) {
    guard context.compares, let function = ComparedFunction(of: figure) else { return }
    comparedCount += 1
    if compared.count < Limits.comparedFunctions { compared.append(function) }
  }

  /// Resolves the figure of depth of a function.
  private mutating func addDepth(
    of figure: FigurePlan, _ number: Int, _ own: SettingsConfiguration, styles: [FigureSettings], at place: Int,
    reporting faults: inout Faults
  ) {
    var settings = figure.settings
    if context.entryKind != .depth {
      var found = Faults(in: faults.source)
      settings = context.settings(of: .depth, changedBy: own, at: place, reporting: &found)
      faults.add(found, except: Set(faults.list.map(\.offset)))
    }
    if let plan = FigurePlan(
      depthOf: figure, settings: settings, fileName: context.fileName, at: place, reporting: &faults)
    {
      add(plan, number, styles: styles, at: place, reporting: &faults)
    }
  }

  /// Resolves the figure of a family.
  private mutating func add(
    _ members: [ComparedFunction], over family: FamilyAxis, of entry: FigureEntry, _ number: Int,
    declared: FunctionPlan, reporting faults: inout Faults
  ) {
    let figure = SweptActivation(entry.configuration, at: 0, in: faults.source)
    let own = figure.entry.settings
    let kinds = context.kinds
    if !kinds.contains(.function) { own.checkFamilyPanels(besidesDepth: kinds.contains(.depth), reporting: &faults) }
    let settings = context.settings(of: .family, changedBy: own, at: entry.place, reporting: &faults)
    if let plan = FigurePlan(
      family: members, over: family, of: figure, declared: declared, settings: settings, fileName: context.fileName,
      reporting: &faults)
    {
      add(plan, number, styles: entry.styles, at: entry.place, reporting: &faults)
    }
  }

  /// Reports a configuration that asks for families and has none.
  func checkFamilies(of file: ConfigurationFile, reporting faults: inout Faults) {
    guard context.kinds.contains(.family), !hasFamily, faults.isEmpty, let figures = file.figures else { return }
    let expectation = "an entry with several values of a parameter in its \"sweep\""
    faults.report(at: figures.offset, "found no family, expected \(expectation)")
  }

  /// Resolves the comparisons of all functions that were added for which the configuration asks.
  mutating func addComparisons(of file: ConfigurationFile, reporting faults: inout Faults) {
    let asked = [FigureKind.comparison, .depthComparison].filter(context.kinds.contains)
    guard !asked.isEmpty else { return }
    let own = file.comparison?.value ?? ComparisonConfiguration()
    let place = own.name?.offset ?? file.comparison?.offset ?? file.figures?.offset ?? 0
    own.settings.checkPanels(ofFigures: Set(asked), reporting: &faults)
    let styles = context.styles(changedBy: own.settings)
    var reportedPlaces: Set<Int> = []
    for kind in asked {
      var found = Faults(in: faults.source)
      let settings = context.settings(of: kind, changedBy: own.settings, at: place, reporting: &found)
      if let plan = FigurePlan(
        comparing: compared, own, settings: settings, fileName: context.fileName, at: place, reporting: &found)
      {
        let number = figures.count
        figures.append(plan, styles: styles)
        add(plan, number, showing: comparedCount, styles: styles, at: place, reporting: &found)
      }
      faults.add(found, except: reportedPlaces)
      reportedPlaces.formUnion(found.list.map(\.offset))
    }
  }

  /// Checks every variant of a figure, and notes its files.
  ///
  /// - Parameters:
  ///   - number: The number of its first variant.
  ///   - count: The number of functions of a comparison.
  private mutating func add(
    _ plan: FigurePlan, _ number: Int, showing count: Int? = nil, styles: [FigureSettings], at place: Int,
    reporting faults: inout Faults
  ) {
    let functionCount = count ?? (plan.sweptParameter == nil ? plan.comparedFunctions.count : 0)
    context.variants.check(plan, showing: functionCount, styles: styles, at: place, reporting: &faults)
    if !figures.sharesRanges, !plan.sharedAxes.isEmpty { figures.sharesRanges = true }
    for variant in 0..<context.variants.count {
      let file = context.variants.fileName(variant, of: plan, styles: styles)
      let earlier = files.add(number + variant, named: file) { [figures] in figures.names(at: $0).file }
      guard let first = earlier.map({ figures.place(of: $0) ?? place }) else { continue }
      let found = "found a second figure for the file \"\(file.printable)\""
      let expectation = "a \"name\" of its own (case does not count)"
      faults.report(at: place, "\(found), expected \(expectation); the first is at", earlier: first)
    }
  }
}
