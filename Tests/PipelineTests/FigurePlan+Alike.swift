@testable import Configuration
@testable import Pipeline
@testable import Plans

extension [FigurePlan] {
  /// A number of figures of the same ten samples, named by their numbers.
  static func alike(_ count: Int) throws -> [FigurePlan] {
    let entries = (0..<count).map { "{\"function\": \"relu\", \"name\": \"\($0)\", \"samples\": 10}" }
    return Array(
      try RenderPlan(
        readingConfiguration: [UInt8]("{\"activations\": [\(entries.joined(separator: ","))]}".utf8),
        named: "config.json"
      ).figures)
  }
}
