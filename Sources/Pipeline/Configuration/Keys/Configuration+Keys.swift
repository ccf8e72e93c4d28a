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
