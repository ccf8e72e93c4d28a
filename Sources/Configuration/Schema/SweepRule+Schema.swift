import Activations
import Expressions
import JSON

extension SweepRule {
  var schema: JSON {
    .reference(to: "sweep") + ["properties": Self.properties(of: parameters), "unevaluatedProperties": false]
  }

  /// The sweep of a formula, the names of whose parameters are its own.
  static var formulaSchema: JSON {
    .reference(to: "sweep")
      + ["additionalProperties": SweepListRule.schema(of: RealNumber(bounds: ParsedExpression.parameterRange))]
  }

  /// What every sweep may hold beside parameters.
  static var definition: JSON {
    ["type": "object", "minProperties": 1, "properties": properties(of: ActivationConfiguration.numbers)]
  }

  private static func properties(of keys: [ConfigurationKey<ActivationConfiguration>]) -> JSON {
    .object(
      keys.compactMap { key in
        key.rule.map {
          JSON.Member(key: key.name, value: ["description": .string(key.meaning)] + SweepListRule.schema(of: $0))
        }
      })
  }
}

extension SweepListRule {
  var schema: JSON { Self.schema(of: RealNumber(bounds: ParsedExpression.parameterRange)) }

  /// A list of values that meet a rule.
  static func schema(of rule: any ValueRule) -> JSON {
    let list: JSON = [
      "type": "array", "items": rule.schema, "minItems": 1, "maxItems": JSON(Limits.figures), "uniqueItems": true,
    ]
    return ["anyOf": [list, .reference(to: "spacing")]]
  }

  static var spacingDefinition: JSON {
    ObjectRule(keys: EvenSpacing.keys, empty: EvenSpacing()).schema
      + ["required": .array(EvenSpacing.keys.map { .string($0.name) })]
  }
}
