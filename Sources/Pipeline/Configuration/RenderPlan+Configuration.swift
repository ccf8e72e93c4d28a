import Activations
import Numerals

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
  /// - Throws: All faults at once, in the order of the file.
  public init(readingConfiguration bytes: [UInt8], named name: String) throws(ConfigurationError) {
    let source = SourceText(name: name, bytes: bytes)
    var reader = JSONReader(source, faults: Faults(in: source))
    let root = reader.readText()
    var faults = reader.faults
    var plan: RenderPlan?
    if !reader.isStopped, let configuration = Configuration(reading: root, reporting: &faults) {
      plan = RenderPlan(resolving: configuration, reporting: &faults)
    }
    if let error = ConfigurationError(faults, in: root) { throw error }
    guard let plan else { preconditionFailure("A configuration without a plan has a fault.") }
    self = plan
  }
}

extension Configuration {
  /// Nil where the text is no object.
  init?(reading root: JSONValue, reporting faults: inout Faults) {
    if case .faulty = root.content { return nil }
    guard let configuration = ObjectRule(keys: Self.keys, empty: Configuration()).read(root, reporting: &faults) else {
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
  init(resolving configuration: Configuration, reporting faults: inout Faults) {
    let output = configuration.output?.value
    var common = FigureSettings()
    common.apply(configuration.settings)
    common.check(settingsOf: configuration.settings, reporting: &faults)
    var firstPlaces: [String: Int] = [:]
    var figures: [FigurePlan] = []
    for entry in configuration.activations?.value ?? [] {
      guard
        let figure = FigurePlan(
          resolving: entry, common: common, fileName: output?.name?.value ?? .fileName, reporting: &faults)
      else { continue }
      let place = entry.name?.offset ?? entry.offset
      if let name = FileName(figure.fileName)?.folded, let first = firstPlaces.updateValue(place, forKey: name) {
        firstPlaces[name] = first
        let found = "found a second figure for the file \"\(figure.fileName.printable)\""
        faults.report(
          at: place, "\(found), expected a \"name\" of its own (case does not count); the first is at", earlier: first)
      }
      figures.append(figure)
    }
    self.init(outputDirectory: output?.directory?.value ?? "Output", figures: figures)
  }
}

extension FigurePlan {
  /// Nil where the function or one of the texts is at fault.
  init?(
    resolving entry: ActivationConfiguration, common: FigureSettings, fileName: Template, reporting faults: inout Faults
  ) {
    var settings = common
    settings.apply(entry.settings)
    settings.check(settingsOf: entry.settings, reporting: &faults)
    guard let function = entry.function?.value else { return nil }
    let values = function.parameters.map { entry.parameters[$0.name]?.value ?? $0.defaultValue }
    let bound = ActivationFunction(function, parameterValues: values)
    func text(_ template: Located<Template>?, default text: String) -> String? {
      template.map { bound.text(filling: $0, reporting: &faults) } ?? text
    }
    let name = text(entry.name, default: function.name)
    let title = text(entry.title, default: function.title)
    guard let name, let title else { return nil }
    let file = fileName.text { _ in name }
    let place = entry.name?.offset ?? entry.offset
    if let expectation = FileName.expectation(missedBy: name) ?? FileName.expectation(missedBy: file) {
      faults.report(at: place, "found the name \"\(name.abbreviated(to: 40).printable)\", expected \(expectation)")
      return nil
    }
    self.init(name: name, fileName: file, title: title, function: bound, settings: settings)
  }
}

extension ActivationFunction {
  /// A text of an entry with the values of parameters filled in, or nil after reporting a placeholder that is none.
  fileprivate func text(filling template: Located<Template>, reporting faults: inout Faults) -> String? {
    let values = Dictionary(uniqueKeysWithValues: zip(entry.parameters.map(\.name), parameterValues))
    for placeholder in template.value.placeholders where values[placeholder] == nil {
      let names = entry.parameters.map { "{\($0.name)}" }
      let expectation = names.isEmpty ? "none, as \(entry.name) has no parameters" : names.joined(separator: " or ")
      let found = "{\(placeholder.abbreviated(to: 40).printable)}"
      faults.report(at: template.offset, "found the placeholder \(found), expected \(expectation)")
      return nil
    }
    return template.value.text { String(shortest: values[$0]!) }
  }
}
