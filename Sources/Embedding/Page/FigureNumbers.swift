import JSON
import Numerals

/// What is measured of a function.
enum FigureMeasure: CaseIterable {
  case mean, std, signalGain, gradientGain, range, dead, saturated, nearlySaturated, excluded, frequent, smoothness
  case criticalGain, gamma, chi, depthScale, gradientFactor

  /// The name as HTML.
  var name: String {
    switch self {
    case .mean: "Mean"
    case .std: "Std"
    case .signalGain: "Signal gain"
    case .gradientGain: "Gradient gain"
    case .range: "Range"
    case .dead: "Derivative 0"
    case .saturated: "|f′| &lt; 0.01"
    case .nearlySaturated: "|f′| &lt; 0.1"
    case .excluded: "No output"
    case .frequent: "Frequent values"
    case .smoothness: "Smoothness"
    case .criticalGain: "Critical gain"
    case .gamma: "Gamma"
    case .chi: "χ"
    case .depthScale: "Depth scale"
    case .gradientFactor: "Gradient"
    }
  }

  /// What the number means, as HTML; nil if its name says it.
  var explanation: String? {
    switch self {
    case .mean: "The mean of the outputs for the samples, and the exact mean for an exactly normal input."
    case .std: "The standard deviation of the outputs for the samples, and the exact one for an exactly normal input."
    case .signalGain: "The factor by which the function multiplies the square of a normal input on average."
    case .gradientGain: "The factor by which the function multiplies the square of a gradient on average."
    case .range: "The least and the greatest output for the samples."
    case .dead: "The share of the samples at which the derivative is exactly zero: such a unit does not learn."
    case .saturated: "The share of the samples at which the derivative is smaller than 0.01 in magnitude."
    case .nearlySaturated: "The share of the samples at which the derivative is smaller than 0.1 in magnitude."
    case .excluded: "The number of samples for which the function has no finite output."
    case .frequent: "Outputs that many samples share, with their shares."
    case .smoothness: nil
    case .criticalGain: "The standard deviation of weights at which signals keep their variance from layer to layer."
    case .gamma: "The factor by which outputs get the standard deviation 1."
    case .chi: "The factor by which each layer multiplies the variance of a gradient at the critical gain."
    case .depthScale:
      "The number of layers after which the variance of a gradient has changed by the factor e; negative if it grows."
    case .gradientFactor: "The factor by which the standard deviation of a gradient has changed after some layers."
    }
  }
}

/// The statistics of a figure as a table with a row for each measure.
struct FigureNumbers {
  /// A row of the table.
  struct Row {
    let measure: FigureMeasure
    /// The value as HTML.
    let value: String
    /// A second value as HTML, for an exactly normal input.
    var exact: String?

    /// Whether the value is a list, for which there is more room.
    var isLong: Bool { measure == .frequent || value.utf8.contains(UInt8(ascii: ",")) }
  }

  let rows: [Row]

  /// - Parameter statistics: The statistics of a figure in a manifest; an empty object for figures without samples.
  init(of statistics: JSONValue) {
    let exact = statistics["exact"]
    let diagnostics = statistics["diagnostics"]
    var rows: [Row] = []
    func add(_ measure: FigureMeasure, _ value: String?, exact: String? = nil) {
      guard let value = value ?? exact.map({ _ in "none" }) else { return }
      rows.append(Row(measure: measure, value: value, exact: exact))
    }
    for (measure, key) in [(FigureMeasure.mean, "mean"), (.std, "std")] {
      add(
        measure, statistics["output"]?[key].flatMap { Self.number($0, digits: 5) },
        exact: Self.moment(key, of: exact).map { ($0.first?.isLetter == true ? "exact value " : "exact ") + $0 })
    }
    add(.signalGain, Self.moment("signalGain", of: exact))
    add(.gradientGain, Self.moment("gradientGain", of: exact))
    add(.range, Self.range(diagnostics?["range"]))
    add(.dead, Self.percent(diagnostics?["deadShare"]))
    add(.saturated, Self.percent(diagnostics?["saturatedShare"]))
    add(.nearlySaturated, Self.percent(diagnostics?["nearlySaturatedShare"]))
    if let count = statistics["excludedCount"]?.wholeNumber, count > 0 { add(.excluded, "\(count)") }
    add(.frequent, Self.masses(diagnostics?["pointMasses"]))
    add(.smoothness, diagnostics?["smoothness"]?.string.map { Self.sentence($0).escapedForHTML.withMinusSigns })
    if let functions = statistics["functions"] {
      // A figure of several functions in deep networks.
      add(.criticalGain, Self.list(functions, of: "criticalGain"))
      add(.chi, Self.list(functions, of: "chi"))
    } else if statistics["output"] == nil, let depth = statistics["depth"] {
      add(.criticalGain, Self.moment("criticalGain", of: depth))
      add(.gamma, Self.moment("gamma", of: depth))
      add(.chi, Self.moment("chi", of: depth))
      add(.depthScale, Self.moment("depthScale", of: depth))
      add(.gradientFactor, Self.factors(depth["gradientFactor"]))
    }
    self.rows = rows
  }

  /// The greatest number of functions of which numbers are listed.
  private static let functionLimit = 24

  /// A number of several functions with their titles: `ReLU 1.4142, Tanh 1.5925`.
  private static func list(_ functions: JSONValue, of key: String) -> String? {
    guard case .array(let functions) = functions else { return nil }
    let words = functions.prefix(functionLimit).compactMap { function in
      moment(key, of: function["depth"]).map { "\((function["title"]?.string ?? "").escapedForHTML) \($0)" }
    }
    let rest = functions.count - functionLimit
    return words.isEmpty ? nil : words.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// The factors after some layers: `2.26 (10 layers), 59.8 (50 layers)`.
  private static func factors(_ value: JSONValue?) -> String? {
    guard case .array(let factors)? = value else { return nil }
    return factors.compactMap { factor -> String? in
      guard let count = factor["layers"]?.wholeNumber, let number = factor["factor"].flatMap({ number($0, digits: 4) })
      else { return nil }
      return "\(number) (\(count) layers)"
    }.joined(separator: ", ")
  }

  /// The table; empty if there is nothing to show.
  var html: String {
    guard !rows.isEmpty else { return "" }
    let lines = rows.map { row in
      "<tr\(row.isLong ? " class=long" : "")><th>\(row.measure.name)<td>\(row.value)\(row.exact.map { "<td>" + $0 } ?? "")\n"
    }
    return "<table>\n\(lines.joined())</table>\n"
  }

  /// A moment for an exactly normal input, or the words of why there is none; nil if it is not listed.
  private static func moment(_ key: String, of exact: JSONValue?) -> String? {
    guard let value = exact?[key] else { return nil }
    return number(value, digits: 5) ?? exact?["absent"]?[key]?.string?.escapedForHTML ?? "none"
  }

  private static func number(_ value: JSONValue, digits: Int) -> String? {
    value.number.map { number in
      // A number of many digits before the point is easier to read than one with a power of ten.
      let isLarge = 1000...999_999 ~= number.magnitude
      let text = isLarge ? String(number, decimals: 0) : String(number, significantDigits: digits).withoutEmptyFraction
      return text.withMinusSigns
    }
  }

  private static func range(_ value: JSONValue?) -> String? {
    guard case .array(let ends)? = value, ends.count == 2 else { return nil }
    let words = ends.compactMap { number($0, digits: 3) }
    return words.count == 2 ? words.joined(separator: " to ") : nil
  }

  /// A share in percent with at most two decimals: `18.54 %`, `100 %`.
  private static func percent(_ value: JSONValue?) -> String? {
    value?.number.map { share in
      var text = Substring(String(100 * share, decimals: 2))
      while text.hasSuffix("0") { text.removeLast() }
      return (text.hasSuffix(".") ? text.dropLast() : text) + " %"
    }
  }

  /// The greatest number of frequent values that are listed.
  private static let massLimit = 4

  private static func masses(_ value: JSONValue?) -> String? {
    guard case .array(let masses)? = value, !masses.isEmpty else { return nil }
    let words = masses.prefix(massLimit).compactMap { mass -> String? in
      guard let value = mass["value"].flatMap({ number($0, digits: 4) }), let share = percent(mass["share"]) else {
        return nil
      }
      return "\(value) (\(share))"
    }
    let rest = masses.count - massLimit
    return words.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension String {
  /// A number of `String(_:significantDigits:)` without the `.0` of whole numbers.
  var withoutEmptyFraction: String { hasSuffix(".0") ? String(dropLast(2)) : self }

  /// The text with minus signs, U+2212, in the place of the hyphens before digits.
  var withMinusSigns: String {
    var text = String.UnicodeScalarView()
    let scalars = Array(unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let isSign = scalar == "-" && place + 1 < scalars.count && "0"..."9" ~= scalars[place + 1]
      text.append(isSign ? "\u{2212}" : scalar)
    }
    return String(text)
  }
}
