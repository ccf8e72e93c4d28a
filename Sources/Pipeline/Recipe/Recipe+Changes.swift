import JSON
import Text

extension Recipe {
  /// What makes another recipe of an earlier one, by key, in words: `beta 1 → 2`, `figure.dpi 100 → 200`.
  ///
  /// Settings come in the order of the recipe, those that are only in the earlier one last. Where the earlier one is no
  /// recipe that can be compared, it says that: never an empty list for two recipes that differ.
  func changes(since earlier: Recipe) -> [String] {
    guard earlier != self else { return [] }
    guard let new = settings, let old = earlier.settings else { return ["a recipe that cannot be read"] }
    let oldTexts = Dictionary(old.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    let newNames = Set(new.map(\.name))
    let changed = new.compactMap { name, text -> String? in
      guard let before = oldTexts[name] else { return "\(name) \(text) is new" }
      return before == text ? nil : "\(name) \(before) → \(text)"
    }
    let gone = old.filter { !newNames.contains($0.name) }.map { "\($0.name) \($0.text) is gone" }
    return changed + gone == [] ? ["the order of its keys"] : (changed + gone).map(\.printable)
  }

  /// The number of the drawing rules, where it says one.
  var rules: String? { JSONValue(parsing: Array(text.utf8))?["rules"]?.text }

  /// The dots an inch of the figure, where it says them.
  var dpi: Double? {
    let json = JSONValue(parsing: Array(text.utf8))
    var settings = json?["comparison"]
    if settings == nil, case .array(let entries)? = json?["activations"] { settings = entries.first }
    return settings?["figure"]?["dpi"]?.number
  }

  /// The names of fonts, where it says some.
  var fonts: [String] {
    guard case .array(let fonts)? = JSONValue(parsing: Array(text.utf8))?["fonts"] else { return [] }
    return fonts.compactMap { if case .string(let name) = $0 { name } else { nil } }
  }

  /// Each setting by its name with its text, those of the paper as `figure.dpi`; nil where this is no recipe.
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
  /// The members of an object and of objects in it, by their paths, as they would be written.
  fileprivate func scalars(under path: String) -> [(name: String, text: String)] {
    guard case .object(let members) = self else { return [(path, text.abbreviated(to: 80))] }
    return members.flatMap { $0.value.scalars(under: path.isEmpty ? $0.key : path + "." + $0.key) }
  }
}
