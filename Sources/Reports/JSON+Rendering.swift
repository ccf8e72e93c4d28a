import JSON
import Pipeline

/// The result of a run, or its forecast, for programs: a JSON object with an element for each figure.
///
/// A run may have a million figures, so that the object can be written without being in memory as a whole.
public struct RenderListing {
  private let before: [JSONValue.Member]
  private let after: [JSONValue.Member]
  private let findings: FileChecks
  /// Describes a figure. The figures are asked for in their order.
  private let makeDescriber: () -> (FileCheck) -> JSONValue

  private static let figuresKey = "figures"

  /// Describes the result of a run in a directory.
  public init(_ result: RenderResult, in directory: OutputDirectory) {
    findings = result.survey.findings
    before = [JSONValue.Member(key: "directory", value: .string(directory.path))]
    after = [
      JSONValue.Member(
        key: "warnings",
        value: .array(
          result.warnings.map {
            ["name": .string($0.name), "file": .string($0.fileName), "reason": .string($0.reason)]
          })),
      JSONValue.Member(
        key: "manifest", value: result.manifest.map { JSONValue($0.map(\.code)) } ?? ["outcome": "notBegun"]),
      JSONValue.Member(
        key: "removed",
        value: .array(
          result.pruning.removed.map { removal in
            switch removal {
            case .success(let name): ["file": .string(name), "outcome": "removed"]
            case .failure(let failure):
              ["file": .string(failure.fileName), "outcome": "failed", "error": .string(failure.reason)]
            }
          } + result.pruning.kept.map { ["file": .string($0), "outcome": "kept"] })),
    ]
    makeDescriber = {
      var drawn = result.drawn.makeIterator()
      return { finding in
        guard !finding.status.isUpToDate else { return JSONValue(finding, outcome: "upToDate") }
        if let failure = finding.obstruction { return JSONValue(finding, outcome: "failed", error: failure.reason) }
        switch drawn.next() ?? nil {
        case .success(let figure): return JSONValue(finding, outcome: figure.outcome.code)
        case .failure(let failure): return JSONValue(finding, outcome: "failed", error: failure.reason)
        case nil: return JSONValue(finding, outcome: "notBegun")
        }
      }
    }
  }

  /// Describes the forecast of a run in a directory.
  public init(_ preview: RenderPreview, in directory: OutputDirectory) {
    findings = preview.survey.findings
    before = [JSONValue.Member(key: "directory", value: .string(directory.path))]
    after = [
      JSONValue.Member(
        key: "manifest",
        value: [
          "outcome": !preview.hasStaleManifest
            ? "unchanged" : preview.manifestObstacle == nil ? "wouldWrite" : "wouldFail"
        ]),
      JSONValue.Member(key: "extras", value: .array(preview.extras.map(JSONValue.string))),
    ]
    makeDescriber = {
      { finding in
        if let failure = finding.obstruction { return JSONValue(finding, outcome: "wouldFail", error: failure.reason) }
        return JSONValue(finding, outcome: finding.status.isUpToDate ? "upToDate" : "wouldDraw")
      }
    }
  }

  /// The whole object.
  public var json: JSONValue {
    .object(before + [JSONValue.Member(key: Self.figuresKey, value: .array(findings.map(makeDescriber())))] + after)
  }

  /// Writes the text of the object figure by figure.
  public func write(to text: inout some TextOutputStream) {
    text.write("{")
    for member in before { write(member, to: &text, isFirst: true) }
    text.write(",\n  \"\(Self.figuresKey)\": [")
    let describe = makeDescriber()
    for (place, finding) in findings.enumerated() {
      text.write(place == 0 ? "\n    " : ",\n    ")
      describe(finding).write(to: &text, indentedBy: 4)
    }
    text.write(findings.isEmpty ? "]" : "\n  ]")
    for member in after { write(member, to: &text, isFirst: false) }
    text.write("\n}")
  }

  private func write(_ member: JSONValue.Member, to text: inout some TextOutputStream, isFirst: Bool) {
    text.write((isFirst ? "" : ",") + "\n  " + JSONValue.string(member.key).line + ": ")
    member.value.write(to: &text, indentedBy: 2)
  }
}

extension JSONValue {
  fileprivate init(_ finding: FileCheck, outcome: String, error: String? = nil) {
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

  fileprivate init(_ outcome: Result<String, FigureFailure>) {
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
