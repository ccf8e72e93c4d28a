import JSON
import Text

extension FigurePlan {
  /// The figure of several functions, or nil where its file or its functions are at fault.
  ///
  /// - Parameter place: Where faults are told.
  convenience init?(
    comparing functions: [ComparedFunction], _ configuration: ComparisonConfiguration, settings: FigureSettings,
    fileName: Template, at place: Int, reporting faults: inout Faults
  ) {
    guard configuration.name?.isFaulty != true, configuration.title?.isFaulty != true, !functions.isEmpty else {
      return nil
    }
    guard functions.count <= Limits.comparedFunctions else {
      let expectation = "at most \(Limits.comparedFunctions), which can be told apart"
      faults.report(at: place, "found a comparison of \(functions.count) functions, expected \(expectation)")
      return nil
    }
    let name = configuration.name?.value ?? ComparisonConfiguration.defaultName
    let file = fileName.text { _ in name }
    if let expectation = FileName.expectation(missedByFigure: name, file: file) {
      let found = "found the name \"\(name.abbreviated(to: 40).printable)\""
      faults.report(at: place, "\(found), expected \(expectation)")
      return nil
    }
    self.init(
      name: name, fileName: file, title: configuration.title?.value ?? ComparisonConfiguration.defaultTitle,
      subject: .comparison(functions), settings: settings)
  }
}

extension ComparedFunction {
  /// The function of a figure, by the figure's title in one line, or by its name where it has none.
  init?(of figure: FigurePlan) {
    guard case .function(let plan) = figure.subject else { return nil }
    let title = figure.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.init(title: title.isEmpty ? figure.name : title, plan: plan)
  }
}
