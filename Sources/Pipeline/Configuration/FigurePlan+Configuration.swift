import Activations
import Numerals

extension FigurePlan {
  /// Resolves an entry, or gives nil where its file or its function stays unknown for a fault.
  init?(
    _ entry: ActivationConfiguration, settings: FigureSettings, fileName: Template, reporting faults: inout Faults
  ) {
    guard let function = ActivationFunction(entry, reporting: &faults) else { return nil }
    let title = entry.title.flatMap { function.text(filling: $0, reporting: &faults) }
    guard let name = entry.name.map({ function.text(filling: $0, reporting: &faults) }) ?? function.entry.name else {
      return nil
    }
    let file = fileName.text { _ in name }
    if let expectation = FileName.expectation(missedBy: name) ?? FileName.expectation(missedBy: file) {
      let found = "found the name \"\(name.abbreviated(to: 40).printable)\""
      faults.report(at: entry.name?.offset ?? entry.offset, "\(found), expected \(expectation)")
      return nil
    }
    self.init(name: name, fileName: file, title: title ?? function.entry.title, function: function, settings: settings)
  }
}

extension ActivationFunction {
  /// The function of an entry with its parameters, or nil where one of them is at fault.
  fileprivate init?(_ configuration: ActivationConfiguration, reporting faults: inout Faults) {
    let given = configuration.parameters
    guard let entry = configuration.function?.value, !given.values.contains(where: \.isFaulty) else { return nil }
    let values = entry.parameters.map { given[$0.name]?.value ?? $0.defaultValue }
    for case .disordered(let order, let lesser, let greater) in entry.faults(in: values) {
      let place = (given[order.greater] ?? given[order.lesser])?.offset ?? configuration.offset
      let found = "\(order.lesser) \(String(shortest: lesser)) and \(order.greater) \(String(shortest: greater))"
      faults.report(at: place, "found \(found), expected \(order)")
      return nil
    }
    self.init(entry, parameterValues: values)
  }

  /// A text of an entry with the values of parameters filled in, or nil where it or a placeholder in it is at fault.
  fileprivate func text(filling located: Located<Template>, reporting faults: inout Faults) -> String? {
    guard let template = located.value else { return nil }
    let values = Dictionary(uniqueKeysWithValues: zip(entry.parameters.map(\.name), parameterValues))
    if let placeholder = template.placeholders.first(where: { values[$0] == nil }) {
      let names = entry.parameters.map { "{\($0.name)}" }
      let expectation = names.isEmpty ? "none, as \(entry.name) has no parameters" : names.joined(separator: " or ")
      let found = "found the placeholder {\(placeholder.abbreviated(to: 40).printable)}"
      faults.report(at: located.offset, "\(found), expected \(expectation)")
      return nil
    }
    return template.text { placeholder in values[placeholder].map { String(shortest: $0) } ?? "" }
  }
}
