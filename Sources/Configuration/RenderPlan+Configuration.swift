import ActivationFigures
import JSON
import Text
import Typography

extension RenderPlan {
  /// Reads a configuration and makes a complete and checked plan of it, or reports all its faults.
  ///
  /// ```swift
  /// let plan = try RenderPlan(readingConfiguration: Array(#"{"activations": ["sigmoid"]}"#.utf8), named: "config.json")
  /// plan.figures[0].fileName     // "sigmoid.png"
  /// ```
  ///
  /// - Parameters:
  ///   - bytes: JSON in UTF-8, as RFC 8259 defines it.
  ///   - name: The name of the file in messages.
  ///   - directory: The folder of the file, to which the paths of fonts and of the output directory are relative.
  ///   - options: Values that replace those of the file, each as KEY=VALUE: `samples=1000`, `activations.0.beta=2`. The key
  ///     is the path of a value, whose parts are joined by dots and in which entries are counted from 0. The value is JSON,
  ///     or otherwise a text as it stands. A later option replaces an earlier one.
  /// - Throws: All faults at once: those of the file in its order, and then those of the options.
  public init(
    readingConfiguration bytes: [UInt8], named name: String, in directory: String = ".", setting options: [String] = []
  ) throws(ConfigurationError) {
    let source = SourceText(name: name, bytes: bytes, options: options)
    var reader = JSONReader(source)
    var root = reader.readText()
    var roots = [root]
    var faults = reader.faults
    for part in source.parts where part.isOption {
      let assignment = Assignment(reading: part, of: source, reporting: &faults)
      roots.append(assignment?.tree ?? JSONNode(content: .faulty, span: part.range))
      if let assignment, !reader.isStopped { root.apply(assignment, reporting: &faults) }
    }
    var plan: RenderPlan?
    if !reader.isStopped, let file = ConfigurationFile(reading: root, reporting: &faults) {
      plan = RenderPlan(resolving: file, in: directory, reporting: &faults)
    }
    guard faults.isEmpty else { throw ConfigurationError(faults, in: roots) }
    guard let plan else { preconditionFailure("A configuration without a plan has a fault.") }
    self = plan
  }

  /// Resolves all settings of a configuration and checks what depends on several values.
  private init(resolving file: ConfigurationFile, in directory: String, reporting faults: inout Faults) {
    let fonts = [FontFamily](resolving: file.fonts?.value ?? [], in: directory, reporting: &faults)
    var figures = FigureList(of: file, fontNames: fonts.map(\.name), reporting: &faults)
    for entry in figures.entries(of: file, reporting: &faults) { figures.add(entry, reporting: &faults) }
    figures.addComparison(of: file, reporting: &faults)
    let outputDirectory = file.output?.value?.directory?.value ?? OutputConfiguration.defaultDirectory
    self.init(
      outputDirectory: outputDirectory.path(relativeTo: directory),
      fonts: fonts,
      figures: figures.plans)
  }
}

// MARK: - Figures

/// The figures of a run, which are resolved entry by entry.
private struct FigureList {
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
  private let choice: FigureChoice

  /// Makes a list without figures, and checks the settings at the top of the file.
  init(of file: ConfigurationFile, fontNames: [String], reporting faults: inout Faults) {
    let output = file.output?.value
    outer = file.settings
    var common = FigureSettings()
    common.fontNames = fontNames
    output?.changes.apply(to: &common)
    outer.changes.apply(to: &common)
    variants = FigureVariants(file.variants)
    variants.arrange(&common)
    common.check(outer, within: nil, reporting: &faults)
    self.common = common
    fileName = output?.name?.value ?? OutputConfiguration.defaultName
    choice = file.figures?.value ?? .each
  }

  /// The entries of a configuration; none, after reporting it, if they make too many figures in all variants.
  func entries(of file: ConfigurationFile, reporting faults: inout Faults) -> [ActivationConfiguration] {
    let entries = file.activations?.value ?? []
    let count = entries.reduce(0) { $0 + $1.figureCount } * variants.count
    guard count > Limits.figures, let variants = file.variants else { return entries }
    faults.report(at: variants.offset, "found \(count) figures in all variants, expected at most \(Limits.figures)")
    return []
  }

  /// Resolves every figure of an entry. A fault that several of them have in one place is reported once.
  mutating func add(_ entry: ActivationConfiguration, reporting faults: inout Faults) {
    let hasNames = entry.checkTexts(reporting: &faults)
    let function = FunctionPlan(of: entry, reporting: &faults)
    var reportedPlaces: Set<Int> = []
    for index in 0..<max(entry.figureCount, 1) {
      let figure = SweptActivation(entry, at: index, in: faults.source)
      var own = Faults(in: faults.source)
      let settings = settings(of: .function, changedBy: figure.entry.settings, reporting: &own)
      if hasNames, let function,
        let plan = FigurePlan(figure, of: function, settings: settings, fileName: fileName, reporting: &own)
      {
        if choice != .each, let function = ComparedFunction(of: plan) { compared.append(function) }
        if choice != .comparison {
          add(plan, styledBy: figure.entry.settings, at: entry.name?.offset ?? entry.offset, reporting: &own)
        }
      }
      guard !own.isEmpty else { continue }
      faults.add(own, except: reportedPlaces)
      reportedPlaces.formUnion(own.list.map(\.offset))
    }
  }

  /// Resolves the comparison of all functions that were added, if the configuration asks for it.
  mutating func addComparison(of file: ConfigurationFile, reporting faults: inout Faults) {
    guard choice != .each else { return }
    let own = file.comparison?.value ?? ComparisonConfiguration()
    let settings = settings(of: .comparison, changedBy: own.settings, reporting: &faults)
    let place = own.name?.offset ?? file.comparison?.offset ?? file.figures?.offset ?? 0
    if settings.givenWidth == nil || settings.givenHeight == nil, common.faultOfPaper == nil, faults.isEmpty,
      let fault = settings.faultOfPaper
    {
      faults.report(at: place, fault)
    }
    if let plan = FigurePlan(
      comparing: compared, own, settings: settings, fileName: fileName, at: place, reporting: &faults)
    {
      add(plan, styledBy: own.settings, at: place, reporting: &faults)
    }
  }

  /// The settings of a figure, and a report of what is at fault in them.
  private func settings(
    of kind: FigureKind, changedBy inner: SettingsConfiguration, reporting faults: inout Faults
  ) -> FigureSettings {
    var settings = common
    settings.adapt(to: kind)
    inner.changes.apply(to: &settings)
    settings.adapt(to: kind)
    variants.arrange(&settings)
    settings.check(inner, within: outer, reporting: &faults)
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

// MARK: - Fonts

extension [FontFamily] {
  /// Finds the fonts of a configuration, and reports each that is not installed.
  ///
  /// A text that contains a slash or ends as the names of font files do is a path; any other text is the name of a family.
  /// The installed fonts are searched only for names, and not for DejaVu Sans if that is part of the program.
  ///
  /// - Parameter directory: The folder to which paths are relative.
  fileprivate init(resolving fonts: [Located<String>], in directory: String, reporting faults: inout Faults) {
    self = []
    var installed: InstalledFonts?
    for font in fonts {
      guard let text = font.value else { continue }
      let found = "found the font \"\(text.abbreviated(to: 80).printable)\""
      if text.isFontPath {
        do throws(TypographyError) {
          append(try FontFamily(readingFile: text.hasPrefix("/") ? text : "\(directory)/\(text)"))
        } catch {
          faults.report(at: font.offset, "\(found), expected the path of a font file (\(error.reason))")
        }
        continue
      }
      if let linked = FontFamily.linkedDejaVu, linked.isNamed(text) {
        append(linked)
        continue
      }
      let fonts = installed ?? InstalledFonts()
      installed = fonts
      if let family = fonts.family(named: text) {
        append(family)
      } else {
        let nearest = faults.isFull ? nil : text.nearest(among: fonts.familyNames)
        let expectation =
          nearest.map { "\"\($0.printable)\"" } ?? "the name of an installed family or a path of a font file"
        faults.report(at: font.offset, "\(found), which is not installed, expected \(expectation)")
      }
    }
  }
}

extension String {
  /// Whether the text is the path of a font file rather than the name of a family.
  package var isFontPath: Bool {
    contains("/") || [".ttf", ".otf", ".ttc", ".otc"].contains { lowercased().hasSuffix($0) }
  }
}
