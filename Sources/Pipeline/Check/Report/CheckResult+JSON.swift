import Configuration
import JSON

extension JSON {
  /// What a check found, for programs.
  public init(_ result: CheckResult) {
    self = [
      "isCurrent": .boolean(result.differences.isEmpty && result.failures.isEmpty),
      "figures": .array(zip(result.plan.figures, result.comparisons).map { JSON($0, $1) }),
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
        members.append(Member(key: "pixels", value: JSON(difference)))
      }
    case .failure(let failure): members.append(Member(key: "error", value: .string(failure.reason)))
    case nil: members.append(Member(key: "error", value: "interrupted"))
    }
    self = .object(members)
  }

  private init(_ difference: PixelDifference) {
    let (columns, rows) = (difference.columns, difference.rows)
    self = [
      "count": JSON(difference.count), "of": JSON(difference.pixelCount), "greatest": JSON(difference.greatest),
      "box": [JSON(columns.lowerBound), JSON(rows.lowerBound), JSON(columns.count), JSON(rows.count)],
    ]
  }
}
