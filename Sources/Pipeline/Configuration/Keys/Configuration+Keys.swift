import PNG

extension Configuration {
  /// The keys at the top of the file.
  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "$schema", Text(bytes: 0...Limits.addressBytes), into: \.schema,
        meaning: "Address of the JSON Schema of this file, for editors; ignored."),
      ConfigurationKey(
        unoffered: "rules", DrawingRulesNumber(),
        meaning: "Number of the drawing rules, in the recipe that a figure carries."),
    ] + SettingsConfiguration.keys.map { $0.within(\.settings) } + [
      ConfigurationKey(
        "fonts", FontList(), defaultText: "[]", into: \.fonts,
        meaning: "Font families, or paths of font files, asked in turn for a glyph; DejaVu Sans comes last."),
      ConfigurationKey(
        "output", object: ObjectRule(keys: OutputConfiguration.keys, empty: OutputConfiguration()), into: \.output,
        meaning: "Where the files go and how they are named."),
      ConfigurationKey(
        "variants", ObjectRule(keys: VariantsConfiguration.keys, empty: VariantsConfiguration()), into: \.variants,
        meaning: "Lists of scales and themes; each figure is drawn in every combination."),
      ConfigurationKey(
        "figures", Word<FigureChoice>(), default: .each, into: \.figures,
        meaning: "A figure of each function, one comparison of all, or both."),
      ConfigurationKey(
        "comparison", ObjectRule(keys: ComparisonConfiguration.keys, empty: ComparisonConfiguration()),
        into: \.comparison, meaning: "What is special about the comparison."),
      ConfigurationKey(
        "activations", ActivationList(), into: \.activations,
        meaning:
          "The figures: each the name of a function, or an object that names one or holds a formula, and what is special about it."
      ),
    ]
}

extension SettingsConfiguration {
  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "seed", WholeNumber(bounds: Limits.seed), of: { Int($0.seed) }, into: \.seed,
      meaning: "Chooses the samples; two figures with the same seed and number of samples show the same ones."),
    ConfigurationKey(
      "samples", WholeNumber(bounds: Limits.samples), of: \.samples, into: \.samples,
      meaning: "Values drawn from the standard normal distribution."),
    ConfigurationKey(
      "bins", WholeNumber(bounds: Limits.bins), of: \.bins, into: \.bins,
      meaning: "Bars of each histogram."),
    ConfigurationKey(
      "range", NumberInterval(bounds: Limits.rangeEnd), of: \.range, into: \.range,
      meaning: "Where the response is drawn, from the first number up to, not including, the second."),
    ConfigurationKey(
      "step", RealNumber(bounds: Limits.step), of: \.step, into: \.step,
      meaning: "Distance of neighbouring points of the response."),
    ConfigurationKey(
      "figure", settings: ObjectRule(keys: FigureConfiguration.keys, empty: FigureConfiguration()), into: \.figure,
      meaning: "Size and resolution of the picture."),
    ConfigurationKey(
      "style", StyleRule(), recorded: \.styleText, into: \.style,
      meaning: "Sizes and colours: a style by its name, or an object with its name as base and what is changed."),
    ConfigurationKey(
      "marks", ObjectRule(keys: MarkProperty.all.map(\.key), empty: MarksConfiguration()), recorded: \.marksText,
      into: \.marks,
      meaning: "What is shown beside the notebook's own marks: nothing in the style matplotlib, all in the others."),
  ]
}

extension FigureConfiguration {
  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "width", RealNumber(bounds: Limits.inches), of: \.width, into: \.width, meaning: "Inches."),
    ConfigurationKey(
      "height", RealNumber(bounds: Limits.inches), of: \.height, into: \.height, meaning: "Inches."),
    ConfigurationKey(
      "dpi", RealNumber(bounds: Limits.dpi), of: \.dpi, into: \.dpi, meaning: "Pixels an inch."),
  ]
}

extension VariantsConfiguration {
  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "scale", DistinctList(of: RealNumber(bounds: Limits.scale), counts: Limits.variantValues), default: [1],
      into: \.scale, meaning: "Factors of the dpi; the first has the plain file name, the others end in @2x."),
    ConfigurationKey(
      "theme", DistinctList(of: Word<StyleName>(), counts: Limits.variantValues), into: \.theme,
      meaning: "Styles in place of the one that is named; the first has the plain file name, the others end in -dark."),
  ]
}

extension ComparisonConfiguration {
  static let defaultName = "comparison"
  static let defaultTitle = "Activation functions"

  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "name", Text(bytes: 1...Limits.fileNameBytes), default: defaultName, into: \.name, meaning: "Of the figure."),
      ConfigurationKey(
        "title", Text(bytes: 0...Limits.titleBytes, allowedControls: ["\n"]), default: defaultTitle, into: \.title,
        meaning: "Above the figure."),
    ] + settingKeys

  /// Those of the settings that mean something without samples.
  static let settingKeys: [ConfigurationKey<Self>] =
    SettingsConfiguration.keys.filter { ["range", "step", "figure", "style", "marks"].contains($0.name) }
    .map { $0.within(\.settings) }
}

extension OutputConfiguration {
  static let defaultDirectory = "Output"
  static let defaultName = Template("{name}.png")!

  static let keys: [ConfigurationKey<Self>] = [
    ConfigurationKey(
      "directory", Text(bytes: 1...Limits.directoryBytes), default: defaultDirectory, into: \.directory,
      meaning: "Directory of the files, relative to the directory of the run."),
    ConfigurationKey(
      "name", FileNameTemplate(), default: defaultName, into: \.name,
      meaning: "File name of each figure; {name} stands for the figure's name."),
    ConfigurationKey(
      "compression", Word<Compression>(), default: FigureSettings().compression, into: \.compression,
      meaning: "How much time each file may take to become small; the pixels are the same in all."),
  ]
}

extension ActivationConfiguration {
  /// The keys of every entry; the parameters of its function come beside them.
  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "function", FunctionName(), into: \.function, meaning: "Name of a function of the catalogue."),
      ConfigurationKey(
        "expression", ExpressionText(), into: \.expression,
        meaning: "A formula in x, in place of a function; the figure needs a name then."),
      ConfigurationKey(
        "parameters", ExpressionParameters(), into: \.expressionParameters,
        meaning: "The named numbers of the formula."),
      ConfigurationKey(
        "name", TemplateText(text: Text(bytes: 1...Limits.fileNameBytes)), into: \.name,
        meaning:
          "Name of the figure, by default the function's and what is swept; {beta} stands for its parameter beta."),
      ConfigurationKey(
        "title", TemplateText(text: Text(bytes: 0...Limits.titleBytes, allowedControls: ["\n"])), into: \.title,
        meaning:
          "Title of the figure, by default the function's and what is swept; {beta} stands for its parameter beta."),
    ] + SettingsConfiguration.keys.map { $0.within(\.settings) }

  /// The key that asks for several figures, over the numbers of these keys and over all others that an entry may say.
  static func sweep(over keys: [ConfigurationKey<Self>], beside neighbours: [JSONMember] = []) -> ConfigurationKey<Self>
  {
    ConfigurationKey(
      "sweep", SweepRule(parameters: keys, neighbours: neighbours), into: \.sweep,
      meaning: "Values for parameters and settings, a figure for each combination; the first key changes slowest.")
  }

  /// The numbers that every sweep may run over.
  static let numbers = keys.flatMap(\.numbers)
}
