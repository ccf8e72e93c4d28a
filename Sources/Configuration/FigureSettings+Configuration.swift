import ActivationFigures
import JSON
import Numerals
import Plans
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
    if let change = faultlessChange(of: { ["bins", "samples"].contains($0.key) }), let estimator = bins.estimator,
      samples > estimator.sampleLimit
    {
      let place = inner.changes.last { $0.key == "bins" } ?? change
      let found = "found the rule \"\(estimator.rawValue)\" for \(samples) samples"
      faults.report(at: place.offset, "\(found), expected another one, or at most \(estimator.sampleLimit) samples")
    }
    if let figure = faultlessChange(of: \.isOfPaper), let faultOfPaper {
      faults.report(at: figure.offset, faultOfPaper)
    }
    if let change = faultlessChange(of: { $0.key.hasPrefix("depth") }), let faultOfShownLayers {
      faults.report(at: change.offset, faultOfShownLayers)
    }
    let isOfCounts: (SettingChange) -> Bool = { $0.key == "counts" || $0.parts.contains { $0.key == "counts" } }
    if let change = faultlessChange(of: isOfCounts), let expectationOfCounts {
      let place = change.parts.last { $0.key == "counts" } ?? change
      faults.report(at: place.offset, expectationOfCounts)
    }
  }

  /// A message about an axis of counts that does not begin where its bars do; nil for a valid axis.
  private var expectationOfCounts: String? {
    guard case .fixed(let range) = presentation.limits[.counts] else { return nil }
    let isLogarithmic = presentation.counts == .log
    guard isLogarithmic == (range.lowerBound == 0) else { return nil }
    let found = "found an axis of counts from \(String(shortest: range.lowerBound))"
    return found
      + (isLogarithmic ? ", expected one from above 0 for \"log\"" : ", expected one from 0 for all but \"log\"")
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

/// The styles, arrangements and scales in which each figure of a run is drawn.
struct FigureVariants {
  /// The styles, the first of which has the plain file name. Nil stands for the style that the figure names.
  private let themes: [StyleName?]
  /// The arrangements, the first of which has the plain file name. Nil stands for the arrangement that the figure names.
  private let arrangements: [PanelArrangement?]
  /// The scales, the first of which has the plain file name.
  private let scales: [Double]
  /// The place of the scales in the configuration, or else that of the arrangements.
  private let offset: Int?
  /// The style of each theme for figures without a style of their own.
  private var outerStyles: [Int: FigureSettings] = [:]

  init(_ configuration: Located<VariantsConfiguration>?) {
    themes = configuration?.value?.theme?.value ?? [nil]
    arrangements = configuration?.value?.arrangement?.value ?? [nil]
    scales = configuration?.value?.scale?.value ?? [1]
    offset = configuration?.value?.scale?.offset ?? configuration?.value?.arrangement?.offset
  }

  /// The number of variants of each figure.
  var count: Int { themes.count * arrangements.count * scales.count }

  /// Gives settings the first arrangement, to which a given size belongs.
  func arrange(_ settings: inout FigureSettings) {
    if let first = arrangements[0] { settings.presentation.arrangement = first }
  }

  /// A plan for each variant of a figure, theme by theme, and then arrangement by arrangement: `mish.png`, `mish@2x.png`,
  /// `mish-column.png`, `mish-column@2x.png`, `mish-dark.png`, …
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
    var isReported = false
    var plans: [FigurePlan] = []
    for (themeIndex, theme) in themes.enumerated() {
      var themed = figure.settings
      let hasOwnStyle = configurations.dropFirst().contains { $0.style != nil || $0.marks != nil }
      if !hasOwnStyle, let outer = outerStyles[themeIndex] {
        themed.takeStyle(of: outer)
      } else {
        themed.applyStyle(theme, configurations)
        if !hasOwnStyle { outerStyles[themeIndex] = themed }
      }
      let looks = min(themed.style.distinctLooks, Limits.comparedFunctions)
      let count = figure.sweptParameter == nil ? figure.comparedFunctions.count : 0
      if count > looks, !isReported {
        isReported = true
        let found = "found a comparison of \(count) functions, expected at most \(looks)"
        faults.report(
          at: place, "\(found), which the colours and dashes of style \"\(themed.styleName.rawValue)\" tell apart")
      }
      if let earlier = earlier.dropFirst(plans.count).first { themed.shareStyle(with: earlier.settings) }
      let style = themeIndex == 0 ? "" : "-" + (theme?.rawValue ?? "")
      for (scaleIndex, scale, arranged) in sizes(of: themed) {
        let arrangement = arranged.presentation.arrangement
        let isPlain = arrangement == themed.presentation.arrangement
        if isSound, themeIndex == 0, let fault = arranged.faultOfPaper {
          let shape = isPlain ? "" : " in a \(arrangement.rawValue)"
          faults.report(
            at: offset ?? place, "\(fault), for \(figure.name.printable)\(shape) at scale \(String(shortest: scale))")
        }
        let fileName = figure.fileName.inserting(
          suffix: style + (isPlain ? "" : "-" + arrangement.rawValue)
            + (scaleIndex == 0 ? "" : "@\(String(shortest: scale))x"))
        if let expectation = FileName.expectation(missedByFileOfFigure: fileName) {
          let found = "found the name \"\(fileName.abbreviated(to: 40).printable)\" of a variant"
          faults.report(at: place, "\(found), expected \(expectation)")
        }
        plans.append(
          FigurePlan(
            name: figure.name, fileName: fileName, title: figure.title, subject: figure.subject, settings: arranged,
            scale: scale))
      }
    }
    return plans
  }

  /// The settings of a theme in each arrangement and each scale.
  private func sizes(
    of settings: FigureSettings
  ) -> [(scaleIndex: Int, scale: Double, settings: FigureSettings)] {
    arrangements.flatMap { arrangement in
      scales.enumerated().map { scaleIndex, scale in
        var sized = settings
        if let arrangement { sized.rearrange(as: arrangement) }
        sized.dpi *= scale
        return (scaleIndex, scale, sized)
      }
    }
  }
}

extension String {
  /// The file name with a suffix before its extension, which is `.png` for every file of a run.
  fileprivate func inserting(suffix: String) -> String {
    let ending = ".png"
    return suffix.isEmpty ? self : dropLast(ending.count) + suffix + ending
  }
}
