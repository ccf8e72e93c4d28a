import JSON
import Text
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
  ///   - directory: What the paths of fonts and of the output directory are relative to: the file's own.
  ///   - options: Values that take the place of the file's, each as KEY=VALUE: `samples=1000`, `activations.0.beta=2`. The
  ///     key is the path of a value, its parts joined by dots and entries counted from 0. The value is JSON, or else a text
  ///     as it stands. A later option prevails over an earlier one.
  /// - Throws: All faults at once, in the order of the file, and after them those of the options.
  public init(
    readingConfiguration bytes: [UInt8], named name: String, in directory: String = ".", setting options: [String] = []
  ) throws(ConfigurationError) {
    let source = SourceText(name: name, bytes: bytes, options: options)
    var reader = JSONReader(source, faults: Faults(in: source))
    var root = reader.readText()
    var roots = [root]
    var faults = reader.faults
    for part in source.parts where part.isOption {
      let assignment = Assignment(reading: part, of: source, reporting: &faults)
      roots.append(assignment?.tree ?? JSONValue(content: .faulty, span: part.range))
      if let assignment, !reader.isStopped { root.apply(assignment, reporting: &faults) }
    }
    var plan: RenderPlan?
    if !reader.isStopped, let configuration = Configuration(reading: root, reporting: &faults) {
      plan = RenderPlan(resolving: configuration, in: directory, reporting: &faults)
    }
    if let error = ConfigurationError(faults, in: roots) { throw error }
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
    let fonts = [FontFamily](resolving: configuration.fonts?.value ?? [], in: directory, reporting: &faults)
    var figures = FigureList(of: configuration, fontNames: fonts.map(\.name), reporting: &faults)
    for entry in figures.entries(of: configuration, reporting: &faults) { figures.add(entry, reporting: &faults) }
    figures.addComparison(of: configuration, reporting: &faults)
    let outputDirectory = configuration.output?.value?.directory?.value ?? OutputConfiguration.defaultDirectory
    self.init(
      outputDirectory: outputDirectory.path(relativeTo: directory),
      fonts: fonts,
      figures: figures.plans)
  }
}
