import JSON
import Numerals

/// Lists of values for numbers of an entry.
struct SweepRule: ValueRule {
  /// Those of the function or formula, and what is known and refused.
  let parameters: [ConfigurationKey<ActivationConfiguration>]
  /// What stands beside the sweep, where no swept number may stand.
  var neighbours: [JSONMember] = []

  private let list = SweepListRule()

  init(parameters: [ConfigurationKey<ActivationConfiguration>], neighbours: [JSONMember] = []) {
    self.parameters = parameters
    self.neighbours = neighbours
  }

  private var keys: [ConfigurationKey<ActivationConfiguration>] { parameters + ActivationConfiguration.numbers }

  var expectation: String { "lists of values, as {\"\(keys.first { $0.rule != nil }?.name ?? "seed")\": [1, 2, 5]}" }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> Sweep? {
    guard case .object(let members) = json.content, !members.isEmpty else {
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
    return sweep
  }

  private func axis(_ member: JSONMember, reporting faults: inout Faults) -> SweepAxis? {
    guard let key = keys.first(where: { $0.name == member.key }) else {
      faults.report(unknown: member, among: keys.filter { $0.rule != nil }.map(\.name))
      return nil
    }
    guard key.rule != nil else {
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
      areSound(values, for: key, reporting: &faults)
    else { return nil }
    return SweepAxis(key: key, values: values)
  }

  /// Whether each value meets the rule of its key and none stands twice; says where they do not.
  private func areSound(
    _ values: [JSONValue], for key: ConfigurationKey<ActivationConfiguration>, reporting faults: inout Faults
  ) -> Bool {
    let count = faults.count
    let isSpaced = values.count > 1 && values[0].span == values[1].span
    var firstPlaces: [String: Int] = [:]
    for value in values {
      // Those made from two ends stand in one place, where one sentence is enough.
      if isSpaced, faults.count > count { return false }
      guard !value.isFaulty, key.rule?.admits(value, reporting: &faults) == true else { continue }
      let text = SweepAxis.text(of: value, by: key.rule)
      let place = value.span.lowerBound
      guard let first = firstPlaces[text] else {
        firstPlaces[text] = place
        continue
      }
      if isSpaced {
        faults.report(value, expected: "ends so far apart that the values differ in 12 digits")
      } else {
        faults.report(at: place, "found \(text) again, expected each value once; the first is at", earlier: first)
      }
    }
    return faults.count == count && !values.contains(where: \.isFaulty)
  }

  /// Where the number of a path stands among members, or nil where it does not.
  private func offset(of path: Substring, in members: [JSONMember]) -> Int? {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard let member = members.first(where: { $0.key == parts[0] }) else { return nil }
    guard parts.count > 1 else { return member.keySpan.lowerBound }
    guard case .object(let inner) = member.value.content else { return nil }
    return offset(of: parts[1], in: inner)
  }
}

extension ValueRule {
  /// Whether the rule holds for a value; reports why it does not.
  func admits(_ json: JSONValue, reporting faults: inout Faults) -> Bool { read(json, reporting: &faults) != nil }
}
