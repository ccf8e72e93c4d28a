import JSON

/// Numbers of an entry with several values each, of which every combination is a figure.
///
/// The combinations stand as in loops inside one another, the first key being the outermost:
///
/// ```
/// {"beta": [0.5, 1], "samples": [10, 100]}     0.5 and 10, 0.5 and 100, 1 and 10, 1 and 100
/// ```
///
/// They are counted without being made, and made one at a time.
struct Sweep: Sendable {
  /// In the order of the file, at least one.
  let axes: [SweepAxis]

  /// How many combinations there are, in floating point: no product of lists that a file can hold overflows it.
  static func count(of axes: [SweepAxis]) -> Double { axes.reduce(1) { $0 * Double($1.values.count) } }

  /// Of the combinations.
  var count: Int { axes.reduce(1) { $0 * $1.values.count } }

  /// The place of the combination's value on each axis.
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

/// One number of a sweep and its values.
struct SweepAxis: Sendable {
  /// Checks a value and puts it into an entry.
  let key: ConfigurationKey<ActivationConfiguration>
  /// Numbers that meet the rule of the key, each with its place; at least one, and no two alike.
  let values: [JSONValue]

  /// What the number is called in the name of a figure: `dpi` of `figure.dpi`.
  var label: Substring { key.name.split(separator: ".").last ?? "" }

  /// A value in its shortest form.
  func text(at index: Int) -> String { Self.text(of: values[index], by: key.rule) }

  static func text(of value: JSONValue, by rule: (any ValueRule)?) -> String {
    guard case .number(let number) = value.content, let rule = rule as? any NumberRule else { return "" }
    return rule.text(of: number)
  }
}
