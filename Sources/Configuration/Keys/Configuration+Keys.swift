import JSON
import PNG

extension Configuration {
  /// The keys at the top of the file.
  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "$schema", Text(bytes: 0...Limits.addressBytes), into: { $0.schema = $1 },
        meaning: "Address of the JSON Schema of this file, for editors; ignored."),
      ConfigurationKey(
        unoffered: "rules", DrawingRulesNumber(),
        meaning: "Number of the drawing rules, in the recipe that a figure carries."),
    ] + SettingsConfiguration.keys.map { $0.within(Self.self) } + [
      ConfigurationKey(
        list: "fonts", FontList(), into: { $0.fonts = $1 },
        meaning: "Font families, or paths of font files, asked in turn for a glyph; DejaVu Sans comes last."),
      ConfigurationKey(
        "output", ObjectRule(keys: OutputConfiguration.keys, empty: OutputConfiguration()), into: { $0.output = $1 },
        meaning: "Where the files go and how they are named."),
      ConfigurationKey(
        "variants", ObjectRule(keys: VariantsConfiguration.keys, empty: VariantsConfiguration()),
        into: { $0.variants = $1 },
        meaning: "Lists of scales and themes; each figure is drawn in every combination."),
      ConfigurationKey(
        "figures", Word<FigureChoice>(), default: .each, into: { $0.figures = $1 },
        meaning: "A figure of each function, one comparison of all, or both."),
      ConfigurationKey(
        "comparison", ObjectRule(keys: ComparisonConfiguration.keys, empty: ComparisonConfiguration()),
        into: { $0.comparison = $1 }, meaning: "What is special about the comparison."),
      ConfigurationKey(
        "activations", ActivationList(), into: { $0.activations = $1 },
        meaning:
          "The figures: each the name of a function, or an object that names one or holds a formula, and what is special about it."
      ),
    ]
}

extension SettingsConfiguration {
  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "seed", WholeNumber(bounds: Limits.seed), of: { Int($0.seed) }, into: { $0.seed = $1 },
      meaning: "Chooses the samples; two figures with the same seed and number of samples show the same ones."),
    ConfigurationKey(
      "samples", WholeNumber(bounds: Limits.samples), of: { $0.samples }, into: { $0.samples = $1 },
      meaning: "Values drawn from the standard normal distribution."),
    ConfigurationKey(
      "bins", WholeNumber(bounds: Limits.bins), of: { $0.bins }, into: { $0.bins = $1 },
      meaning: "Bars of each histogram."),
    ConfigurationKey(
      "range", NumberInterval(bounds: Limits.rangeEnd), of: { $0.range }, into: { $0.range = $1 },
      meaning: "Where the response is drawn, from the first number up to, not including, the second."),
    ConfigurationKey(
      "step", RealNumber(bounds: Limits.step), of: { $0.step }, into: { $0.step = $1 },
      meaning: "Distance of neighbouring points of the response."),
    ConfigurationKey(
      "figure", settings: ObjectRule(keys: FigureConfiguration.keys, empty: FigureConfiguration()), from: { $0.figure },
      into: { $0.figure = $1 },
      meaning: "Size and resolution of the picture."),
    ConfigurationKey(
      "style", StyleRule(), recorded: { $0.styleText }, into: { $0.style = $1 },
      meaning: "Sizes and colours: a style by its name, or an object with its name as base and what is changed."),
    ConfigurationKey(
      "marks", ObjectRule(keys: MarksConfiguration.keys, empty: MarksConfiguration()), recorded: { $0.marksText },
      into: { $0.marks = $1 },
      meaning: "What is shown beside the notebook's own marks: nothing in the style matplotlib, all in the others."),
  ]
}

extension FigureConfiguration {
  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "width", RealNumber(bounds: Limits.inches), of: { $0.width }, into: { $0.width = $1 }, meaning: "Inches."),
    ConfigurationKey(
      "height", RealNumber(bounds: Limits.inches), of: { $0.height }, into: { $0.height = $1 }, meaning: "Inches."),
    ConfigurationKey(
      "dpi", RealNumber(bounds: Limits.dpi), of: { $0.dpi }, into: { $0.dpi = $1 }, meaning: "Pixels an inch."),
  ]
}

extension StyleConfiguration {
  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "base", Word<StyleName>(), default: .matplotlib, into: { $0.base = $1 }, meaning: "The style that is changed.")
    ] + StyleProperty.all.map(\.key)
}

extension MarksConfiguration {
  static let keys: [ConfigurationKey<Self>] = MarkProperty.all.map(\.key)
}

extension VariantsConfiguration {
  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "scale", DistinctList(of: RealNumber(bounds: Limits.scale), counts: Limits.variantValues), default: [1],
      into: { $0.scale = $1 }, meaning: "Factors of the dpi; the first has the plain file name, the others end in @2x."),
    ConfigurationKey(
      "theme", DistinctList(of: Word<StyleName>(), counts: Limits.variantValues), into: { $0.theme = $1 },
      meaning: "Styles in place of the one that is named; the first has the plain file name, the others end in -dark."),
  ]
}

extension ComparisonConfiguration {
  static let defaultName = "comparison"
  static let defaultTitle = "Activation functions"

  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "name", Text(bytes: 1...Limits.fileNameBytes, isFileName: true), default: defaultName, into: { $0.name = $1 },
        meaning: "Of the figure."),
      ConfigurationKey(
        "title", Text(bytes: 0...Limits.titleBytes, allowedControls: ["\n"]), default: defaultTitle,
        into: { $0.title = $1 },
        meaning: "Above the figure."),
    ] + settingKeys

  /// Those of the settings that mean something without samples.
  static let settingKeys: [ConfigurationKey<Self>] =
    SettingsConfiguration.keys.filter { ["range", "step", "figure", "style", "marks"].contains($0.name) }
    .map { $0.within(Self.self) }
}

extension OutputConfiguration {
  static let defaultDirectory = "Output"
  static let defaultName = Template("{name}.png")!

  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "directory", Text(bytes: 1...Limits.directoryBytes), default: defaultDirectory, into: { $0.directory = $1 },
      meaning: "Directory of the files, relative to the folder of the configuration."),
    ConfigurationKey(
      "name", FileNameTemplate(), default: defaultName, into: { $0.name = $1 },
      meaning: "File name of each figure; {name} stands for the figure's name."),
    ConfigurationKey(
      "compression", Word<Compression>(), default: FigureSettings().compression, into: { $0.compression = $1 },
      meaning: "How much time each file may take to become small; the pixels are the same in all."),
  ]
}

extension ActivationConfiguration {
  /// The keys of every entry; the parameters of its function come beside them.
  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "function", FunctionName(), into: { $0.function = $1 }, meaning: "Name of a function of the catalogue."),
      ConfigurationKey(
        "expression", ExpressionText(), into: { $0.expression = $1 },
        meaning: "A formula in x, in place of a function; the figure needs a name then."),
      ConfigurationKey(
        "parameters", ExpressionParameters(), into: { $0.expressionParameters = $1 },
        meaning: "The named numbers of the formula."),
      ConfigurationKey(
        "name", TemplateText(text: Text(bytes: 1...Limits.fileNameBytes, isFileName: true)), into: { $0.name = $1 },
        meaning:
          "Name of the figure, by default the function's and what is swept; {beta} stands for its parameter beta."),
      ConfigurationKey(
        "title", TemplateText(text: Text(bytes: 0...Limits.titleBytes, allowedControls: ["\n"])),
        into: { $0.title = $1 },
        meaning:
          "Title of the figure, by default the function's and what is swept; {beta} stands for its parameter beta."),
    ] + SettingsConfiguration.keys.map { $0.within(Self.self) }

  /// The key that asks for several figures, over the numbers of these keys and over all others that an entry may say.
  static func sweep(over keys: [ConfigurationKey<Self>], beside neighbours: [JSONMember] = []) -> ConfigurationKey<Self>
  {
    ConfigurationKey(
      "sweep", SweepRule(parameters: keys, neighbours: neighbours), into: { $0.sweep = $1 },
      meaning: "Values for parameters and settings, a figure for each combination; the first key changes slowest.")
  }

  /// The numbers that every sweep may run over.
  static let numbers = keys.flatMap(\.numbers)
}
