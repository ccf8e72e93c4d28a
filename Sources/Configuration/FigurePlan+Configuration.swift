import Activations
import Expressions
import JSON
import Numerals
import Plans
import Tables
import Text

/// One figure of an entry: the entry with one value for each number of its sweep.
struct SweptActivation: Sendable {
  /// The entry as if it had been written with these values.
  private(set) var entry: ActivationConfiguration
  /// The numbers of the sweep, in the order of the file, with their values as they are printed.
  private(set) var swept: [(axis: SweepAxis, text: String)] = []

  /// The figure with an index among those of the entry, which is the entry itself if it has no sweep.
  init(_ entry: ActivationConfiguration, at index: Int, in source: SourceText) {
    self.entry = entry
    guard let sweep = entry.sweep?.value else { return }
    // The values have been checked before, so that no fault is reported here.
    var faults = Faults(in: source)
    for (axis, place) in zip(sweep.axes, sweep.combination(at: index)) {
      let value = axis.values[place]
      let member = JSONMember(key: axis.key.name, keySpan: value.span, value: value)
      axis.key.read(member, &self.entry, &faults)
      swept.append((axis, axis.text(at: place)))
    }
  }

  /// The figure without one of the numbers, which its name and title then do not mention.
  func omitting(_ axis: SweepAxis) -> SweptActivation {
    var other = self
    other.swept.removeAll { $0.axis.key.name == axis.key.name }
    return other
  }

  /// The end of the figure's name, such as `-beta-0.5-dpi-100`; empty without a sweep.
  var nameEnding: String { swept.map { "-\($0.axis.label)-\($0.text)" }.joined() }

  /// The end of the figure's title, such as ` (beta = 0.5, dpi = 100)`; empty without a sweep.
  var titleEnding: String {
    swept.isEmpty ? "" : " (" + swept.map { "\($0.axis.label) = \($0.text)" }.joined(separator: ", ") + ")"
  }

  /// The texts that replace the placeholders of name and title.
  func texts(parameterNames: [String], values: [Double]) -> [String: String] {
    var texts = Dictionary(uniqueKeysWithValues: zip(parameterNames, values.map { String(shortest: $0) }))
    for (axis, text) in swept { texts[axis.key.name] = text }
    return texts
  }
}

extension FigurePlan {
  /// Resolves one figure of an entry; nil if its file or its function is at fault.
  ///
  /// - Parameter isChecked: Whether the figure was resolved before without a fault, so that nothing is checked again.
  convenience init?(
    _ figure: SweptActivation, of declared: FunctionPlan, settings: FigureSettings, fileName: Template,
    isChecked: Bool = false, reporting faults: inout Faults
  ) {
    let entry = figure.entry
    guard let values = declared.parameterValues(of: entry, reporting: &faults) else { return nil }
    let isNamed = entry.name != nil || entry.title != nil
    let texts = isNamed ? figure.texts(parameterNames: entry.parameterNames ?? [], values: values) : [:]
    guard
      let name = entry.name.map({ $0.value?.text { texts[$0] ?? "" } })
        ?? (entry.function?.value?.name ?? entry.gate?.value?.gate.name).map({ $0 + figure.nameEnding })
    else { return nil }
    let file = fileName.text { _ in name }
    guard isChecked || faults.checkName(name, file: file, at: entry.name?.offset ?? entry.offset) else { return nil }
    let title = entry.title?.value?.text { texts[$0] ?? "" }
    if let title, title.utf8.count > Limits.titleBytes {
      let found = "found a title of \(title.utf8.count) bytes with its parameters"
      faults.report(at: entry.title?.offset ?? entry.offset, "\(found), expected at most \(Limits.titleBytes)")
      return nil
    }
    if let table = declared.table, table.interpolation == .none, settings.samples > Limits.heldSamples {
      let expectation = "at most \(Limits.heldSamples) for a table that is defined at its points only"
      faults.report(at: entry.offset, "found \(settings.samples) samples, expected \(expectation)")
      return nil
    }
    if declared.gate != nil, let fault = settings.faultOfGate {
      faults.report(at: entry.gate?.offset ?? entry.offset, fault)
      return nil
    }
    do throws(ExpressionError) {
      let function = try declared.setting(values, figureName: name, isChecked: isChecked)
      let hasEnding = title == nil && (entry.function != nil || entry.gate?.value?.gate.title != nil)
      let ownTitle = title == nil ? function.title + (hasEnding ? figure.titleEnding : "") : ""
      self.init(
        name: name, fileName: file, title: title ?? ownTitle, subject: .function(function), settings: settings)
    } catch {
      faults.report(error, inStringAt: entry.expression?.offset ?? entry.offset)
      return nil
    }
  }

  /// Resolves the figure of depth of a function; nil if its file is at fault.
  ///
  /// - Parameters:
  ///   - figure: The figure of the function with its samples, whose title it shares and from whose name its own follows.
  ///   - place: The offset at which faults are reported.
  convenience init?(
    depthOf figure: FigurePlan, settings: FigureSettings, fileName: Template, at place: Int,
    reporting faults: inout Faults
  ) {
    guard let function = ComparedFunction(of: figure) else { return nil }
    let name = figure.name + settings.kind.nameEnding
    let file = fileName.text { _ in name }
    guard faults.checkName(name, file: file, at: place) else { return nil }
    self.init(name: name, fileName: file, title: figure.title, subject: .depth([function]), settings: settings)
  }

  /// Resolves the figure of several functions, or that of their depth; nil if its file or its functions are at fault.
  ///
  /// - Parameter place: The offset at which faults are reported.
  convenience init?(
    comparing functions: [ComparedFunction], _ configuration: ComparisonConfiguration, settings: FigureSettings,
    fileName: Template, at place: Int, reporting faults: inout Faults
  ) {
    let isDepth = settings.kind.showsDepth
    let title = isDepth ? configuration.depthTitle : configuration.title
    guard configuration.name?.isFaulty != true, title?.isFaulty != true, !functions.isEmpty else { return nil }
    let name = (configuration.name?.value ?? ComparisonConfiguration.defaultName) + settings.kind.nameEnding
    let file = fileName.text { _ in name }
    guard faults.checkName(name, file: file, at: place) else { return nil }
    let defaultTitle = isDepth ? ComparisonConfiguration.defaultDepthTitle : ComparisonConfiguration.defaultTitle
    self.init(
      name: name, fileName: file, title: title?.value ?? defaultTitle,
      subject: isDepth ? .depth(functions) : .comparison(functions), settings: settings)
  }
}

extension ComparedFunction {
  /// The function of a figure, named by the figure's title on one line, or by the figure's name if the title is empty.
  package init?(of figure: FigurePlan) {
    guard case .function(let plan) = figure.subject else { return nil }
    let title = figure.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.init(title: title.isEmpty ? figure.name : title, plan: plan)
  }
}

extension Faults {
  /// Whether a figure may have this name and this file; reports why not.
  mutating func checkName(_ name: String, file: String, at place: Int) -> Bool {
    guard let expectation = FileName.expectation(missedByFigure: name, file: file) else { return true }
    report(at: place, "found the name \"\(name.abbreviated(to: 40).printable)\", expected \(expectation)")
    return false
  }
}

// MARK: - Functions

extension FunctionPlan {
  /// Makes the function of an entry; nil if it is at fault, which is reported for a formula or a table. A formula is parsed
  /// once for all figures of the entry.
  init?(of entry: ActivationConfiguration, tables: inout TableLibrary, reporting faults: inout Faults) {
    if entry.table != nil {
      guard entry.function == nil, entry.expression == nil else { return nil }
      guard let table = tables.table(of: entry, reporting: &faults) else { return nil }
      self.init(table)
      return
    }
    if let gate = entry.gate {
      self.init(of: gate, reporting: &faults)
      return
    }
    guard let located = entry.expression else {
      guard let function = entry.function?.value else { return nil }
      self.init(function)
      return
    }
    guard entry.function == nil, let text = located.value, entry.expressionParameters?.isFaulty != true else {
      return nil
    }
    let parameters = entry.expressionParameters?.value ?? []
    do throws(ExpressionError) {
      let expression = try ParsedExpression(text, parameterNames: parameters.map(\.name))
      self.init(expression, parameterValues: parameters.map(\.value))
    } catch {
      faults.report(error, inStringAt: located.offset)
      return nil
    }
  }

  /// The values of the parameters in one figure of the entry, in the order of the function; nil if one of them, or their
  /// order, is at fault.
  func parameterValues(of figure: ActivationConfiguration, reporting faults: inout Faults) -> [Double]? {
    if gate != nil { return parameters.map(\.value) }
    guard let entry else { return figure.expressionParameters?.value?.map(\.value) ?? [] }
    let given = figure.parameters
    guard !given.values.contains(where: \.isFaulty) else { return nil }
    let values = entry.parameters.map { given[$0.name]?.value ?? $0.defaultValue }
    for case .disordered(let order, let lesser, let greater) in entry.faults(in: values) {
      let place = (given[order.greater] ?? given[order.lesser])?.offset ?? figure.offset
      let found = "\(order.lesser) \(String(shortest: lesser)) and \(order.greater) \(String(shortest: greater))"
      faults.report(at: place, "found \(found), expected \(order)")
      return nil
    }
    return values
  }
}

// MARK: - Names and titles

extension ActivationConfiguration {
  /// Checks the placeholders of name and title: each must be known, and the name must contain all swept numbers.
  ///
  /// - Parameter isShared: Whether one figure shows all values, so that the name need not tell them apart.
  /// - Returns: Whether the name is different for each figure.
  func checkTexts(isShared: Bool, reporting faults: inout Faults) -> Bool {
    guard let parameterNames, sweep?.isFaulty != true else { return false }
    let swept = sweep?.value?.axes ?? []
    let known = parameterNames + swept.map(\.key.name).filter { !parameterNames.contains($0) }
    _ = title.map { check($0, known: known, reporting: &faults) }
    guard let name else { return true }
    guard check(name, known: known, reporting: &faults), let template = name.value else { return false }
    let missing = isShared ? [] : swept.filter { $0.values.count > 1 && !template.placeholders.contains($0.key.name) }
    guard missing.isEmpty else {
      let names = missing.map { "{\($0.key.name)}" }.joined(separator: " and ")
      let expectation = "\(names) in it, as each value makes a figure of its own"
      faults.report(
        at: name.offset, "found the name \"\(template.source.abbreviated(to: 40).printable)\", expected \(expectation)")
      return false
    }
    return true
  }

  private func check(_ located: Located<Template>, known: [String], reporting faults: inout Faults) -> Bool {
    guard let placeholder = located.value?.placeholders.first(where: { !known.contains($0) }) else { return true }
    let owner =
      function?.value?.name ?? (gate != nil ? "the gated pair" : table == nil ? "the expression" : "the table")
    let expectation =
      known.isEmpty ? "none, as \(owner) has no parameters" : known.map { "{\($0)}" }.joined(separator: " or ")
    let found = "found the placeholder {\(placeholder.abbreviated(to: 40).printable)}"
    faults.report(at: located.offset, "\(found), expected \(expectation)")
    return false
  }
}
