import Activations
import JSON
import Numerals
import Statistics

extension JSONValue {
  /// The short and the long alternative text of a figure.
  package init(_ description: FigureDescription) {
    self = ["shortAlternativeText": .string(description.short), "alternativeText": .string(description.long)]
  }

  /// The moments under an exactly normal input. A moment without a number is null, and `absent` says why.
  package init(_ moments: NormalMoments) {
    self.init(findings: [
      Finding("mean", moments.mean), Finding("std", moments.standardDeviation),
      Finding("signalGain", moments.signalGain), Finding("gradientGain", moments.gradientGain),
    ])
  }

  /// The diagnostics of the samples, and the breakpoints of the function. Values in single precision are written as the
  /// doubles of the same value, as the edges of histograms are.
  package init(_ diagnostics: ActivationDiagnostics) {
    let sampled = diagnostics.sampled
    let breakpoints = diagnostics.breakpoints.flatMap { $0.count <= Self.mostBreakpoints ? $0 : nil }
    let rest: JSONValue =
      breakpoints == nil ? diagnostics.breakpoints.map { ["breakpointCount": JSONValue($0.count)] } ?? [:] : [:]
    let members: JSONValue = [
      "deadShare": .number(sampled.deadShare),
      "saturatedShare": .number(sampled.saturatedShare),
      "nearlySaturatedShare": .number(sampled.nearlySaturatedShare),
      "range": sampled.range.map { [.number(Double($0.lowerBound)), .number(Double($0.upperBound))] } ?? .null,
      "pointMasses": .array(sampled.pointMasses.map { JSONValue($0) }),
      "smoothness": .string(Smoothness(diagnostics.breakpoints).description),
      "breakpoints": breakpoints.map { .array($0.map { JSONValue($0) }) } ?? .null,
    ]
    self = members + rest
  }

  /// The greatest number of breakpoints that are listed. Of more, as a table with thousands of points has them, there is
  /// only the number.
  private static let mostBreakpoints = 256

  /// A value that many samples take. It is written as the double of the same value.
  package init(_ mass: PointMass) { self = ["value": .number(Double(mass.value)), "share": .number(mass.share)] }

  /// A place where a function has a kink, a jump or another break.
  package init(_ breakpoint: Breakpoint) {
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

extension ExactMoment {
  /// The text in place of the number: `does not exist` or `not to be had`; empty if there is a number.
  package var words: String {
    switch self {
    case .value: ""
    case .doesNotExist: "does not exist"
    case .undetermined: "not to be had"
    }
  }

  /// The same as the predicate of a sentence: `does not exist` or `is not to be had`.
  package var absence: String { self == .undetermined ? "is not to be had" : words }
}

/// A description of how smooth a function is.
///
/// ```swift
/// Smoothness([]).description                               // "continuously differentiable"
/// Smoothness([Breakpoint(.kink, at: 0)]).description       // "continuous with a kink at 0"
/// Smoothness([Breakpoint(.jump, at: -1), Breakpoint(.jump, at: 1)]).description   // "jumps at -1 and 1"
/// Smoothness([Breakpoint(.pole, at: 0)]).description       // "a pole at 0"
/// ```
package struct Smoothness: CustomStringConvertible {
  private let isKnown: Bool
  private let breakpoints: [Breakpoint]

  /// - Parameter breakpoints: The breakpoints in increasing order; none if the derivative is continuous, nil if not all
  ///   are known.
  package init(_ breakpoints: [Breakpoint]?) {
    isKnown = breakpoints != nil
    self.breakpoints = breakpoints ?? []
  }

  /// The places of the breakpoints of a kind; nil if there are none.
  private func places(_ kind: Breakpoint.Kind) -> [Double]? {
    let places = breakpoints.filter { $0.kind == kind }.map(\.position)
    return places.isEmpty ? nil : places
  }

  package var description: String {
    guard isKnown else { return "not known" }
    switch (jumps, features) {
    case (nil, ""): return "continuously differentiable"
    case (nil, let features): return isContinuous ? "continuous with \(features)" : features
    case (let jumps?, ""): return jumps
    case (let jumps?, let features): return "\(jumps), with \(features)"
    }
  }

  /// The rest of a sentence that begins with "The function".
  var predicate: String {
    guard isKnown else { return "breaks at more places than can be told" }
    if jumps != nil { return description }
    return (isContinuous ? "is " : "has ") + description
  }

  private var isContinuous: Bool { breakpoints.allSatisfy { ![.pole, .end, .jump].contains($0.kind) } }

  private var jumps: String? { places(.jump).map { "jumps at \(Self.text(of: $0))" } }

  /// `a kink at 0`, `poles at -1 and 1 and a kink at 0`.
  private var features: String {
    let names: [(Breakpoint.Kind, one: String, many: String)] = [
      (.pole, "a pole at", "poles at"), (.infiniteSlope, "an infinite slope at", "infinite slopes at"),
      (.kink, "a kink at", "kinks at"), (.end, "an end at", "ends at"),
    ]
    let parts = names.compactMap { kind, one, many in
      places(kind).map { "\($0.count == 1 ? one : many) \(Self.text(of: $0))" }
    }
    return Self.joined(parts)
  }

  /// The largest number of places that are all listed; of more, only the nearest to zero are.
  private static let mostPlaces = 8

  /// The places as a list: `-3, 0 and 3`. A zero has no sign.
  private static func text(of places: [Double]) -> String {
    let nearest =
      places.count > mostPlaces ? places.sorted { $0.magnitude < $1.magnitude }.prefix(mostPlaces - 1) : places[...]
    let isWhole = nearest.count == places.count
    var words = nearest.sorted().map { place in
      let rounded = isWhole ? place : Double(String(place, significantDigits: 5)) ?? place
      return String(shortest: rounded == 0 ? 0 : rounded)
    }
    if nearest.count < places.count { words.append("\(places.count - nearest.count) places more") }
    return joined(words)
  }

  private static func joined(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
