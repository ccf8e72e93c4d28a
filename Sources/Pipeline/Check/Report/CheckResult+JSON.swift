import Configuration
import JSON

extension JSONValue {
  /// What a check found, for programs.
  public init(_ result: CheckResult) {
    self = [
      "isCurrent": .boolean(result.differences.isEmpty && result.failures.isEmpty),
      "figures": .array(zip(result.plan.figures, result.comparisons).map { JSONValue($0, $1) }),
      "differences": .array(
        result.differences.map {
          [
            "file": .string($0.fileName), "difference": .string($0.code), "message": .string($0.message),
            "mend": .string($0.mend),
          ]
        }),
      "notes": .array(
        result.notes.map {
          ["file": .string($0.fileName), "note": .string($0.code), "message": .string($0.message)]
        }),
    ]
  }

  private init(_ figure: FigurePlan, _ result: Result<FigureComparison, FigureFailure>?) {
    var members = [
      Member(key: "name", value: .string(figure.name)), Member(key: "file", value: .string(figure.fileName)),
    ]
    switch result {
    case .success(let comparison):
      members.append(Member(key: "difference", value: comparison.isSame ? .null : .string(comparison.code)))
      if case .pixels(let difference)? = comparison.picture {
        members.append(Member(key: "pixels", value: JSONValue(difference)))
      }
    case .failure(let failure): members.append(Member(key: "error", value: .string(failure.reason)))
    case nil: members.append(Member(key: "error", value: "interrupted"))
    }
    self = .object(members)
  }

  private init(_ difference: PixelDifference) {
    let (columns, rows) = (difference.columns, difference.rows)
    self = [
      "count": JSONValue(difference.count), "of": JSONValue(difference.pixelCount),
      "greatest": JSONValue(difference.greatest),
      "box": [
        JSONValue(columns.lowerBound), JSONValue(rows.lowerBound), JSONValue(columns.count), JSONValue(rows.count),
      ],
    ]
  }
}
