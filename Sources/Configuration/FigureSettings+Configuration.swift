import JSON
import Numerals
import Text

extension FigureSettings {
  /// Checks the values that depend on each other, if the innermost settings change one of them. Otherwise they have been
  /// checked with the outer settings.
  ///
  /// - Parameters:
  ///   - inner: The innermost settings.
  ///   - outer: The settings that were applied before. With a fault in either, nothing is reported.
  func check(_ inner: SettingsConfiguration, within outer: SettingsConfiguration?, reporting faults: inout Faults) {
    let outerChanges = outer?.changes ?? []
    func faultlessChange(of isMeant: (SettingChange) -> Bool) -> SettingChange? {
      guard !(inner.changes + outerChanges).contains(where: { isMeant($0) && $0.isFaulty }) else { return nil }
      return inner.changes.last(where: isMeant)
    }
    if let range = faultlessChange(of: { ["range", "step"].contains($0.key) }), let expectationOfGrid {
      let place = inner.changes.last { $0.key == "step" } ?? range
      let interval = IntervalRule(bounds: Limits.rangeEnd).json(of: self.range).line
      let found = "found a step of \(String(shortest: step)) over \(interval)"
      faults.report(at: place.offset, "\(found), expected \(expectationOfGrid)")
    }
    if let figure = faultlessChange(of: { $0.key == "figure" || $0.key.hasPrefix("figure.") }), let faultOfPaper {
      faults.report(at: figure.offset, faultOfPaper)
    }
  }

  /// Applies style and marks: the innermost named style, and then all changes from the outer ones to the inner ones.
  ///
  /// - Parameters:
  ///   - theme: The style of a variant, which replaces all named styles.
  ///   - configurations: The settings from the outer ones to the inner ones.
  fileprivate mutating func applyStyle(_ theme: StyleName?, _ configurations: [SettingsConfiguration]) {
    let styles = configurations.compactMap { $0.style?.value }
    styleName = theme ?? styles.reversed().lazy.compactMap { $0.base?.value }.first ?? .matplotlib
    style = styleName.style
    let changes = styles.flatMap(\.changes)
    // Colours that the configuration does not give follow from the paper.
    if let paper = changes.last(where: { $0.key == "paper" }) {
      paper.apply(&self)
      style = styleName.style(on: style.paper)
    }
    changes.apply(to: &self)
    marks = styleName.marks
    for configuration in configurations { configuration.marks?.value?.apply(to: &self) }
  }
}

// MARK: - Variants

/// The styles and scales in which each figure of a run is drawn.
struct FigureVariants {
  /// The styles, the first of which has the plain file name. Nil stands for the style that the figure names.
  private let themes: [StyleName?]
  /// The scales, the first of which has the plain file name.
  private let scales: [Double]
  /// The place of the scales in the configuration.
  private let offset: Int?
  /// The style of each theme for figures without a style of their own.
  private var outerStyles: [Int: FigureSettings] = [:]

  init(_ configuration: Located<VariantsConfiguration>?) {
    themes = configuration?.value?.theme?.value ?? [nil]
    scales = configuration?.value?.scale?.value ?? [1]
    offset = configuration?.value?.scale?.offset
  }

  /// The number of variants of each figure.
  var count: Int { themes.count * scales.count }

  /// A plan for each variant of a figure, theme by theme: `mish.png`, `mish@2x.png`, `mish-dark.png`, `mish-dark@2x.png`.
  ///
  /// - Parameters:
  ///   - configurations: The settings that may change the style, from the outer ones to the inner ones.
  ///   - earlier: The variants of the previous figure, with which equal styles are shared.
  ///   - place: The offset at which faults of the file name are reported.
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
  /// The file name with a suffix before its extension, which is `.png` for every file of a run.
  fileprivate func inserting(suffix: String) -> String {
    let ending = ".png"
    return suffix.isEmpty ? self : dropLast(ending.count) + suffix + ending
  }
}
