import JSON
import Plans

/// The declaration of a key of the configuration: its name, its meaning, its default, the rule for its values, and what is
/// done with a value.
///
/// Reading, messages, sweeps, recipes and the schema are all derived from this declaration. A setting of figures is declared by
/// `init(setting:_:get:set:meaning:)`, which also applies the value to the figures. No other code is needed for a new setting.
///
/// Every run makes all keys of a record and uses few of them. Therefore everything but the reading is made on demand.
struct ConfigurationKey<Record>: Sendable {
  let name: String
  /// One sentence for the documentation of the schema.
  let meaning: String
  /// Reads the value of a member into the record, or reports its fault.
  let read: @Sendable (JSONMember, inout Record, inout Faults) -> Void
  /// The value under the key in the recipe of a figure with given settings, and nil if the recipe leaves the key out. The
  /// closure is nil for a key that is no setting of figures.
  private(set) var recordedValue: (@Sendable (FigureSettings) -> JSONValue?)?
  private var makeRule: (@Sendable () -> any ValueRule)?
  private var makeInternalRule: (@Sendable () -> any ValueRule)?
  private var makeDefaultValue: (@Sendable () -> JSONValue)?
  private var makeInnerNumbers: (@Sendable () -> [ConfigurationKey])?

  /// The rule for the values; nil for a key that is internal, rejected or ignored, and therefore not offered to users.
  var rule: (any ValueRule)? { makeRule?() }

  /// The default; nil if there is no value without the key.
  var defaultValue: JSONValue? { makeDefaultValue?() }

  /// The keys of this record by which single numbers can be set: this key, or the keys of the object that stands under it,
  /// with names such as `figure.dpi`.
  var numbers: [ConfigurationKey] { rule is any NumericRule ? [self] : makeInnerNumbers?() ?? [] }

  /// The key as a property of a schema, with meaning, default and rule; nil for a key that is rejected or ignored.
  var property: JSONValue.Member? {
    guard let rule = makeRule?() ?? makeInternalRule?() else { return nil }
    let annotations: JSONValue = ["description": .string(meaning)]
    let defaultMember: JSONValue = defaultValue.map { ["default": $0] } ?? [:]
    return JSONValue.Member(key: name, value: annotations + defaultMember + rule.schema)
  }

  private init(
    name: String, meaning: String, read: @escaping @Sendable (JSONMember, inout Record, inout Faults) -> Void
  ) {
    (self.name, self.meaning, self.read) = (name, meaning, read)
  }
}

extension ConfigurationKey {
  /// Stores a value in the record. A closure is faster than a key path, which is assembled at run time.
  typealias Storage<Value: Sendable> = @Sendable (inout Record, Located<Value>) -> Void

  /// A key whose value is stored in a field of the record.
  ///
  /// - Parameters:
  ///   - defaultValue: The default that the schema names.
  ///   - recordedValue: The value in the recipe of a figure, for a key that is a setting of figures.
  init<Rule: ValueRule>(
    _ name: String, _ rule: Rule, default defaultValue: (@Sendable () -> JSONValue)? = nil,
    recorded recordedValue: (@Sendable (FigureSettings) -> JSONValue?)? = nil,
    into store: @escaping Storage<Rule.Value>, meaning: String
  ) {
    self.init(name: name, meaning: meaning) { member, record, faults in
      let value = member.value.isFaulty ? nil : rule.read(member.value, reporting: &faults)
      store(&record, Located(value: value, offset: member.value.span.lowerBound))
    }
    makeRule = { rule }
    makeDefaultValue = defaultValue
    self.recordedValue = recordedValue
  }

  /// A key that only the tool itself writes, in recipes. Its value is checked and not stored.
  init<Rule: ValueRule>(internal name: String, _ rule: Rule, meaning: String) {
    self.init(name: name, meaning: meaning) { member, _, faults in
      if !member.value.isFaulty { _ = rule.read(member.value, reporting: &faults) }
    }
    makeInternalRule = { rule }
  }

  /// A key that is known but not allowed here, with the message that says so.
  init(rejected name: String, _ message: String) {
    self.init(name: name, meaning: "") { member, _, faults in
      faults.report(at: member.keySpan.lowerBound, message)
    }
  }

  /// A key whose meaning depends on another value that is at fault, so that nothing is reported about it.
  init(ignored name: String) {
    self.init(name: name, meaning: "") { _, _, _ in }
  }
}

// MARK: - Settings of figures

/// A value that the configuration gives to a setting of figures.
struct SettingChange: Sendable {
  /// The name of the setting's key.
  let key: String
  /// The byte offset of the value.
  let offset: Int
  /// Whether the value, or a value inside it, is at fault.
  let isFaulty: Bool
  /// The values of the settings in an object of settings.
  var parts: [SettingChange] = []
  /// Gives the setting its value, unless that is at fault.
  let apply: @Sendable (inout FigureSettings) -> Void
}

/// A record that collects the values of settings.
protocol SettingRecord: Sendable {
  mutating func add(_ change: SettingChange)
}

extension [SettingChange]: SettingRecord {
  mutating func add(_ change: SettingChange) { append(change) }

  /// Gives all settings their values.
  func apply(to settings: inout FigureSettings) {
    for change in self { change.apply(&settings) }
  }
}

extension ConfigurationKey where Record: SettingRecord {
  /// A setting of figures. The declaration is complete: it reads, stores, applies, documents and records the setting.
  ///
  /// - Parameters:
  ///   - isRecorded: Whether a recipe names the setting; a setting that is added later is left out while it is the default,
  ///     so that earlier recipes stay what they are.
  ///   - hasDefault: Whether the setting has a default of its own, which the schema names.
  init<Rule: ScalarRule>(
    setting name: String, _ rule: Rule, get: @escaping @Sendable (FigureSettings) -> Rule.Value,
    set: @escaping @Sendable (inout FigureSettings, Rule.Value) -> Void,
    isRecorded: @escaping @Sendable (FigureSettings) -> Bool = { _ in true }, hasDefault: Bool = true, meaning: String
  ) {
    self.init(name: name, meaning: meaning) { member, record, faults in
      let value = member.value.isFaulty ? nil : rule.read(member.value, reporting: &faults)
      record.add(
        SettingChange(key: name, offset: member.value.span.lowerBound, isFaulty: value == nil) { settings in
          if let value { set(&settings, value) }
        })
    }
    makeRule = { rule }
    if hasDefault { makeDefaultValue = { rule.json(of: get(FigureSettings())) } }
    recordedValue = { isRecorded($0) ? .some(rule.json(of: get($0))) : .none }
  }

  /// An object of settings of figures, whose numbers a sweep can set one by one.
  ///
  /// - Parameters:
  ///   - isRecorded: Whether a recipe names the settings.
  ///   - begin: What the object changes before its members do, even if there are none.
  init(
    settings name: String, _ rule: ObjectRule<[SettingChange]>,
    isRecorded: @escaping @Sendable (FigureSettings) -> Bool = { _ in true },
    beginning begin: @escaping @Sendable (inout FigureSettings) -> Void = { _ in }, meaning: String
  ) {
    self.init(name: name, meaning: meaning) { member, record, faults in
      let changes = member.value.isFaulty ? nil : rule.read(member.value, reporting: &faults)
      let isFaulty = changes?.contains(where: \.isFaulty) ?? true
      record.add(
        SettingChange(
          key: name, offset: member.value.span.lowerBound, isFaulty: isFaulty, parts: changes ?? []
        ) { settings in
          guard let changes else { return }
          begin(&settings)
          changes.apply(to: &settings)
        })
    }
    makeRule = { rule }
    makeInnerNumbers = {
      rule.keys.flatMap(\.numbers).map { number in
        let path = name + "." + number.name
        var key = Self(name: path, meaning: number.meaning) { member, record, faults in
          var changes: [SettingChange] = []
          number.read(member, &changes, &faults)
          for change in changes {
            record.add(
              SettingChange(key: path, offset: change.offset, isFaulty: change.isFaulty, apply: change.apply))
          }
        }
        (key.makeRule, key.makeDefaultValue) = (number.makeRule, number.makeDefaultValue)
        return key
      }
    }
    recordedValue = {
      guard isRecorded($0) else { return .none }
      let members = rule.keys.members(recording: $0)
      return members.isEmpty ? .none : .some(.object(members))
    }
  }
}

extension Array {
  /// The members for these keys in the recipe of a figure.
  ///
  /// - Precondition: Every key is a setting of figures. Thus no setting can be left out of recipes by mistake.
  func members<Record>(recording settings: FigureSettings) -> [JSONValue.Member]
  where Element == ConfigurationKey<Record> {
    compactMap { key in
      guard let recordedValue = key.recordedValue else {
        preconditionFailure("The setting \(key.name) has no place in recipes.")
      }
      return recordedValue(settings).map { JSONValue.Member(key: key.name, value: $0) }
    }
  }
}
