import ActivationFigures
import JSON
import Numerals

extension FigurePlan {
  /// A configuration in JSON, on one line, that makes this figure alone, with every setting written out.
  package var recipe: String {
    let figure = self
    let words = [
      (name: "name", text: JSON.string(Template.source(of: figure.name)).text),
      (name: "title", text: JSON.string(Template.source(of: figure.title)).text),
    ]
    var members = [(name: "rules", text: String(DrawingRules.number))]
    let fonts = figure.settings.fontNames
    if !fonts.isEmpty { members.append((name: "fonts", text: JSON.array(fonts.map(JSON.string)).text)) }
    // Nothing of the pixels, but without it the file could not be made again byte by byte.
    let compression = figure.settings.compression
    if compression != FigureSettings().compression {
      members.append((name: "output", text: Self.object([("compression", JSON.string(compression.rawValue).text)])))
    }
    switch figure.subject {
    case .function(let function):
      let settings = SettingsConfiguration.keys.recipeTexts(of: figure.settings)
      members.append((name: "activations", text: "[\(Self.object(words + Self.members(of: function) + settings))]"))
    case .comparison(let functions):
      // Name and title of a comparison are no templates.
      let words = [(name: "name", text: JSON.string(figure.name).text), ("title", JSON.string(figure.title).text)]
      let settings = ComparisonConfiguration.settingKeys.recipeTexts(of: figure.settings)
      let entries = functions.map { compared in
        let names = [
          (name: "name", text: JSON.string(Template.source(of: compared.plan.name)).text),
          ("title", JSON.string(Template.source(of: compared.title)).text),
        ]
        return Self.object(names + Self.members(of: compared.plan))
      }
      members.append((name: "figures", text: "\"comparison\""))
      members.append((name: "comparison", text: Self.object(words + settings)))
      members.append((name: "activations", text: "[\(entries.joined(separator: ", "))]"))
    }
    return Self.object(members)
  }

  /// What makes up a function in an entry of a configuration.
  private static func members(of function: FunctionPlan) -> [(name: String, text: String)] {
    let parameters = function.parameters.map { (name: $0.name, text: String(shortest: $0.value)) }
    if let expression = function.expression {
      return [("expression", JSON.string(expression).text), ("parameters", object(parameters))]
    }
    return [("function", JSON.string(function.name).text)] + parameters
  }

  private static func object(_ members: [(name: String, text: String)]) -> String {
    "{" + members.map { "\(JSON.string($0.name).text): \($0.text)" }.joined(separator: ", ") + "}"
  }
}
