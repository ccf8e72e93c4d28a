import JSON

/// Names of font families and paths of font files, in the order in which they are asked for a glyph.
struct FontList: ValueRule {
  private let text = Text(bytes: 1...Limits.directoryBytes)

  var expectation: String { "an array of at most \(Limits.fonts) names of font families or paths of font files" }
  var schema: JSON { ["type": "array", "items": text.schema, "maxItems": JSON(Limits.fonts)] }

  func read(_ json: JSONValue, reporting faults: inout Faults) -> [Located<String>]? {
    guard case .array(let values) = json.content, values.count <= Limits.fonts else {
      faults.report(json, expected: expectation)
      return nil
    }
    return values.map { value in
      Located(
        value: value.isFaulty ? nil : text.read(value, reporting: &faults), offset: value.span.lowerBound)
    }
  }
}
