import Drawing
import Plotting

/// What a configuration says about the style: a finished one by its name, and what is changed in it.
struct StyleConfiguration: Sendable {
  var base: Located<StyleName>?
  /// Lengths, sizes and shares, by the name of the property.
  var numbers: [String: Located<Double>] = [:]
  var flags: [String: Located<Bool>] = [:]
  var colors: [String: Located<Color>] = [:]
  var palette: Located<[Color]>?
  var dashes: Located<[[Double]]>?
  var titleAlignment: Located<TitleAlignment>?
  var lineEnd: Located<LineEnd>?
  var frame: Located<FrameShape>?

  /// Whether the style is left as its name has it.
  var isUnchanged: Bool {
    numbers.isEmpty && flags.isEmpty && colors.isEmpty && palette == nil && dashes == nil && titleAlignment == nil
      && lineEnd == nil && frame == nil
  }
}

/// What a configuration says about the marks, each of which the style has on or off otherwise.
struct MarksConfiguration: Sendable {
  var breaks: Located<Bool>?
  var pointMasses: Located<Bool>?
  var density: Located<Bool>?
  var exactMoments: Located<Bool>?
  var caption: Located<Bool>?
}

extension FigureSettings {
  /// Chooses style and marks: the innermost name counts, and every change, inner ones last.
  ///
  /// - Parameters:
  ///   - theme: A variant's style, in place of all names.
  ///   - configurations: From the outer ones to the inner ones.
  mutating func applyStyle(_ theme: StyleName?, _ configurations: [SettingsConfiguration]) {
    let styles = configurations.compactMap { $0.style?.value }
    styleName = theme ?? styles.reversed().lazy.compactMap { $0.base?.value }.first ?? .matplotlib
    style = styleName.style
    for configuration in styles where !configuration.isUnchanged {
      for property in StyleProperty.all { property.apply(configuration, &style) }
    }
    marks = styleName.marks
    for configuration in configurations.compactMap({ $0.marks?.value }) {
      for property in MarkProperty.all { property.apply(configuration, &marks) }
    }
  }

  /// The style as it would stand in a configuration: its name, and the properties that are not its own. Nil for the default.
  var styleText: String? {
    if style == .matplotlib, styleName == .matplotlib { return nil }
    let name = "\"\(styleName.rawValue)\""
    if style == styleName.style { return name }
    let changed = StyleProperty.all.filter { $0.text(style) != $0.text(styleName.style) }
    return "{\"base\": \(name), " + changed.map { "\"\($0.key.name)\": \($0.text(style))" }.joined(separator: ", ")
      + "}"
  }

  /// The marks as they would stand in a configuration, each of them. Nil for those of the style.
  var marksText: String? {
    guard marks != styleName.marks else { return nil }
    return "{" + MarkProperty.all.map { "\"\($0.key.name)\": \($0.text(marks))" }.joined(separator: ", ") + "}"
  }
}
