import JSON
import Text

extension ConfigurationKey {
  /// The key as a property of a schema: its meaning, its default and what may stand there; nil for one that is refused.
  var property: JSON.Member? {
    guard let rule = rule ?? unofferedRule else { return nil }
    let annotations: JSON = ["description": .string(meaning)]
    return JSON.Member(key: name, value: annotations + defaultMember + rule.schema)
  }

  private var defaultMember: JSON {
    guard let value = defaultText.flatMap({ JSON(parsing: Array($0.utf8)) }) else { return [:] }
    return ["default": value]
  }
}

extension ClosedRange<Double> {
  /// The bounds of a number; none where every finite number lies between them.
  var schema: JSON {
    let all = Double.greatestFiniteMagnitude
    return self == -all...all
      ? ["type": "number"]
      : ["type": "number", "minimum": .number(lowerBound), "maximum": .number(upperBound)]
  }
}

extension Text {
  /// The length is counted in characters, of which there are no more than bytes.
  ///
  /// - Parameter spelling: How many characters a byte of the text may be written with.
  func schema(pattern: String, spelling: Int = 1) -> JSON {
    [
      "type": "string", "minLength": JSON(bytes.lowerBound), "maxLength": JSON(spelling * bytes.upperBound),
      "pattern": .string(pattern),
    ]
  }

  /// What a regular expression asks of the text before it looks at its characters: a file name neither begins with a dot
  /// nor ends in a dot or a blank.
  var schemaConditions: String { isFileName ? "(?!\\.)(?!.*[. ]$)" : "" }

  /// A regular expression's class of the characters that must not stand in the text, without its brackets.
  var excludedCharacters: String { (isFileName ? "/\\\\" + FileName.unportableCharacters : "") + excludedControls }

  private var excludedControls: String {
    var ranges: [ClosedRange<UInt32>] = []
    for value in UInt32(0)...0x2029 {
      guard let scalar = Unicode.Scalar(value), scalar.isControl, !allowedControls.contains(scalar) else { continue }
      if let last = ranges.last, last.upperBound + 1 == value {
        ranges[ranges.count - 1] = last.lowerBound...value
      } else {
        ranges.append(value...value)
      }
    }
    return ranges.map { range in
      range.count == 1 ? range.lowerBound.escape : range.lowerBound.escape + "-" + range.upperBound.escape
    }.joined()
  }
}

extension UInt32 {
  /// As a regular expression of ECMAScript writes a character: `\u0085`.
  fileprivate var escape: String {
    let digits = String(self, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
