import Activations
import JSON
import Plans
import Statistics

/// The rule for a number of bins: a whole number, or the name of an estimator.
struct BinNumberRule: NumericRule {
  typealias Value = BinRule
  private let number = IntegerRule(bounds: Limits.bins)
  private let estimator = EnumRule<BinEstimator>()

  var expectation: String { number.expectation + ", or " + estimator.expectation }
  var schema: JSONValue { ["anyOf": [number.schema, estimator.schema]] }

  func value(of json: JSONNode) -> BinRule? {
    number.value(of: json).map { .count($0) } ?? estimator.value(of: json).map { .estimator($0) }
  }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> BinRule? {
    if let value = value(of: json) { return value }
    if json.string != nil { return estimator.read(json, reporting: &faults).map { .estimator($0) } }
    faults.report(json, expected: expectation)
    return nil
  }

  func json(of value: BinRule) -> JSONValue {
    switch value {
    case .count(let count): number.json(of: count)
    case .estimator(let name): estimator.json(of: name)
    }
  }

  /// An allowed value as it stands in the name of a figure, without quotes; empty for any other value.
  func text(of json: JSONNode) -> String {
    switch value(of: json) {
    case .count(let count): String(count)
    case .estimator(let name): name.rawValue
    case nil: ""
    }
  }
}

extension JSONValue {
  /// The number of bins, or the name of the estimator.
  package init(_ bins: BinRule) { self = BinNumberRule().json(of: bins) }
}
