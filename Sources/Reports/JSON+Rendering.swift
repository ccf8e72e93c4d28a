import JSON
import Pipeline

extension JSONValue {
  /// Describes the result of a run in a directory for programs.
  public init(_ result: RenderResult, in directory: OutputDirectory) {
    var drawn = result.drawn.makeIterator()
    self = [
      "directory": .string(directory.path),
      "figures": .array(
        result.survey.findings.map { finding in
          guard !finding.status.isUpToDate else { return JSONValue(finding, outcome: "upToDate") }
          if let failure = finding.obstruction { return JSONValue(finding, outcome: "failed", error: failure.reason) }
          switch drawn.next() ?? nil {
          case .success(let figure): return JSONValue(finding, outcome: figure.outcome.code)
          case .failure(let failure): return JSONValue(finding, outcome: "failed", error: failure.reason)
          case nil: return JSONValue(finding, outcome: "notBegun")
          }
        }),
      "warnings": .array(
        result.warnings.map {
          ["name": .string($0.name), "file": .string($0.fileName), "reason": .string($0.reason)]
        }),
      "manifest": result.manifest.map { JSONValue($0.map(\.code)) } ?? ["outcome": "notBegun"],
      "removed": .array(
        result.pruning.removed.map { removal in
          switch removal {
          case .success(let name): ["file": .string(name), "outcome": "removed"]
          case .failure(let failure):
            ["file": .string(failure.fileName), "outcome": "failed", "error": .string(failure.reason)]
          }
        } + result.pruning.kept.map { ["file": .string($0), "outcome": "kept"] }),
    ]
  }

  /// Describes the forecast of a run in a directory for programs.
  public init(_ preview: RenderPreview, in directory: OutputDirectory) {
    self = [
      "directory": .string(directory.path),
      "figures": .array(
        preview.survey.findings.map { finding in
          if let failure = finding.obstruction {
            return JSONValue(finding, outcome: "wouldFail", error: failure.reason)
          }
          return JSONValue(finding, outcome: finding.status.isUpToDate ? "upToDate" : "wouldDraw")
        }),
      "manifest": [
        "outcome": !preview.hasStaleManifest
          ? "unchanged" : preview.manifestObstacle == nil ? "wouldWrite" : "wouldFail"
      ],
      "extras": .array(preview.extras.map(JSONValue.string)),
    ]
  }

  private init(_ finding: FileCheck, outcome: String, error: String? = nil) {
    var members = [
      Member(key: "name", value: .string(finding.figure.name)),
      Member(key: "file", value: .string(finding.figure.fileName)),
      Member(key: "standing", value: .string(finding.status.facts.code)),
      Member(key: "reason", value: .string(finding.status.description)),
      Member(key: "outcome", value: .string(outcome)),
    ]
    if let error { members.append(Member(key: "error", value: .string(error))) }
    self = .object(members)
  }

  private init(_ outcome: Result<String, FigureFailure>) {
    switch outcome {
    case .success(let code): self = ["outcome": .string(code)]
    case .failure(let failure): self = ["outcome": "failed", "error": .string(failure.reason)]
    }
  }
}

extension JSONValue {
  /// Describes the combination of manifests for programs.
  public init(_ merge: ShardMerge) {
    self = [
      "outcome": merge.outcome.map { .string($0.code) } ?? .string("missing"),
      "missing": .array(merge.missing.map(JSONValue.string)),
    ]
  }
}

extension OutputDirectory.Outcome {
  fileprivate var code: String {
    switch self {
    case .created: "created"
    case .replaced: "replaced"
    case .unchanged: "unchanged"
    }
  }
}
