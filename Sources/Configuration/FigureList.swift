import ActivationFigures
import JSON
import Text

/// The figures of a run as they are resolved, entry by entry.
struct FigureList {
  private(set) var plans: [FigurePlan] = []
  private var compared: [ComparedFunction] = []
  private var files = FilePlaces()
  /// What stands at the top of the file, and what comes of it.
  private let outer: SettingsConfiguration
  private let common: FigureSettings
  private let fileName: Template
  private var variants: FigureVariants
  private let choice: FigureChoice

  /// Without a figure yet; checks what is said for all of them.
  init(of configuration: Configuration, fontNames: [String], reporting faults: inout Faults) {
    outer = configuration.settings
    var common = FigureSettings()
    common.fontNames = fontNames
    common.compression = configuration.output?.value?.compression?.value ?? common.compression
    common.apply(outer)
    common.check(outer, within: nil, reporting: &faults)
    self.common = common
    fileName = configuration.output?.value?.name?.value ?? OutputConfiguration.defaultName
    variants = FigureVariants(configuration.variants)
    choice = configuration.figures?.value ?? .each
  }

  /// Those of a configuration, or none after saying that they are too many in all variants.
  func entries(of configuration: Configuration, reporting faults: inout Faults) -> [ActivationConfiguration] {
    let entries = configuration.activations?.value ?? []
    let count = entries.reduce(0) { $0 + $1.figureCount } * variants.count
    guard count > Limits.figures, let variants = configuration.variants else { return entries }
    faults.report(at: variants.offset, "found \(count) figures in all variants, expected at most \(Limits.figures)")
    return []
  }

  /// Resolves every figure of an entry. What is wrong in one place with several of them is said of the first.
  mutating func add(_ entry: ActivationConfiguration, reporting faults: inout Faults) {
    let hasNames = entry.checkTexts(reporting: &faults)
    let function = FunctionPlan(of: entry, reporting: &faults)
    var toldPlaces: Set<Int> = []
    for index in 0..<max(entry.figureCount, 1) {
      let figure = entry.figure(at: index, in: faults.source)
      var own = Faults(in: faults.source)
      var settings = common
      settings.apply(figure.entry.settings)
      settings.check(figure.entry.settings, within: outer, reporting: &own)
      if hasNames, let function,
        let plan = FigurePlan(figure, of: function, settings: settings, fileName: fileName, reporting: &own)
      {
        if choice != .each, let function = ComparedFunction(of: plan) { compared.append(function) }
        if choice != .comparison {
          add(plan, styledBy: figure.entry.settings, at: entry.name?.offset ?? entry.offset, reporting: &own)
        }
      }
      guard !own.isEmpty else { continue }
      faults.add(own, except: toldPlaces)
      toldPlaces.formUnion(own.list.map(\.offset))
    }
  }

  /// Resolves the figure of all functions that were added, where one is asked for.
  mutating func addComparison(of configuration: Configuration, reporting faults: inout Faults) {
    guard choice != .each else { return }
    let own = configuration.comparison?.value ?? ComparisonConfiguration()
    var settings = common
    settings.apply(own.settings)
    settings.check(own.settings, within: outer, reporting: &faults)
    let place = own.name?.offset ?? configuration.comparison?.offset ?? configuration.figures?.offset ?? 0
    if let plan = FigurePlan(
      comparing: compared, own, settings: settings, fileName: fileName, at: place, reporting: &faults)
    {
      add(plan, styledBy: own.settings, at: place, reporting: &faults)
    }
  }

  /// Adds every variant of a figure.
  private mutating func add(
    _ plan: FigurePlan, styledBy settings: SettingsConfiguration, at place: Int, reporting faults: inout Faults
  ) {
    for variant in variants.plans(
      of: plan, styledBy: [outer, settings], after: plans.suffix(variants.count), at: place, reporting: &faults)
    {
      files.add(variant.fileName, at: place, reporting: &faults)
      plans.append(variant)
    }
  }
}

/// The files that figures of a run have taken, each with the place of the first.
private struct FilePlaces {
  private var places: [String: Int] = [:]

  /// Takes a file, or says that it is taken.
  mutating func add(_ file: String, at place: Int, reporting faults: inout Faults) {
    let key = FileName.folded(file)
    guard let first = places[key] else {
      places[key] = place
      return
    }
    let found = "found a second figure for the file \"\(file.printable)\""
    let expectation = "a \"name\" of its own (case does not count)"
    faults.report(at: place, "\(found), expected \(expectation); the first is at", earlier: first)
  }
}
