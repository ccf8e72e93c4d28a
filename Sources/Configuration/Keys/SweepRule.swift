import Expressions
import JSON
import Numerals
import Plans

/// Numbers of an entry with several values each. Every combination of values is a figure.
///
/// The combinations are ordered as by nested loops, of which the first key is the outermost:
///
/// ```
/// {"beta": [0.5, 1], "samples": [10, 100]}     0.5 and 10, 0.5 and 100, 1 and 10, 1 and 100
/// ```
///
/// They are counted without being made, and made one at a time.
struct Sweep: Sendable {
  /// The numbers in the order of the file, at least one.
  let axes: [SweepAxis]

  /// The number of combinations of some axes, as a double, which no product of lists in a file overflows.
  static func count(of axes: [SweepAxis]) -> Double { axes.reduce(1) { $0 * Double($1.values.count) } }

  /// The number of combinations.
  var count: Int { axes.reduce(1) { $0 * $1.values.count } }

  /// The index of each axis' value in a combination.
  func combination(at index: Int) -> [Int] {
    var rest = index
    var places: [Int] = []
    for axis in axes.reversed() {
      places.append(rest % axis.values.count)
      rest /= axis.values.count
    }
    return places.reversed()
  }
}

/// A number of a sweep and its values.
struct SweepAxis: Sendable {
  /// The key that reads a value into an entry.
  let key: ConfigurationKey<ActivationConfiguration>
  /// The values that the rule of the key allows, each with its place: at least one, all of them different.
  let values: AxisValues
  /// The rule of the key.
  let rule: any NumericRule
  /// The name of the number in the name of a figure: `dpi` for `figure.dpi`.
  let label: Substring

  init(key: ConfigurationKey<ActivationConfiguration>, rule: any NumericRule, values: AxisValues) {
    (self.key, self.rule, self.values) = (key, rule, values)
    label = key.name.split(separator: ".").last ?? ""
  }

  /// The shortest spelling of a value.
  func text(at index: Int) -> String { rule.text(of: values[index]) }
}

/// The rule for a sweep, an object of lists of values for numbers of an entry.
struct SweepRule: ValueRule {
  /// The keys of the function's or formula's parameters, and those that are known and rejected.
  private let parameters: [ConfigurationKey<ActivationConfiguration>]
  /// The other members of the entry, whose numbers the sweep must not set.
  private let neighbours: [JSONMember]

  private let list = SweepListRule()

  init(parameters: [ConfigurationKey<ActivationConfiguration>], neighbours: [JSONMember] = []) {
    self.parameters = parameters
    self.neighbours = neighbours
  }

  private var keys: [ConfigurationKey<ActivationConfiguration>] { parameters + ActivationConfiguration.numbers }

  var expectation: String {
    "lists of values, e.g. {\"\(keys.first { $0.rule != nil }?.name ?? "seed")\": [1, 2, 5]}"
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> Sweep? {
    guard let members = json.members, !members.isEmpty else {
      faults.report(json, expected: expectation)
      return nil
    }
    let axes = members.filter { !$0.isRepeated }.map { axis($0, reporting: &faults) }
    guard !axes.contains(where: { $0 == nil }) else { return nil }
    let sweep = Sweep(axes: axes.compactMap(\.self))
    let count = Sweep.count(of: sweep.axes)
    guard count <= Double(Limits.figures) else {
      let found = "a sweep of \(String(shortest: count)) figures"
      faults.report(at: json.span.lowerBound, "found \(found), expected at most \(Limits.figures)")
      return nil
    }
    // These take up to a second each, which a sweep of too many figures is not worth.
    let isSound = sweep.axes.filter(\.values.isLong).map { areSound($0.values, by: $0.rule, reporting: &faults) }
    return isSound.allSatisfy(\.self) ? sweep : nil
  }

  private func axis(_ member: JSONMember, reporting faults: inout Faults) -> SweepAxis? {
    guard let key = keys.first(where: { $0.name == member.key }) else {
      faults.report(unknown: member, among: keys.filter { $0.rule != nil }.map(\.name))
      return nil
    }
    guard let rule = key.rule as? any NumericRule else {
      var nothing = ActivationConfiguration()
      key.read(member, &nothing, &faults)
      return nil
    }
    if let place = offset(of: key.name[...], in: neighbours) {
      let found = "found \"\(key.name)\" in the sweep and beside it"
      faults.report(at: member.keySpan.lowerBound, "\(found), expected one of them; the other is at", earlier: place)
      return nil
    }
    guard !member.value.isFaulty, let values = list.read(member.value, reporting: &faults),
      values.isLong || areSound(values, by: rule, reporting: &faults)
    else { return nil }
    return SweepAxis(key: key, rule: rule, values: values)
  }

  /// Whether a rule allows every value and all values differ; reports those that do not.
  private func areSound(_ values: AxisValues, by rule: any NumericRule, reporting faults: inout Faults) -> Bool {
    switch values {
    case .listed(let values): areSound(values, by: rule, reporting: &faults)
    case .spaced: areSpacedSoundly(values, by: rule, reporting: &faults)
    }
  }

  private func areSound(_ values: [JSONNode], by rule: some NumericRule, reporting faults: inout Faults) -> Bool {
    let count = faults.count
    var firstPlaces: [String: Int] = [:]
    for value in values {
      guard !value.isFaulty, rule.admits(value, reporting: &faults) else { continue }
      let text = rule.text(of: value)
      let place = value.span.lowerBound
      guard let first = firstPlaces[text] else {
        firstPlaces[text] = place
        continue
      }
      faults.report(at: place, "found \(text) again, expected each value once; the first is at", earlier: first)
    }
    return faults.count == count && !values.contains(where: \.isFaulty)
  }

  /// The same for values that are made from two ends. They have one place, for which one message is enough.
  ///
  /// Values between the ends never turn back, so that equal ones are neighbours, unless both ends are equal.
  private func areSpacedSoundly(_ values: AxisValues, by rule: some NumericRule, reporting faults: inout Faults) -> Bool
  {
    let count = faults.count
    let first = values[0]
    var last: JSONNode?
    for value in values {
      guard rule.admits(value, reporting: &faults) else { return false }
      for other in [last, first] where other?.number == value.number {
        guard let other, last != nil, rule.text(of: other) == rule.text(of: value) else { continue }
        faults.report(value, expected: "ends so far apart that the values differ in 12 digits")
        return false
      }
      last = value
    }
    return faults.count == count
  }

  /// The offset of the number with a path such as `figure.dpi` among members; nil if it is not there.
  private func offset(of path: Substring, in members: [JSONMember]) -> Int? {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard let member = members.first(where: { $0.key == parts[0] }) else { return nil }
    return parts.count == 1 ? member.keySpan.lowerBound : member.value.members.flatMap { offset(of: parts[1], in: $0) }
  }
}

/// The rule for the values of one number: a list, or evenly spaced values between two ends.
struct SweepListRule: ValueRule {
  private let spacing = ObjectRule(keys: EvenSpacing.keys, empty: EvenSpacing())

  var expectation: String {
    "an array of 1 to \(Limits.figures) numbers or {\"from\": a, \"to\": b, \"count\": n}"
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> AxisValues? {
    if json.members != nil { return spacing.read(json, reporting: &faults)?.values(at: json, reporting: &faults) }
    guard let elements = json.elements, 1...Limits.figures ~= elements.count else {
      faults.report(json, expected: expectation)
      return nil
    }
    return .listed(elements)
  }
}

// MARK: - Schema

extension SweepRule {
  var schema: JSONValue {
    .reference(to: "sweep") + ["properties": Self.properties(of: parameters), "unevaluatedProperties": false]
  }

  /// The schema of the sweep of a formula, whose parameters may have any names.
  static var formulaSchema: JSONValue {
    .reference(to: "sweep") + ["additionalProperties": SweepListRule().schema]
  }

  /// The schema's definition of a sweep without parameters.
  static var definition: JSONValue {
    ["type": "object", "minProperties": 1, "properties": properties(of: ActivationConfiguration.numbers)]
  }

  private static func properties(of keys: [ConfigurationKey<ActivationConfiguration>]) -> JSONValue {
    .object(
      keys.compactMap { key in
        key.rule.map { rule in
          let value = ["description": .string(key.meaning)] + SweepListRule.schema(of: rule)
          return JSONValue.Member(key: key.name, value: value)
        }
      })
  }
}

extension SweepListRule {
  var schema: JSONValue { Self.schema(of: NumberRule(bounds: ParsedExpression.parameterRange)) }

  /// The schema of a list of values that a rule allows.
  fileprivate static func schema(of rule: any ValueRule) -> JSONValue {
    let list: JSONValue = [
      "type": "array", "items": rule.schema, "minItems": 1, "maxItems": JSONValue(Limits.figures), "uniqueItems": true,
    ]
    return ["anyOf": [list, .reference(to: "spacing")]]
  }

  /// The schema's definition of evenly spaced values.
  static var spacingDefinition: JSONValue {
    ObjectRule(keys: EvenSpacing.keys, empty: EvenSpacing()).schema
      + ["required": .array(EvenSpacing.keys.map { .string($0.name) })]
  }
}
