import JSON
import Numerals
import Text

/// The styles and scales in which each figure of a run is drawn.
struct FigureVariants {
  /// The first has the plain file name; a nil stands for the style that the figure names.
  private let themes: [StyleName?]
  /// The first has the plain file name.
  private let scales: [Double]
  private let offset: Int?
  /// What the outer settings make of each theme, for the figures that say nothing of their own.
  private var outerStyles: [Int: FigureSettings] = [:]

  init(_ configuration: Located<VariantsConfiguration>?) {
    themes = configuration?.value?.theme?.value ?? [nil]
    scales = configuration?.value?.scale?.value ?? [1]
    offset = configuration?.value?.scale?.offset
  }

  /// Of each figure.
  var count: Int { themes.count * scales.count }

  /// A plan for each variant of a figure, theme by theme: `mish.png`, `mish@2x.png`, `mish-dark.png`, `mish-dark@2x.png`.
  ///
  /// - Parameters:
  ///   - configurations: What is said about the style, from the outer settings to the inner ones.
  ///   - earlier: The variants of the figure before this one; styles that are the same are held once.
  ///   - place: Where faults of the file name are told.
  mutating func plans(
    of figure: FigurePlan, styledBy configurations: [SettingsConfiguration], after earlier: ArraySlice<FigurePlan>,
    at place: Int, reporting faults: inout Faults
  ) -> [FigurePlan] {
    let isSound = figure.settings.faultOfPaper == nil
    var plans: [FigurePlan] = []
    for (themeIndex, theme) in themes.enumerated() {
      for (scaleIndex, scale) in scales.enumerated() {
        var settings = figure.settings
        let hasOwnStyle = configurations.dropFirst().contains { $0.style != nil || $0.marks != nil }
        if !hasOwnStyle, let outer = outerStyles[themeIndex] {
          settings.takeStyle(of: outer)
        } else {
          settings.applyStyle(theme, configurations)
          if !hasOwnStyle { outerStyles[themeIndex] = settings }
        }
        if let earlier = earlier.dropFirst(plans.count).first { settings.shareStyle(with: earlier.settings) }
        settings.dpi *= scale
        if isSound, themeIndex == 0, let fault = settings.faultOfPaper {
          faults.report(
            at: offset ?? place, "\(fault), for \(figure.name.printable) at scale \(String(shortest: scale))")
        }
        let style = themeIndex == 0 ? "" : "-" + (theme?.rawValue ?? "")
        let fileName = figure.fileName.inserting(
          suffix: style + (scaleIndex == 0 ? "" : "@\(String(shortest: scale))x"))
        if let expectation = FileName.expectation(missedByFileOfFigure: fileName) {
          let found = "found the name \"\(fileName.abbreviated(to: 40).printable)\" of a variant"
          faults.report(at: place, "\(found), expected \(expectation)")
        }
        plans.append(
          FigurePlan(
            name: figure.name, fileName: fileName, title: figure.title, subject: figure.subject, settings: settings))
      }
    }
    return plans
  }
}

extension String {
  /// Puts a suffix before the ending that every file of a run has.
  fileprivate func inserting(suffix: String) -> String {
    let ending = ".png"
    return suffix.isEmpty ? self : dropLast(ending.count) + suffix + ending
  }
}
