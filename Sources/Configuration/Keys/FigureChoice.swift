import JSON
import Plans

/// The figures that are drawn of the functions, by one word.
enum FigureChoice: String, Sendable, Hashable, CaseIterable {
  /// One figure of each function.
  case each
  /// One figure of all functions.
  case comparison
  /// Both the figures of each function and that of all functions.
  case both
  /// One figure of each sweep of a parameter, with a curve for each value.
  case family
  /// One figure of each function in deep networks.
  case depth
  /// One figure of all functions in deep networks.
  case depthComparison = "depth-comparison"

  /// The kinds of figures that the word stands for.
  fileprivate var kinds: [FigureKind] {
    switch self {
    case .each: [.function]
    case .comparison: [.comparison]
    case .both: [.function, .comparison]
    case .family: [.family]
    case .depth: [.depth]
    case .depthComparison: [.depthComparison]
    }
  }
}

/// The rule for the figures that are drawn: a word, or a list of words.
struct FigureChoiceRule: ValueRule {
  private let word = EnumRule<FigureChoice>()
  private let list = DistinctArrayRule(of: EnumRule<FigureChoice>(), counts: 1...FigureChoice.allCases.count)

  var expectation: String { word.expectation + ", or an array of them" }
  var schema: JSONValue { ["anyOf": [word.schema, list.schema]] }

  func read(_ json: JSONNode, reporting faults: inout Faults) -> Set<FigureKind>? {
    let words: [FigureChoice]?
    if json.elements != nil {
      words = list.read(json, reporting: &faults)
    } else if json.string != nil {
      words = word.read(json, reporting: &faults).map { [$0] }
    } else {
      faults.report(json, expected: expectation)
      words = nil
    }
    return words.map { Set($0.flatMap(\.kinds)) }
  }
}
