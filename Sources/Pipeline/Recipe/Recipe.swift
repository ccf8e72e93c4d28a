import Configuration
import JSON
import Numerals
import Plans
import Text

/// Everything that decides the pixels of one figure, with every setting written out except matplotlib's style and the
/// marks that are a style's own. It holds nothing of the machine: no path, host or date, and no version except the
/// number of the drawing rules. Fonts are given by the names of their families.
///
/// A recipe is a configuration of one figure, which the reader of configurations reads:
///
/// ```json
/// {"rules": 1, "activations": [{"name": "swish", "title": "Swish", "function": "swish", "beta": 1, "seed": 0, …}]}
/// ```
///
/// Two figures with the same recipe are the same picture.
struct Recipe: Sendable, Equatable {
  /// One line of JSON; the same figure gives the same text.
  let text: String

  /// Creates a recipe from the text that was found in a file.
  init(text: String) { self.text = text }

  /// The recipe from which a figure of this plan is drawn.
  init(of figure: FigurePlan) { text = figure.recipe }

  /// Reads the plan of the figure, by the reader of all configurations.
  ///
  /// - Parameter name: The name of the recipe in messages.
  /// - Throws: `ConfigurationError` with every fault, e.g. another number of drawing rules.
  func plan(named name: String) throws(ConfigurationError) -> RenderPlan {
    try RenderPlan(readingConfiguration: Array(text.utf8), named: name)
  }
}

extension Recipe {
  /// The changes since an earlier recipe, by key: `beta 1 → 2`, `figure.dpi 100 → 200`.
  ///
  /// They are in the order of this recipe; settings that only the earlier one has come last. If the earlier text is not
  /// a recipe, the list says so: it is never empty for two recipes that differ.
  func changes(since earlier: Recipe) -> [String] {
    guard earlier != self else { return [] }
    guard let new = settings, let old = earlier.settings else { return ["a recipe that cannot be read"] }
    let oldTexts = Dictionary(old.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    let newNames = Set(new.map(\.name))
    let changed = new.compactMap { name, text -> String? in
      guard let before = oldTexts[name] ?? earlier.omittedText(of: name) else { return "\(name) \(text) is new" }
      if before == text { return nil }
      return name.hasSuffix(Self.tableKey) ? "\(name) changed" : "\(name) \(before) → \(text)"
    }
    let gone = old.filter { !newNames.contains($0.name) }.map { name, text in
      omittedText(of: name).map { "\(name) \(text) → \($0)" } ?? "\(name) \(text) is gone"
    }
    return changed + gone == [] ? ["the order of its keys"] : (changed + gone).map(\.printable)
  }

  /// The key of the points of a table, of which a change is told without them.
  fileprivate static let tableKey = "table"

  /// The number of the drawing rules; nil if the recipe has none.
  var rules: String? { JSONValue(parsing: Array(text.utf8))?["rules"]?.text }

  /// The resolution of the figure in dots per inch; nil if the recipe has none.
  var dpi: Double? {
    let json = JSONValue(parsing: Array(text.utf8))
    var settings = json?["comparison"]
    if settings == nil, case .array(let entries)? = json?["activations"] { settings = entries.first }
    return settings?["figure"]?["dpi"]?.number
  }

  /// The names of the fonts in front of the default one.
  var fonts: [String] {
    guard case .array(let fonts)? = JSONValue(parsing: Array(text.utf8))?["fonts"] else { return [] }
    return fonts.compactMap { if case .string(let name) = $0 { name } else { nil } }
  }

  /// The kind of figure that is drawn from the recipe.
  private var kind: FigureKind {
    let word = JSONValue(parsing: Array(text.utf8))?["figures"]?.string
    return word.flatMap { FigureKind(rawValue: $0) } ?? .function
  }

  /// The text of a setting that the recipe leaves out because it is the default; nil for any other setting.
  private func omittedText(of name: String) -> String? {
    let prefix = "comparison."
    let path = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    return kind.omittedValue(ofSetting: path)?.text
  }

  /// The settings with their texts, those of the paper as `figure.dpi`; nil if this is not a recipe.
  private var settings: [(name: String, text: String)]? {
    guard let json = JSONValue(parsing: Array(text.utf8)), case .array(let entries)? = json["activations"] else {
      return nil
    }
    let common =
      ["rules", "fonts"].compactMap { key in json[key].map { (name: key, text: $0.text) } }
      + (json["output"]?.scalars(under: "output") ?? [])
    if let comparison = json["comparison"] {
      let functions = entries.enumerated().flatMap { $1.scalars(under: "activations.\($0)") }
      return common + comparison.scalars(under: "comparison") + functions
    }
    guard entries.count == 1 else { return nil }
    return common + entries[0].scalars(under: "")
  }
}

extension JSONValue {
  /// The members of an object and of the objects in it, by their paths, as JSON texts.
  fileprivate func scalars(under path: String) -> [(name: String, text: String)] {
    // The points of a table are one thing.
    if path == Recipe.tableKey || path.hasSuffix("." + Recipe.tableKey) { return [(path, text)] }
    guard case .object(let members) = self else { return [(path, text.abbreviated(to: 80))] }
    return members.flatMap { $0.value.scalars(under: path.isEmpty ? $0.key : path + "." + $0.key) }
  }
}
