import Activations
import Numerals

/// In words, how smooth a function is.
///
/// ```swift
/// Smoothness([]).description                               // "continuously differentiable"
/// Smoothness([Breakpoint(.kink, at: 0)]).description       // "continuous with a kink at 0"
/// Smoothness([Breakpoint(.jump, at: -1), Breakpoint(.jump, at: 1)]).description   // "jumps at -1 and 1"
/// Smoothness([Breakpoint(.pole, at: 0)]).description       // "a pole at 0"
/// ```
struct Smoothness: CustomStringConvertible {
  private let isKnown: Bool
  private let places: [Breakpoint.Kind: [Double]]

  /// - Parameter breakpoints: In increasing order; none where the derivative is continuous, nil where not all are known.
  init(_ breakpoints: [Breakpoint]?) {
    isKnown = breakpoints != nil
    places = Dictionary(grouping: breakpoints ?? [], by: \.kind).mapValues { $0.map(\.position) }
  }

  var description: String {
    guard isKnown else { return "not known" }
    switch (jumps, features) {
    case (nil, ""): return "continuously differentiable"
    case (nil, let features): return isContinuous ? "continuous with \(features)" : features
    case (let jumps?, ""): return jumps
    case (let jumps?, let features): return "\(jumps), with \(features)"
    }
  }

  /// What stands in a sentence behind "The function".
  var predicate: String {
    guard isKnown else { return "breaks at more places than can be told" }
    if jumps != nil { return description }
    return (isContinuous ? "is " : "has ") + description
  }

  private var isContinuous: Bool { places[.pole] == nil && places[.end] == nil && places[.jump] == nil }

  private var jumps: String? { places[.jump].map { "jumps at \(Self.text(of: $0))" } }

  /// `a kink at 0`, `poles at -1 and 1 and a kink at 0`.
  private var features: String {
    let names: [(Breakpoint.Kind, one: String, many: String)] = [
      (.pole, "a pole at", "poles at"), (.infiniteSlope, "an infinite slope at", "infinite slopes at"),
      (.kink, "a kink at", "kinks at"), (.end, "an end at", "ends at"),
    ]
    let parts = names.compactMap { kind, one, many in
      places[kind].map { "\($0.count == 1 ? one : many) \(Self.text(of: $0))" }
    }
    return Self.joined(parts)
  }

  /// Of more places than these, only the ones nearest to zero are told.
  private static let mostPlaces = 8

  /// `-3, 0 and 3`; a zero has no sign.
  private static func text(of places: [Double]) -> String {
    let nearest =
      places.count > mostPlaces ? places.sorted { $0.magnitude < $1.magnitude }.prefix(mostPlaces - 1) : places[...]
    var words = nearest.sorted().map { String(shortest: $0 == 0 ? 0 : $0) }
    if nearest.count < places.count { words.append("\(places.count - nearest.count) places more") }
    return joined(words)
  }

  private static func joined(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
