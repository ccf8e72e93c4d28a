import ActivationFigures
import Drawing
import Plotting

/// A property of a style, declared once: its key in the configuration, and where in the style it stands.
struct StyleProperty: Sendable {
  let key: ConfigurationKey<StyleConfiguration>
  /// Takes over what the configuration says, if it says anything.
  let apply: @Sendable (StyleConfiguration, inout Style) -> Void
  /// JSON that reads back as what a style has there.
  let text: @Sendable (Style) -> String

  /// A value of the style and of the configuration.
  init<Rule: ScalarRule>(
    _ name: String, _ rule: Rule, _ path: WritableKeyPath<Style, Rule.Value> & Sendable,
    from source: WritableKeyPath<StyleConfiguration, Located<Rule.Value>?> & Sendable, _ meaning: String
  ) {
    key = ConfigurationKey(name, rule, into: { $0[keyPath: source] = $1 }, meaning: meaning)
    apply = { configuration, style in
      if let value = configuration[keyPath: source]?.value { style[keyPath: path] = value }
    }
    text = { rule.text(of: $0[keyPath: path]) }
  }

  static func number(
    _ name: String, _ path: WritableKeyPath<Style, Double> & Sendable, _ bounds: ClosedRange<Double>, _ meaning: String
  ) -> StyleProperty {
    StyleProperty(name, RealNumber(bounds: bounds), path, from: \.numbers[name], meaning)
  }

  static func color(
    _ name: String, _ path: WritableKeyPath<Style, Color> & Sendable, _ meaning: String
  ) -> StyleProperty {
    StyleProperty(name, HexadecimalColor(), path, from: \.colors[name], meaning)
  }

  static func flag(
    _ name: String, _ path: WritableKeyPath<Style, Bool> & Sendable, _ meaning: String
  ) -> StyleProperty {
    StyleProperty(name, Flag(), path, from: \.flags[name], meaning)
  }
}

/// A mark that can be switched, declared once.
struct MarkProperty: Sendable {
  let key: ConfigurationKey<MarksConfiguration>
  let apply: @Sendable (MarksConfiguration, inout StudyMarks) -> Void
  let text: @Sendable (StudyMarks) -> String

  init(
    _ name: String, _ path: WritableKeyPath<StudyMarks, Bool> & Sendable,
    from source: WritableKeyPath<MarksConfiguration, Located<Bool>?> & Sendable, _ meaning: String
  ) {
    key = ConfigurationKey(name, Flag(), into: { $0[keyPath: source] = $1 }, meaning: meaning)
    apply = { configuration, marks in
      if let value = configuration[keyPath: source]?.value { marks[keyPath: path] = value }
    }
    text = { Flag().text(of: $0[keyPath: path]) }
  }

  static let all = [
    MarkProperty(
      "breaks", \.breaks, from: \.breaks, "Jumps and kinks where they are, as gaps between dots and as corners."),
    MarkProperty(
      "pointMasses", \.pointMasses, from: \.pointMasses,
      "Values that many outputs take, labelled with their share; their bars are cut where they dwarf the rest."),
    MarkProperty(
      "density", \.density, from: \.density, "A thin normal density over the histogram of the input."),
    MarkProperty(
      "exactMoments", \.exactMoments, from: \.exactMoments,
      "The exact mean and standard deviation beside the sample's."),
    MarkProperty("caption", \.caption, from: \.caption, "A line below the panels that explains the marks."),
  ]
}
