import Activations
import Numerals

/// Everything that decides the pixels of one figure, with nothing left unsaid and nothing of the machine: no path, host or
/// date, and no version but the number of the drawing rules.
///
/// A recipe is a configuration of one figure, so that whatever reads configurations reads it:
///
/// ```json
/// {"rules": 1, "activations": [{"name": "swish", "title": "Swish", "function": "swish", "beta": 1, "seed": 0, …}]}
/// ```
///
/// Two figures with the same recipe are the same picture.
struct Recipe: Sendable, Equatable {
  /// One line of JSON; the same figure gives the same text.
  let text: String

  /// As it was found in a file.
  init(text: String) { self.text = text }

  init(of figure: FigurePlan) {
    let function = figure.function
    let parameters = zip(function.entry.parameters, function.parameterValues)
      .map { (name: $0.name, text: String(shortest: $1)) }
    var members = [
      (name: "name", text: JSON.string(Template.source(of: figure.name)).text),
      (name: "title", text: JSON.string(Template.source(of: figure.title)).text),
    ]
    if let expression = function.expression {
      members.append((name: "expression", text: JSON.string(expression).text))
      members.append((name: "parameters", text: Self.object(parameters)))
    } else {
      members.append((name: "function", text: JSON.string(function.entry.name).text))
      members += parameters
    }
    members += SettingsConfiguration.keys.recipeTexts(of: figure.settings)
    text = Self.object([
      (name: "rules", text: String(DrawingRules.number)), (name: "activations", text: "[\(Self.object(members))]"),
    ])
  }

  /// The plan of the figure, read as every configuration is.
  ///
  /// - Parameter name: How messages call the recipe.
  /// - Throws: What is wrong with it, such as the number of other drawing rules.
  func plan(named name: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: name)
  }

  private static func object(_ members: [(name: String, text: String)]) -> String {
    "{" + members.map { "\(JSON.string($0.name).text): \($0.text)" }.joined(separator: ", ") + "}"
  }
}
