import JSON

/// A key of the configuration, declared once: its name, what may stand there, its default, what it means and where the
/// value is kept. Reading, the words of errors, sweeps, recipes and the schema come from this declaration.
///
/// Every run makes all keys of a record and meets few of them, so that all but their reading is made when it is asked for.
struct ConfigurationKey<Record>: Sendable {
  let name: String
  /// One line, as a list of the keys would say it.
  let meaning: String
  /// Reads the value into its record, or reports why it cannot.
  let read: @Sendable (JSONMember, inout Record, inout Faults) -> Void
  /// For a setting of figures: what stands under the key in the recipe of a figure with these settings; an inner nil leaves
  /// it out.
  private(set) var recipeText: (@Sendable (FigureSettings) -> String?)?
  private var makeRule: (@Sendable () -> any ValueRule)?
  private var makeUnofferedRule: (@Sendable () -> any ValueRule)?
  private var makeDefaultText: (@Sendable () -> String)?
  private var makeInnerNumbers: (@Sendable () -> [ConfigurationKey])?

  /// Nil for a key that is not offered to people: refused, ignored, or written by the tool itself.
  var rule: (any ValueRule)? { makeRule?() }

  /// What may stand under a key that is not offered, but written by the tool itself.
  var unofferedRule: (any ValueRule)? { makeUnofferedRule?() }

  /// The default as it would stand in the file; nil where leaving the key out means none.
  var defaultText: String? { makeDefaultText?() }

  /// The numbers that can be set by this key: itself, or those inside of the object that stands here, as keys of this
  /// record with names like `figure.dpi`.
  var numbers: [ConfigurationKey] { rule is any NumberRule ? [self] : makeInnerNumbers?() ?? [] }

  private init(
    name: String, meaning: String, read: @escaping @Sendable (JSONMember, inout Record, inout Faults) -> Void
  ) {
    (self.name, self.meaning, self.read) = (name, meaning, read)
  }
}

extension ConfigurationKey {
  /// Keeps a value of the file, with its place. A key path would say the same, and be put together at run time.
  typealias Destination<Value: Sendable> = @Sendable (inout Record, Located<Value>) -> Void

  init<Rule: ValueRule>(
    _ name: String, _ rule: Rule, into keep: @escaping Destination<Rule.Value>, meaning: String
  ) {
    self.init(name: name, meaning: meaning) { member, record, faults in
      let value = member.value.isFaulty ? nil : rule.read(member.value, reporting: &faults)
      keep(&record, Located(value: value, offset: member.value.span.lowerBound))
    }
    makeRule = { rule }
  }

  /// A list that is empty where the key is left out.
  init<Rule: ValueRule>(
    list name: String, _ rule: Rule, into keep: @escaping Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, into: keep, meaning: meaning)
    makeDefaultText = { "[]" }
  }

  init<Rule: ScalarRule>(
    _ name: String, _ rule: Rule, default value: @escaping @autoclosure @Sendable () -> Rule.Value,
    into keep: @escaping Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, into: keep, meaning: meaning)
    makeDefaultText = { rule.text(of: value()) }
  }

  /// A setting of figures: declared once, it is read from the file, has its default, and stands in every recipe.
  ///
  /// - Parameter setting: What settings that are resolved hold.
  init<Rule: ScalarRule>(
    _ name: String, _ rule: Rule, of setting: @escaping @Sendable (FigureSettings) -> Rule.Value,
    into keep: @escaping Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, default: setting(FigureSettings()), into: keep, meaning: meaning)
    recipeText = { rule.text(of: setting($0)) }
  }

  /// An object of settings of figures, whose numbers can be set one by one.
  ///
  /// - Parameter kept: What is kept of the object already.
  init<Settings>(
    _ name: String, settings rule: ObjectRule<Settings>,
    from kept: @escaping @Sendable (Record) -> Located<Settings>?, into keep: @escaping Destination<Settings>,
    meaning: String
  ) {
    self.init(name, rule, into: keep, meaning: meaning)
    makeInnerNumbers = {
      rule.keys.flatMap(\.numbers).map { number in
        var key = Self(name: name + "." + number.name, meaning: number.meaning) { member, record, faults in
          var settings = kept(record)?.value ?? rule.empty
          number.read(member, &settings, &faults)
          keep(&record, Located(value: settings, offset: member.value.span.lowerBound))
        }
        (key.makeRule, key.makeDefaultText) = (number.makeRule, number.makeDefaultText)
        return key
      }
    }
    recipeText = { settings in
      "{" + rule.keys.recipeTexts(of: settings).map { "\"\($0.name)\": \($0.text)" }.joined(separator: ", ") + "}"
    }
  }

  /// A setting of figures of which several keys are made.
  ///
  /// - Parameter text: What stands in the recipe; nil where the setting is the default.
  init<Rule: ValueRule>(
    _ name: String, _ rule: Rule, recorded text: @escaping @Sendable (FigureSettings) -> String?,
    into keep: @escaping Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, into: keep, meaning: meaning)
    recipeText = text
  }

  /// A key that only the tool writes; people are not offered it.
  init<Rule: ValueRule>(unoffered name: String, _ rule: Rule, meaning: String) {
    self.init(name: name, meaning: meaning) { member, _, faults in
      if !member.value.isFaulty { _ = rule.read(member.value, reporting: &faults) }
    }
    makeUnofferedRule = { rule }
  }

  /// A key that is known and refused, with the sentence that says so.
  init(refused name: String, _ sentence: String, meaning: String = "") {
    self.init(name: name, meaning: meaning) { member, _, faults in
      faults.report(at: member.keySpan.lowerBound, sentence)
    }
  }

  /// A key whose meaning depends on something that is at fault, so that nothing is said about it.
  init(ignored name: String) {
    self.init(name: name, meaning: "") { _, _, _ in }
  }
}

extension ConfigurationKey<SettingsConfiguration> {
  /// The same key of a record that holds settings.
  func within<Holder: SettingsHolder>(_ holder: Holder.Type) -> ConfigurationKey<Holder> {
    var key = ConfigurationKey<Holder>(name: name, meaning: meaning) { [read] member, holder, faults in
      read(member, &holder.settings, &faults)
    }
    (key.makeRule, key.makeDefaultText, key.recipeText) = (makeRule, makeDefaultText, recipeText)
    if let makeInnerNumbers { key.makeInnerNumbers = { makeInnerNumbers().map { $0.within(holder) } } }
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
