import Activations
import Numerals
import Typography

extension RenderPlan {
  /// Reads a configuration: from bytes to a plan, complete and checked, or to everything that is wrong with them.
  ///
  /// ```swift
  /// let plan = try RenderPlan(readingConfiguration: Array(#"{"activations": ["sigmoid"]}"#.utf8), named: "config.json")
  /// plan.figures[0].fileName     // "sigmoid.png"
  /// ```
  ///
  /// - Parameters:
  ///   - bytes: JSON in UTF-8, as RFC 8259 defines it.
  ///   - name: How messages call the file.
  ///   - directory: What the paths of fonts are relative to: the file's own.
  /// - Throws: All faults at once, in the order of the file.
  public init(readingConfiguration bytes: [UInt8], named name: String, in directory: String = ".")
    throws(ConfigurationError)
  {
    let source = SourceText(name: name, bytes: bytes)
    var reader = JSONReader(source, faults: Faults(in: source))
    let root = reader.readText()
    var faults = reader.faults
    var plan: RenderPlan?
    if !reader.isStopped, let configuration = Configuration(reading: root, reporting: &faults) {
      plan = RenderPlan(resolving: configuration, in: directory, reporting: &faults)
    }
    if let error = ConfigurationError(faults, in: root) { throw error }
    guard let plan else { preconditionFailure("A configuration without a plan has a fault.") }
    self = plan
  }
}

extension Configuration {
  /// Nil where the text is no object.
  init?(reading root: JSONValue, reporting faults: inout Faults) {
    guard !root.isFaulty,
      let configuration = ObjectRule(keys: Self.keys, empty: Configuration()).read(root, reporting: &faults)
    else {
      return nil
    }
    if case .object(let members) = root.content, !members.contains(where: { $0.key == "activations" }) {
      faults.report(at: root.span.lowerBound, "found no \"activations\", expected \(ActivationList().expectation)")
    }
    self = configuration
  }
}

extension RenderPlan {
  /// Fills in what was left unsaid and checks what only the whole can show.
  init(resolving configuration: Configuration, in directory: String, reporting faults: inout Faults) {
    let output = configuration.output?.value
    let fileName = output?.name?.value ?? OutputConfiguration.defaultName
    let outer = configuration.settings
    let fonts = [FontFamily](resolving: configuration.fonts?.value ?? [], in: directory, reporting: &faults)
    var common = FigureSettings()
    common.fontNames = fonts.map(\.name)
    common.compression = output?.compression?.value ?? common.compression
    common.apply(outer)
    common.check(outer, within: nil, reporting: &faults)
    var files = FilePlaces()
    let variants = FigureVariants(configuration.variants)
    let choice = configuration.figures?.value ?? .each
    var figures: [FigurePlan] = []
    var compared: [ComparedFunction] = []
    for entry in configuration.activations?.value ?? [] {
      var settings = common
      settings.apply(entry.settings)
      settings.check(entry.settings, within: outer, reporting: &faults)
      guard let figure = FigurePlan(entry, settings: settings, fileName: fileName, reporting: &faults) else { continue }
      compared += ComparedFunction(of: figure).map { [$0] } ?? []
      guard choice != .comparison else { continue }
      let place = entry.name?.offset ?? entry.offset
      for variant in variants.plans(of: figure, styledBy: [outer, entry.settings], at: place, reporting: &faults) {
        files.add(variant.fileName, at: place, reporting: &faults)
        figures.append(variant)
      }
    }
    if choice != .each {
      let own = configuration.comparison?.value ?? ComparisonConfiguration()
      var settings = common
      settings.apply(own.settings)
      settings.check(own.settings, within: outer, reporting: &faults)
      let place = own.name?.offset ?? configuration.comparison?.offset ?? configuration.figures?.offset ?? 0
      if let figure = FigurePlan(
        comparing: compared, own, settings: settings, fileName: fileName, at: place, reporting: &faults)
      {
        for variant in variants.plans(of: figure, styledBy: [outer, own.settings], at: place, reporting: &faults) {
          files.add(variant.fileName, at: place, reporting: &faults)
          figures.append(variant)
        }
      }
    }
    self.init(
      outputDirectory: output?.directory?.value ?? OutputConfiguration.defaultDirectory, fonts: fonts, figures: figures)
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
