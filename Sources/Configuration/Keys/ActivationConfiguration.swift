import Activations
import Expressions
import JSON
import Plans
import Tables

/// The values of one entry of `activations`, which is an object or the name of a function.
struct ActivationConfiguration: SettingsHolder {
  /// The byte offset of the entry.
  var offset = 0
  /// The function of the catalogue; its value is nil if the name is at fault.
  var function: Located<CatalogueEntry>?
  var name: Located<Template>?
  var title: Located<Template>?
  var settings = SettingsConfiguration()
  /// The parameters of the function that are given, by name.
  var parameters: [String: Located<Double>] = [:]
  /// The formula of an entry without a function. The offset is that of the string's opening quote.
  var expression: Located<String>?
  /// The parameters of the formula, in the order of the file.
  var expressionParameters: Located<[ExpressionParameter]>?
  /// The table of an entry without a function or formula.
  var table: Located<TableContent>?
  var interpolation: Located<TableInterpolation>?
  var outside: Located<TableExtension>?
  /// The gated pair of an entry without a function, formula or table.
  var gate: Located<GateChoice>?
  /// The values of a sweep, which makes several figures; nil for an entry of one figure.
  var sweep: Located<Sweep>?

  /// The keys of every entry. The keys of a function's parameters are added to them.
  static let keys: [ConfigurationKey<Self>] =
    [
      ConfigurationKey(
        "function", FunctionNameRule(), into: { $0.function = $1 }, meaning: "Name of a function of the catalogue."),
      ConfigurationKey(
        "expression", ExpressionRule(), into: { $0.expression = $1 },
        meaning: "A formula in x, in place of a function; the figure needs a name then."),
      ConfigurationKey(
        "parameters", ExpressionParametersRule(), into: { $0.expressionParameters = $1 },
        meaning: "The named numbers of the formula."),
      ConfigurationKey(
        "table", TableRule(), into: { $0.table = $1 },
        meaning:
          "Points in place of a function: the path of a file with the columns x, value and, if there is one, derivative, or "
          + "an object of their lists; the figure needs a name then."),
      ConfigurationKey(
        "gate", GateRule(), into: { $0.gate = $1 },
        meaning:
          "A gated pair in place of a function, f(a) · b of two independent normal numbers: the name of the pair or of f, or "
          + "a formula of f in x, with which the figure needs a name."),
      ConfigurationKey(
        "interpolation", EnumRule<TableInterpolation>(), default: { .string(TableInterpolation.linear.rawValue) },
        into: { $0.interpolation = $1 },
        meaning: "The values of a table between its points; none: it is defined at its points only."),
      ConfigurationKey(
        "outside", EnumRule<TableExtension>(), default: { .string(TableExtension.extend.rawValue) },
        into: { $0.outside = $1 },
        meaning: "The values of a table beyond its points: the line at the end, the value at the end, or none."),
      ConfigurationKey(
        "name", TemplateRule(text: StringRule(bytes: 1...Limits.fileNameBytes, isFileName: true)),
        into: { $0.name = $1 },
        meaning:
          "Name of the figure, by default the function's and what is swept; {beta} stands for its parameter beta."),
      ConfigurationKey(
        "title", TemplateRule(text: StringRule(bytes: 0...Limits.titleBytes, allowedControls: ["\n"])),
        into: { $0.title = $1 },
        meaning:
          "Title of the figure, by default the function's and what is swept; {beta} stands for its parameter beta."),
    ] + SettingsConfiguration.keys(for: .function, .depth)

  /// The keys of an entry that are settings of the figure of a function with its samples.
  static let settingKeys: [ConfigurationKey<Self>] = SettingsConfiguration.keys(for: .function)

  /// The keys of an entry that are settings of the figure of a family.
  static let familySettingKeys: [ConfigurationKey<Self>] = SettingsConfiguration.keys(for: .family)

  /// The keys of an entry that are settings of a figure of depth.
  static let depthSettingKeys: [ConfigurationKey<Self>] = SettingsConfiguration.keys(for: .depth)

  /// The key of a sweep over given parameters and over all numbers of the settings.
  ///
  /// - Parameter neighbours: The other members of the entry, whose numbers the sweep must not set.
  static func sweep(over keys: [ConfigurationKey<Self>], beside neighbours: [JSONMember] = []) -> ConfigurationKey<Self>
  {
    ConfigurationKey(
      "sweep", SweepRule(parameters: keys, neighbours: neighbours), into: { $0.sweep = $1 },
      meaning: "Values for parameters and settings, a figure for each combination; the first key changes slowest.")
  }

  /// The keys of the numbers over which every sweep may run.
  static let numbers = keys.flatMap(\.numbers)

  /// The number of figures of the entry, 0 if its sweep is at fault.
  var figureCount: Int { sweep.map { $0.value?.count ?? 0 } ?? 1 }

  /// The names of the parameters of the function or formula; nil if they are at fault.
  var parameterNames: [String]? {
    if let expressionParameters { return expressionParameters.value?.map(\.name) }
    return expression == nil && table == nil && gate == nil ? function?.value?.parameters.map(\.name) : []
  }

  /// A parameter of the formula, whose value can be replaced; nil if the formula has no parameter of this name.
  subscript(expressionParameter name: String) -> Located<Double>? {
    get {
      guard let list = expressionParameters, let value = list.value?.first(where: { $0.name == name })?.value else {
        return nil
      }
      return Located(value: value, offset: list.offset)
    }
    set {
      guard let list = expressionParameters, var parameters = list.value, let value = newValue?.value,
        let index = parameters.firstIndex(where: { $0.name == name })
      else { return }
      parameters[index].value = value
      expressionParameters = Located(value: parameters, offset: list.offset)
    }
  }
}

/// A parameter of a formula and its value.
struct ExpressionParameter: Sendable {
  let name: String
  var value: Double
}

// MARK: - Parameters

/// The keys that a function or a formula adds to its entry.
struct ParameterKeys {
  /// The additional keys of the entry.
  let own: [ConfigurationKey<ActivationConfiguration>]
  /// The additional keys of the entry's sweep.
  let swept: [ConfigurationKey<ActivationConfiguration>]
}

extension ParameterKeys {
  /// The parameters of a function. Those of other functions are rejected, each with a message of its own. Nothing is reported
  /// about parameters if the function is at fault.
  init(of entry: CatalogueEntry?) {
    let keys = entry.map { Self.keys(of: $0) } ?? Self.allNames.map { ConfigurationKey(ignored: $0) }
    self.init(own: keys, swept: keys)
  }

  /// The parameters of a formula, which stand in the object `parameters` of the entry.
  init(ofFormulaAmong members: [JSONMember]) {
    let parameters = members.first { $0.key == "parameters" }?.value.members ?? []
    self.init(own: Self.misplaced, swept: parameters.map { Self.key(ofFormulaParameter: $0.key) })
  }

  /// The keys of a table, which has no parameters.
  static let ofTable: ParameterKeys = {
    let keys = allNames.map { name in
      ConfigurationKey<ActivationConfiguration>(
        rejected: name, "found \"\(name)\" of a table, expected none, as a table has no parameters")
    }
    return ParameterKeys(own: keys, swept: keys)
  }()

  /// The keys of a function's parameters.
  static func declared(by entry: CatalogueEntry) -> [ConfigurationKey<ActivationConfiguration>] {
    entry.parameters.map { parameter in
      ConfigurationKey(
        parameter.name, NumberRule(bounds: parameter.range, excluded: parameter.excluded),
        default: { .number(parameter.defaultValue) }, into: { $0.parameters[parameter.name] = $1 },
        meaning: "Parameter of \(entry.name): \(entry.formula).")
    }
  }

  /// The key by which a sweep sets a parameter of a formula.
  static func key(ofFormulaParameter name: String) -> ConfigurationKey<ActivationConfiguration> {
    ConfigurationKey(
      name, NumberRule(bounds: ParsedExpression.parameterRange), into: { $0[expressionParameter: name] = $1 },
      meaning: "Parameter of the formula.")
  }

  private static func keys(of entry: CatalogueEntry) -> [ConfigurationKey<ActivationConfiguration>] {
    let names = entry.parameters.map { "\"\($0.name)\"" }
    let expectation = names.isEmpty ? "none" : names.joined(separator: " or ")
    let foreign = allNames.filter { name in !entry.parameters.contains { $0.name == name } }.map { name in
      ConfigurationKey<ActivationConfiguration>(
        rejected: name, "found \"\(name)\", which is no parameter of \(entry.name), expected \(expectation)")
    }
    return declared(by: entry) + foreign
  }

  private static let misplaced = allNames.map { name in
    ConfigurationKey<ActivationConfiguration>(
      rejected: name, "found \"\(name)\" beside \"expression\", expected it in \"parameters\"")
  }

  /// The names of the parameters of all functions.
  static let allNames = Set(Catalogue.entries.flatMap { $0.parameters.map(\.name) })
}

/// The rule for a formula. The parser of expressions reports its faults once its parameters are known.
struct ExpressionRule: ValueRule {
  var expectation: String { "a formula in x, e.g. \"x * tanh(x)\"" }
  var schema: JSONValue { ["type": "string", "minLength": 1, "maxLength": JSONValue(ParsedExpression.byteLimit)] }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> String? {
    if json.string == nil { faults.report(json, expected: expectation) }
    return json.string
  }
}

/// The rule for the parameters of a formula, an object of names and numbers.
struct ExpressionParametersRule: ValueRule {
  private let number = NumberRule(bounds: ParsedExpression.parameterRange)

  var expectation: String { "an object of names and numbers, e.g. {\"beta\": 1}" }
  var schema: JSONValue {
    [
      "type": "object", "maxProperties": JSONValue(Limits.expressionParameters),
      "propertyNames": ["minLength": 1, "not": ["enum": ["x", "e", "pi"]]], "additionalProperties": number.schema,
    ]
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> [ExpressionParameter]? {
    guard let members = json.members else {
      faults.report(json, expected: expectation)
      return nil
    }
    guard members.count <= Limits.expressionParameters else {
      let found = "an object of \(members.count) parameters"
      faults.report(at: json.span.lowerBound, "found \(found), expected at most \(Limits.expressionParameters)")
      return nil
    }
    let parameters = members.map { parameter($0, reporting: &faults) }
    return parameters.contains { $0 == nil } ? nil : parameters.compactMap(\.self)
  }

  private func parameter(_ member: JSONMember, reporting faults: inout Faults) -> ExpressionParameter? {
    guard ParsedExpression.admitsParameter(named: member.key) else {
      let found = faults.source.excerpt(of: member.keySpan)
      let expectation = "a name of letters, digits and underscores that means nothing else in a formula"
      faults.report(at: member.keySpan.lowerBound, "found the parameter \(found), expected \(expectation)")
      return nil
    }
    guard !member.value.isFaulty, !member.isRepeated else { return nil }
    guard let value = number.value(of: member.value) else {
      faults.report(member.value, expected: "a number")
      return nil
    }
    return ExpressionParameter(name: member.key, value: value)
  }
}
