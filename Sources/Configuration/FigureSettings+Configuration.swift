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

  /// The style of each theme, in settings that are otherwise the given ones. Equal styles share their storage.
  ///
  /// - Parameter configurations: The settings that may change the style, from the outer ones to the inner ones.
  func styles(of settings: FigureSettings, changedBy configurations: [SettingsConfiguration]) -> [FigureSettings] {
    themes.map { theme in
      var themed = settings
      themed.applyStyle(theme, configurations)
      return themed
    }
  }

  // MARK: Single variants

  /// A variant of a figure: theme by theme, then arrangement by arrangement, then scale by scale: `mish.png`, `mish@2x.png`,
  /// `mish-column.png`, `mish-column@2x.png`, `mish-dark.png`, …
  ///
  /// - Parameters:
  ///   - index: The number of the variant, from 0 to `count`.
  ///   - styles: The style of each theme.
  func plan(_ index: Int, of figure: FigurePlan, styles: [FigureSettings]) -> FigurePlan {
    FigurePlan(
      name: figure.name, fileName: fileName(index, of: figure, styles: styles), title: figure.title,
      subject: figure.subject, settings: settings(index, of: figure, styles: styles), scale: scale(index))
  }

  /// The name of the file of a variant.
  func fileName(_ index: Int, of figure: FigurePlan, styles: [FigureSettings]) -> String {
    if count == 1 { return figure.fileName }
    let theme = index / (scales.count * arrangements.count)
    let style = theme == 0 ? "" : "-" + (themes[theme]?.rawValue ?? "")
    let own = figure.settings.presentation.arrangement
    let arrangement = arrangements[index / scales.count % arrangements.count] ?? own
    let scale = index % scales.count == 0 ? "" : "@\(String(shortest: scale(index)))x"
    return figure.fileName.inserting(suffix: style + (arrangement == own ? "" : "-" + arrangement.rawValue) + scale)
  }

  private func scale(_ index: Int) -> Double { scales[index % scales.count] }

  private func settings(_ index: Int, of figure: FigurePlan, styles: [FigureSettings]) -> FigureSettings {
    var settings = figure.settings
    settings.takeStyle(of: styles[index / (scales.count * arrangements.count)])
    if let arrangement = arrangements[index / scales.count % arrangements.count] {
      settings.rearrange(as: arrangement)
    }
    settings.dpi *= scale(index)
    return settings
  }

  /// Reports what is at fault in the variants of a figure.
  ///
  /// - Parameters:
  ///   - functionCount: The number of functions that are told apart by colours and dashes.
  ///   - place: The offset at which faults of the file name are reported.
  func check(
    _ figure: FigurePlan, showing functionCount: Int, styles: [FigureSettings], at place: Int,
    reporting faults: inout Faults
  ) {
    let isSound = figure.settings.faultOfPaper == nil
    var isReported = false
    let own = figure.settings.presentation.arrangement
    for index in 0..<count {
      let settings = settings(index, of: figure, styles: styles)
      let looks = functionCount > 0 ? min(settings.style.distinctLooks, Limits.comparedFunctions) : 0
      if functionCount > looks, !isReported {
        isReported = true
        let found = "found a comparison of \(functionCount) functions, expected at most \(looks)"
        faults.report(
          at: place, "\(found), which the colours and dashes of style \"\(settings.styleName.rawValue)\" tell apart")
      }
      if isSound, index < scales.count * arrangements.count, let fault = settings.faultOfPaper {
        let arrangement = settings.presentation.arrangement
        let shape = arrangement == own ? "" : " in a \(arrangement.rawValue)"
        faults.report(
          at: offset ?? place,
          "\(fault), for \(figure.name.printable)\(shape) at scale \(String(shortest: scale(index)))")
      }
      let fileName = fileName(index, of: figure, styles: styles)
      if let expectation = FileName.expectation(missedByFileOfFigure: fileName) {
        let found = "found the name \"\(fileName.abbreviated(to: 40).printable)\" of a variant"
        faults.report(at: place, "\(found), expected \(expectation)")
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
