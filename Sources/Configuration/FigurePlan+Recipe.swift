import JSON
import Plans

extension FigurePlan {
  /// A configuration in JSON, on one line, that makes this figure alone, with every setting written out.
  package var recipe: String {
    let subject: [JSONValue.Member]
    switch self.subject {
    case .function(let function):
      let settings = ActivationConfiguration.settingKeys.members(recording: settings)
      let entry = Self.members(name: name, title: title) + function.recipeMembers + settings
      subject = [Self.member("activations", [.object(entry)])]
    case .family(let parameter, let functions):
      let settings = ActivationConfiguration.familySettingKeys.members(recording: settings)
      let entry =
        Self.members(name: name, title: title)
        + functions[0].plan.recipeMembers(sweeping: parameter, over: functions.map(\.plan)) + settings
      subject = [Self.member("figures", "family"), Self.member("activations", [.object(entry)])]
    case .depth(let functions) where settings.kind == .depth:
      let settings = ActivationConfiguration.depthSettingKeys.members(recording: settings)
      let entry =
        Self.members(name: nameWithoutEnding, title: title) + functions[0].plan.recipeMembers
        + settings
      subject = [Self.member("figures", "depth"), Self.member("activations", [.object(entry)])]
    case .comparison(let functions), .depth(let functions):
      let isDepth = settings.kind.showsDepth
      let names = [
        Self.member("name", .string(nameWithoutEnding)), Self.member(isDepth ? "depthTitle" : "title", .string(title)),
      ]
      let keys = isDepth ? ComparisonConfiguration.depthSettingKeys : ComparisonConfiguration.settingKeys
      let settings = keys.members(recording: settings)
      let entries = functions.map { compared in
        JSONValue.object(
          Self.members(name: compared.plan.name, title: compared.title) + compared.plan.recipeMembers)
      }
      subject = [
        Self.member("figures", .string(self.settings.kind.rawValue)),
        Self.member("comparison", .object(names + settings)),
        Self.member("activations", .array(entries)),
      ]
    }
    var members = [Self.member("rules", JSONValue(DrawingRules.number))]
    if !settings.fontNames.isEmpty {
      members.append(Self.member("fonts", .array(settings.fontNames.map(JSONValue.string))))
    }
    // These settings do not change the pixels, but the bytes of the file. They are left out if all have their defaults.
    let output = OutputConfiguration.settingKeys.members(recording: settings)
    if output != OutputConfiguration.settingKeys.members(recording: FigureSettings()) {
      members.append(Self.member("output", .object(output)))
    }
    return JSONValue.object(members + subject).line
  }

  /// The name without what is added to it for the kind of figure.
  private var nameWithoutEnding: String { String(name.dropLast(settings.kind.nameEnding.count)) }

  private static func member(_ key: String, _ value: JSONValue) -> JSONValue.Member {
    JSONValue.Member(key: key, value: value)
  }

  /// The name and the title of an entry, which are templates.
  private static func members(name: String, title: String) -> [JSONValue.Member] {
    [("name", name), ("title", title)].map { key, text in
      member(key, .string(Template.source(of: text)))
    }
  }
}

extension FunctionPlan {
  /// The members of an entry that define the function.
  fileprivate var recipeMembers: [JSONValue.Member] { recipeMembers(with: parameters) }

  /// The members of an entry that define a family.
  ///
  /// - Parameters:
  ///   - swept: The name of the parameter by which the functions differ.
  ///   - functions: The function with each value of that parameter.
  fileprivate func recipeMembers(sweeping swept: String, over functions: [FunctionPlan]) -> [JSONValue.Member] {
    let values = functions.compactMap { function in function.parameters.first { $0.name == swept }?.value }
    // The parameter of a formula needs a value besides, and that of a function must not have one.
    let fixed = expression == nil ? parameters.filter { $0.name != swept } : parameters
    return recipeMembers(with: fixed)
      + [JSONValue.Member(key: "sweep", value: .object([JSONValue.Member(key: swept, value: JSONValue(values))]))]
  }

  private func recipeMembers(with parameters: [(name: String, value: Double)]) -> [JSONValue.Member] {
    if let table { return table.recipeMembers }
    if let gate { return [JSONValue.Member(key: "gate", value: .string(gate.text))] }
    let parameters = parameters.map { JSONValue.Member(key: $0.name, value: .number($0.value)) }
    guard let expression else { return [JSONValue.Member(key: "function", value: .string(name))] + parameters }
    return [
      JSONValue.Member(key: "expression", value: .string(expression)),
      JSONValue.Member(key: "parameters", value: .object(parameters)),
    ]
  }
}
