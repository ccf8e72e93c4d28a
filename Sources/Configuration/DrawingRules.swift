import JSON

/// The rules by which figures are drawn, known by their number.
package enum DrawingRules {
  /// Raised by one when, and only when, a change of the code changes the pixels of some figure: every figure is then drawn
  /// anew wherever it was drawn by other rules.
  package static let number = 2
}

/// The number of the drawing rules in a recipe: a figure drawn by other rules cannot be drawn again by these.
struct DrawingRulesNumber: ScalarRule {
  typealias Value = Int

  var expectation: String { "\(DrawingRules.number), the drawing rules of this actfig" }
  var schema: JSON { ["const": JSON(DrawingRules.number)] }
  func value(of json: JSONValue) -> Int? {
    guard case .number(let number) = json.content, number.wholeValue == DrawingRules.number else { return nil }
    return number.wholeValue
  }
  func text(of value: Int) -> String { String(value) }
}
