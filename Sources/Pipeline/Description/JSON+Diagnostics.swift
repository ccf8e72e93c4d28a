import Activations
import JSON

extension JSONValue {
  /// Moments under an exactly normal input; null where there is none, and then `absent` says why.
  init(_ moments: NormalMoments) {
    let named = [
      ("mean", moments.mean), ("std", moments.standardDeviation), ("signalGain", moments.signalGain),
      ("gradientGain", moments.gradientGain),
    ]
    var members = named.map { Member(key: $0, value: $1.value.map(JSONValue.number) ?? .null) }
    let absent = named.filter { $1.value == nil }.map { Member(key: $0.0, value: .string($0.1.words)) }
    if !absent.isEmpty { members.append(Member(key: "absent", value: .object(absent))) }
    self = .object(members)
  }

  /// What the samples show, and where the function breaks. Values in single precision are written as the doubles of the
  /// same value, as the histogram's edges are.
  init(_ diagnostics: ActivationDiagnostics) {
    let sampled = diagnostics.sampled
    self = [
      "deadShare": .number(sampled.deadShare),
      "saturatedShare": .number(sampled.saturatedShare),
      "nearlySaturatedShare": .number(sampled.nearlySaturatedShare),
      "range": sampled.range.map { [.number(Double($0.lowerBound)), .number(Double($0.upperBound))] } ?? .null,
      "pointMasses": .array(
        sampled.pointMasses.map { ["value": .number(Double($0.value)), "share": .number($0.share)] }),
      "smoothness": .string(Smoothness(diagnostics.breakpoints).description),
      "breakpoints": diagnostics.breakpoints.map { .array($0.map { JSONValue($0) }) } ?? .null,
    ]
  }

  /// A kink, a jump, or what else breaks at a place.
  init(_ breakpoint: Breakpoint) {
    let kind =
      switch breakpoint.kind {
      case .kink: "kink"
      case .jump: "jump"
      case .pole: "pole"
      case .infiniteSlope: "infinite slope"
      case .end: "end"
      }
    self = ["position": .number(breakpoint.position), "kind": .string(kind)]
  }
}
