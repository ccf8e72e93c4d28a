import Activations
import JSON
import Numerals
import Text

extension FigurePlan {
  /// Resolves one figure of an entry, or gives nil where its file or its function stays unknown for a fault.
  convenience init?(
    _ figure: SweptActivation, of declared: FunctionPlan, settings: FigureSettings, fileName: Template,
    reporting faults: inout Faults
  ) {
    let entry = figure.entry
    guard let values = declared.parameterValues(of: entry, reporting: &faults) else { return nil }
    let texts = figure.texts(parameterNames: entry.parameterNames ?? [], values: values)
    guard
      let name = entry.name.map({ $0.value?.text { texts[$0] ?? "" } })
        ?? entry.function?.value.map({ $0.name + figure.nameEnding })
    else { return nil }
    let file = fileName.text { _ in name }
    if let expectation = FileName.expectation(missedByFigure: name, file: file) {
      let found = "found the name \"\(name.abbreviated(to: 40).printable)\""
      faults.report(at: entry.name?.offset ?? entry.offset, "\(found), expected \(expectation)")
      return nil
    }
    let title = entry.title?.value?.text { texts[$0] ?? "" }
    if let title, title.utf8.count > Limits.titleBytes {
      let found = "found a title of \(title.utf8.count) bytes with its parameters"
      faults.report(at: entry.title?.offset ?? entry.offset, "\(found), expected at most \(Limits.titleBytes)")
      return nil
    }
    guard let function = declared.setting(values, of: entry, figureName: name, reporting: &faults) else { return nil }
    let ownTitle = function.title + (entry.expression == nil ? figure.titleEnding : "")
    self.init(
      name: name, fileName: file, title: title ?? ownTitle, subject: .function(function), settings: settings)
  }
}

extension SweptActivation {
  /// What stands for each placeholder.
  fileprivate func texts(parameterNames: [String], values: [Double]) -> [String: String] {
    var texts = Dictionary(uniqueKeysWithValues: zip(parameterNames, values.map { String(shortest: $0) }))
    for (axis, text) in swept { texts[axis.key.name] = text }
    return texts
  }
}

extension ActivationConfiguration {
  /// The names of the parameters of its function or formula, or nil where they are at fault.
  var parameterNames: [String]? {
    if let expressionParameters { return expressionParameters.value?.map(\.name) }
    return expression == nil ? function?.value?.parameters.map(\.name) : []
  }

  /// Says which placeholders of name and title mean nothing, and which the name must hold for each figure to have its own.
  ///
  /// - Returns: Whether the name tells the figures apart.
  func checkTexts(reporting faults: inout Faults) -> Bool {
    guard let parameterNames, sweep?.isFaulty != true else { return false }
    let swept = sweep?.value?.axes ?? []
    let known = parameterNames + swept.map(\.key.name).filter { !parameterNames.contains($0) }
    _ = title.map { check($0, known: known, reporting: &faults) }
    guard let name else { return true }
    guard check(name, known: known, reporting: &faults), let template = name.value else { return false }
    let missing = swept.filter { $0.values.count > 1 && !template.placeholders.contains($0.key.name) }
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
    let owner = function?.value?.name ?? "the expression"
    let expectation =
      known.isEmpty ? "none, as \(owner) has no parameters" : known.map { "{\($0)}" }.joined(separator: " or ")
    let found = "found the placeholder {\(placeholder.abbreviated(to: 40).printable)}"
    faults.report(at: located.offset, "\(found), expected \(expectation)")
    return false
  }
}
