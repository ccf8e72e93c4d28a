import Activations
import Numerals

extension FigurePlan {
  /// Resolves an entry, or gives nil where its file or its function stays unknown for a fault.
  init?(
    _ entry: ActivationConfiguration, settings: FigureSettings, fileName: Template, reporting faults: inout Faults
  ) {
    guard let source = FunctionSource(entry, reporting: &faults) else { return nil }
    let title = entry.title.flatMap { source.text(filling: $0, reporting: &faults) }
    if let title, title.utf8.count > Limits.titleBytes {
      let found = "found a title of \(title.utf8.count) bytes with its parameters"
      faults.report(at: entry.title?.offset ?? entry.offset, "\(found), expected at most \(Limits.titleBytes)")
      return nil
    }
    guard let name = entry.name.map({ source.text(filling: $0, reporting: &faults) }) ?? source.name else {
      return nil
    }
    let file = fileName.text { _ in name }
    if let expectation = FileName.expectation(missedBy: name) ?? FileName.expectation(missedBy: file) {
      let found = "found the name \"\(name.abbreviated(to: 40).printable)\""
      faults.report(at: entry.name?.offset ?? entry.offset, "\(found), expected \(expectation)")
      return nil
    }
    guard let function = source.function(named: name, reporting: &faults) else { return nil }
    self.init(
      name: name, fileName: file, title: title ?? function.entry.title, subject: .function(function),
      settings: settings)
  }
}

/// Where the function of a figure comes from, with the parameters that may stand in its name and title.
private enum FunctionSource {
  case catalogue(CatalogueEntry, parameterValues: [Double])
  case expression(Located<String>, text: String, parameters: [ExpressionParameter])

  /// Nil where one of the parameters is at fault, or what they make together.
  init?(_ configuration: ActivationConfiguration, reporting faults: inout Faults) {
    if let located = configuration.expression {
      guard configuration.function == nil, let text = located.value else { return nil }
      if configuration.expressionParameters?.isFaulty == true { return nil }
      self = .expression(located, text: text, parameters: configuration.expressionParameters?.value ?? [])
      return
    }
    let given = configuration.parameters
    guard let entry = configuration.function?.value, !given.values.contains(where: \.isFaulty) else { return nil }
    let values = entry.parameters.map { given[$0.name]?.value ?? $0.defaultValue }
    for case .disordered(let order, let lesser, let greater) in entry.faults(in: values) {
      let place = (given[order.greater] ?? given[order.lesser])?.offset ?? configuration.offset
      let found = "\(order.lesser) \(String(shortest: lesser)) and \(order.greater) \(String(shortest: greater))"
      faults.report(at: place, "found \(found), expected \(order)")
      return nil
    }
    self = .catalogue(entry, parameterValues: values)
  }

  /// Of the function itself; an expression has none.
  var name: String? {
    if case .catalogue(let entry, _) = self { entry.name } else { nil }
  }

  private var parameters: [ExpressionParameter] {
    switch self {
    case .catalogue(let entry, let values):
      zip(entry.parameters, values).map { ExpressionParameter(name: $0.name, value: $1) }
    case .expression(_, _, let parameters): parameters
    }
  }

  /// Nil after reporting what is wrong with an expression.
  func function(named name: String, reporting faults: inout Faults) -> ActivationFunction? {
    switch self {
    case .catalogue(let entry, let values):
      return ActivationFunction(entry, parameterValues: values)
    case .expression(let located, let text, let parameters):
      do throws(ExpressionError) {
        let expression = try ParsedExpression(text, parameterNames: parameters.map(\.name))
        return try ActivationFunction(expression: expression, parameterValues: parameters.map(\.value), name: name)
      } catch {
        let place = faults.source.offset(ofByte: error.offset, inStringAt: located.offset)
        faults.report(at: place, error.message)
        return nil
      }
    }
  }

  /// A text of an entry with the values of parameters filled in, or nil where it or a placeholder in it is at fault.
  func text(filling located: Located<Template>, reporting faults: inout Faults) -> String? {
    guard let template = located.value else { return nil }
    let values = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.value) })
    if let placeholder = template.placeholders.first(where: { values[$0] == nil }) {
      let names = parameters.map { "{\($0.name)}" }
      let owner = name ?? "the expression"
      let expectation = names.isEmpty ? "none, as \(owner) has no parameters" : names.joined(separator: " or ")
      let found = "found the placeholder {\(placeholder.abbreviated(to: 40).printable)}"
      faults.report(at: located.offset, "\(found), expected \(expectation)")
      return nil
    }
    return template.text { placeholder in values[placeholder].map { String(shortest: $0) } ?? "" }
  }
}
