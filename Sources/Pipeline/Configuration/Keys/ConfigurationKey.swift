/// A key of the configuration, declared once: its name, what may stand there, its default, what it means and where the
/// value is kept. Reading, the words of errors, sweeps, recipes and the schema come from this declaration.
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
  /// The numbers inside of the object that stands here, as keys of this record with names like `figure.dpi`.
  private var innerNumbers: [ConfigurationKey] = []
  /// What may stand under a key that is not offered, but written by the tool itself.
  private(set) var unofferedRule: (any ValueRule)?
  /// Reads the value into its record, or reports why it cannot.
  let read: @Sendable (JSONMember, inout Record, inout Faults) -> Void

  /// The numbers that can be set by this key: itself, or those inside.
  var numbers: [ConfigurationKey] { rule is any NumberRule ? [self] : innerNumbers }

  init(
    name: String, meaning: String, rule: (any ValueRule)?, defaultText: String?,
    read: @escaping @Sendable (JSONMember, inout Record, inout Faults) -> Void
  ) {
    (self.name, self.meaning, self.rule, self.defaultText, self.read) = (name, meaning, rule, defaultText, read)
  }
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

  /// An object, whose numbers can be set one by one.
  init<Inner>(_ name: String, object rule: ObjectRule<Inner>, into destination: Destination<Inner>, meaning: String) {
    self.init(name, rule, into: destination, meaning: meaning)
    innerNumbers = rule.keys.flatMap(\.numbers).map { number in
      ConfigurationKey(
        name: name + "." + number.name, meaning: number.meaning, rule: number.rule, defaultText: number.defaultText
      ) { member, record, faults in
        var inner = record[keyPath: destination]?.value ?? rule.empty
        number.read(member, &inner, &faults)
        record[keyPath: destination] = Located(value: inner, offset: member.value.span.lowerBound)
      }
    }
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
    self.init(name, object: rule, into: destination, meaning: meaning)
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
    unofferedRule = rule
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
    var key = ConfigurationKey<Outer>(name: name, meaning: meaning, rule: rule, defaultText: defaultText) {
      member, record, faults in read(member, &record[keyPath: path], &faults)
    }
    key.recipeText = recipeText
    key.innerNumbers = innerNumbers.map { $0.within(path) }
    return key
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
