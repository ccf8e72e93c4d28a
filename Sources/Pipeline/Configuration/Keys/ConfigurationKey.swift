/// A key of the configuration, declared once: its name, what may stand there, its default, what it means and where the
/// value is kept. Reading, the words of errors, sweeps and the schema come from this declaration.
struct ConfigurationKey<Record>: Sendable {
  let name: String
  /// One line, as a list of the keys would say it.
  let meaning: String
  /// Nil for a key of which no value is read.
  let rule: (any ValueRule)?
  /// The default as it would stand in the file; nil where leaving the key out means none.
  let defaultText: String?
  /// The numbers inside of the object that stands here, as keys of this record with names like `figure.dpi`.
  private let innerNumbers: [ConfigurationKey]
  /// Reads the value into its record, or reports why it cannot.
  let read: @Sendable (JSONMember, inout Record, inout Faults) -> Void

  /// The numbers that can be set by this key: itself, or those inside.
  var numbers: [ConfigurationKey] { rule is any NumberRule ? [self] : innerNumbers }
}

extension ConfigurationKey {
  /// Where a value of the file is kept, with its place.
  typealias Destination<Value: Sendable> = WritableKeyPath<Record, Located<Value>?> & Sendable

  init<Rule: ValueRule>(
    _ name: String, _ rule: Rule, defaultText: String? = nil, into destination: Destination<Rule.Value>, meaning: String
  ) {
    self.init(
      name: name, rule: rule, defaultText: defaultText, innerNumbers: [], into: destination, meaning: meaning)
  }

  init<Rule: ScalarRule>(
    _ name: String, _ rule: Rule, default value: Rule.Value, into destination: Destination<Rule.Value>, meaning: String
  ) {
    self.init(name, rule, defaultText: rule.text(of: value), into: destination, meaning: meaning)
  }

  init<Inner>(_ name: String, _ rule: ObjectRule<Inner>, into destination: Destination<Inner>, meaning: String) {
    let numbers = rule.keys.flatMap(\.numbers).map { number in
      ConfigurationKey(
        name: name + "." + number.name, meaning: number.meaning, rule: number.rule, defaultText: number.defaultText,
        innerNumbers: []
      ) { member, record, faults in
        var inner = record[keyPath: destination]?.value ?? rule.empty
        number.read(member, &inner, &faults)
        record[keyPath: destination] = Located(value: inner, offset: member.value.span.lowerBound)
      }
    }
    self.init(
      name: name, rule: rule, defaultText: nil, innerNumbers: numbers, into: destination, meaning: meaning)
  }

  private init<Rule: ValueRule>(
    name: String, rule: Rule, defaultText: String?, innerNumbers: [ConfigurationKey],
    into destination: Destination<Rule.Value>, meaning: String
  ) {
    self.init(name: name, meaning: meaning, rule: rule, defaultText: defaultText, innerNumbers: innerNumbers) {
      member, record, faults in
      let value = member.value.isFaulty ? nil : rule.read(member.value, reporting: &faults)
      record[keyPath: destination] = Located(value: value, offset: member.value.span.lowerBound)
    }
  }

  /// A key that is known and refused, with the sentence that says so.
  init(refused name: String, _ sentence: String) {
    self.init(name: name, meaning: "", rule: nil, defaultText: nil, innerNumbers: []) { member, _, faults in
      faults.report(at: member.keySpan.lowerBound, sentence)
    }
  }

  /// A key whose meaning depends on something that is at fault, so that nothing is said about it.
  init(ignored name: String) {
    self.init(name: name, meaning: "", rule: nil, defaultText: nil, innerNumbers: []) { _, _, _ in }
  }

  /// The same key of an outer record that holds this one's.
  func within<Outer>(_ path: WritableKeyPath<Outer, Record> & Sendable) -> ConfigurationKey<Outer> {
    let read = read
    return ConfigurationKey<Outer>(
      name: name, meaning: meaning, rule: rule, defaultText: defaultText,
      innerNumbers: innerNumbers.map { $0.within(path) }
    ) { member, record, faults in read(member, &record[keyPath: path], &faults) }
  }
}

/// A value of the file and the byte offset where it begins.
struct Located<Value: Sendable>: Sendable {
  /// Nil where what stands there is at fault, so that nothing further can be found out with it.
  let value: Value?
  let offset: Int

  var isFaulty: Bool { value == nil }
}
