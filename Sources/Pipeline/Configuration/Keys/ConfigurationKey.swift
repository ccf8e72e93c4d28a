import Spelling

/// A key of the configuration, declared once: its name, what may stand there, its default, what it means and where the
/// value is kept. Reading, the words of errors and whatever else describes the keys come from this declaration.
struct ConfigurationKey<Record>: Sendable {
  let name: String
  /// One line, as a list of the keys would say it.
  let meaning: String
  /// Nil for a key that is not offered to people: refused, ignored, or written by the tool itself.
  let rule: (any ValueRule)?
  /// The default as it would stand in the file; nil where leaving the key out means none.
  let defaultText: String?
  /// For a setting of figures: what stands under the key in the recipe of a figure with these settings; an inner nil leaves
  /// it out.
  var recipeText: (@Sendable (FigureSettings) -> String?)?
  /// Reads the value into its record, or reports why it cannot.
  let read: @Sendable (JSONMember, inout Record, inout Faults) -> Void
}

extension ConfigurationKey {
  /// Where a value of the file is kept, with its place.
  typealias Destination<Value: Sendable> = WritableKeyPath<Record, Located<Value>?> & Sendable

  init<Rule: ValueRule>(
    _ name: String, _ rule: Rule, defaultText: String? = nil, into destination: Destination<Rule.Value>, meaning: String
  ) {
    self.init(name: name, meaning: meaning, rule: rule, defaultText: defaultText) { member, record, faults in
      let value = member.value.isFaulty ? nil : rule.read(member.value, reporting: &faults)
      record[keyPath: destination] = Located(value: value, offset: member.value.span.lowerBound)
    }
  }

  init<Rule: ScalarRule>(
    _ name: String, _ rule: Rule, default value: Rule.Value, into destination: Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, defaultText: rule.text(of: value), into: destination, meaning: meaning)
  }

  /// A setting of figures: declared once, it is read from the file, has its default, and stands in every recipe.
  ///
  /// - Parameter setting: What settings that are resolved hold.
  init<Rule: ScalarRule>(
    _ name: String, _ rule: Rule, of setting: @escaping @Sendable (FigureSettings) -> Rule.Value,
    into destination: Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, default: setting(FigureSettings()), into: destination, meaning: meaning)
    recipeText = { rule.text(of: setting($0)) }
  }

  /// An object of settings of figures.
  init<Settings>(
    _ name: String, settings rule: ObjectRule<Settings>, into destination: Destination<Settings>, meaning: String
  ) {
    self.init(name, rule, into: destination, meaning: meaning)
    recipeText = { settings in
      "{" + rule.keys.recipeTexts(of: settings).map { "\"\($0.name)\": \($0.text)" }.joined(separator: ", ") + "}"
    }
  }

  /// A setting of figures of which several keys are made.
  ///
  /// - Parameter text: What stands in the recipe; nil where the setting is the default.
  init<Rule: ValueRule>(
    _ name: String, _ rule: Rule, recorded text: @escaping @Sendable (FigureSettings) -> String?,
    into destination: Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, into: destination, meaning: meaning)
    recipeText = text
  }

  /// A key that only the tool writes; people are not offered it.
  init<Rule: ValueRule>(unoffered name: String, _ rule: Rule, meaning: String) {
    self.init(name: name, meaning: meaning, rule: nil, defaultText: nil) { member, _, faults in
      if !member.value.isFaulty { _ = rule.read(member.value, reporting: &faults) }
    }
  }

  /// A key that is known and refused, with the sentence that says so.
  init(refused name: String, _ sentence: String, meaning: String = "") {
    self.init(name: name, meaning: meaning, rule: nil, defaultText: nil) { member, _, faults in
      faults.report(at: member.keySpan.lowerBound, sentence)
    }
  }

  /// A key whose meaning depends on something that is at fault, so that nothing is said about it.
  init(ignored name: String) {
    self.init(name: name, meaning: "", rule: nil, defaultText: nil) { _, _, _ in }
  }

  /// The same key of an outer record that holds this one's.
  func within<Outer>(_ path: WritableKeyPath<Outer, Record> & Sendable) -> ConfigurationKey<Outer> {
    let read = read
    return ConfigurationKey<Outer>(
      name: name, meaning: meaning, rule: rule, defaultText: defaultText, recipeText: recipeText
    ) { member, record, faults in read(member, &record[keyPath: path], &faults) }
  }
}

extension Array {
  /// What stands under each of these keys in the recipe of a figure.
  ///
  /// - Precondition: Every one is a setting of figures. So none can be added that recipes would not tell.
  func recipeTexts<Record>(of settings: FigureSettings) -> [(name: String, text: String)]
  where Element == ConfigurationKey<Record> {
    compactMap { key in
      guard let text = key.recipeText else { preconditionFailure("The setting \(key.name) has no place in recipes.") }
      return text(settings).map { (key.name, $0) }
    }
  }
}

/// A value of the file and the byte offset where it begins.
struct Located<Value: Sendable>: Sendable {
  /// Nil where what stands there is at fault, so that nothing further can be found out with it.
  let value: Value?
  let offset: Int

  var isFaulty: Bool { value == nil }
}

/// An object with these keys and no others.
struct ObjectRule<Record: Sendable>: ValueRule {
  let keys: [ConfigurationKey<Record>]
  /// The record of an object without any key.
  let empty: Record

  var expectation: String { "an object in { }" }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> Record? {
    guard case .object(let members) = json.content else {
      faults.report(json, expected: expectation)
      return nil
    }
    var record = empty
    for member in members where !member.isRepeated {
      if let key = keys.first(where: { $0.name == member.key }) {
        key.read(member, &record, &faults)
      } else {
        report(unknown: member, among: keys.filter { $0.rule != nil }.map(\.name), to: &faults)
      }
    }
    return record
  }

  private func report(unknown member: JSONMember, among names: [String], to faults: inout Faults) {
    let nearest = faults.isFull ? nil : member.key.nearest(among: names)
    let expectation = nearest.map { "\"\($0)\"" } ?? "one of " + names.map { "\"\($0)\"" }.joined(separator: ", ")
    let found = faults.source.excerpt(of: member.keySpan)
    faults.report(at: member.keySpan.lowerBound, "found the unknown key \(found), expected \(expectation)")
  }
}
