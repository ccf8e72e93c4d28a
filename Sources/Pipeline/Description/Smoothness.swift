import Activations
import Numerals

/// In words, how smooth a function declares itself to be.
///
/// ```swift
/// Smoothness([]).description                                                  // "smooth"
/// Smoothness([Breakpoint(.kink, at: 0)]).description                          // "continuous with a kink at 0"
/// Smoothness([Breakpoint(.jump, at: -1), Breakpoint(.jump, at: 1)]).description   // "jumps at -1 and 1"
/// ```
struct Smoothness: CustomStringConvertible {
  private let isDeclared: Bool
  private let kinks: [Double]
  private let jumps: [Double]

  /// - Parameter breakpoints: In increasing order; none where the derivative is continuous, nil where nobody says.
  init(_ breakpoints: [Breakpoint]?) {
    isDeclared = breakpoints != nil
    let breakpoints = breakpoints ?? []
    kinks = breakpoints.filter { $0.kind == .kink }.map(\.position)
    jumps = breakpoints.filter { $0.kind == .jump }.map(\.position)
  }

  var description: String {
    switch (kinks.isEmpty, jumps.isEmpty) {
    case (true, true): isDeclared ? "smooth" : "not declared"
    case (false, true): "continuous with \(Self.text(ofKinks: kinks))"
    case (true, false): "jumps at \(Self.text(of: jumps))"
    case (false, false): "jumps at \(Self.text(of: jumps)), with \(Self.text(ofKinks: kinks))"
    }
  }

  /// What stands in a sentence behind "The function".
  var predicate: String {
    if !isDeclared { return "does not declare how smooth it is" }
    return jumps.isEmpty ? "is \(description)" : description
  }

  /// `a kink at 0`, `kinks at -3 and 3`.
  private static func text(ofKinks places: [Double]) -> String {
    (places.count == 1 ? "a kink at " : "kinks at ") + text(of: places)
  }

  /// `-3, 0 and 3`; a zero has no sign.
  private static func text(of places: [Double]) -> String {
    let numbers = places.map { String(shortest: $0 == 0 ? 0 : $0) }
    guard let last = numbers.last, numbers.count > 1 else { return numbers.joined() }
    return numbers.dropLast().joined(separator: ", ") + " and " + last
  }
}
