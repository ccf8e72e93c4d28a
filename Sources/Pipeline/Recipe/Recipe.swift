import Configuration
import JSON
import Numerals

/// Everything that decides the pixels of one figure, with nothing left unsaid but matplotlib's style and the marks that are a
/// style's own, and nothing of the machine: no path, host or date, and no version but the number of the drawing rules. Fonts
/// are told by the names of their families.
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

  /// The recipe from which a figure of this plan is drawn.
  init(of figure: FigurePlan) { text = figure.recipe }

  /// The plan of the figure, read as every configuration is.
  ///
  /// - Parameter name: How messages call the recipe.
  /// - Throws: What is wrong with it, such as the number of other drawing rules.
  func plan(named name: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: name)
  }
}
