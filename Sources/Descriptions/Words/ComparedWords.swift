import Activations
import Configuration

/// Sentences about the curves of several functions.
struct ComparedWords {
  private typealias Curve = ComparedCurves.Curve

  private let compared: ComparedCurves

  init(of compared: ComparedCurves) { self.compared = compared }

  /// The sentences about the values: how the curves go, which lie on each other, which are below zero and which bounded, and
  /// between what they lie at both ends.
  var values: [String] {
    guard !compared.curves.isEmpty else { return [] }
    return compared.groups.compactMap { course(of: $0.curves, kind: $0.kind) } + [ends].compactMap(\.self)
      + compared.coincidences.prefix(3).map { "\(list($0)) lie on each other." }
      + [signs, bounds].compactMap(\.self)
  }

  // MARK: - Courses

  private func course(of curves: [Curve], kind: ComparedCurves.CourseKind) -> String? {
    let one = curves.count == 1
    let subject = one || curves.count < compared.curves.count ? list(curves) : everyone
    func verb(_ singular: String, _ plural: String) -> String { one || subject == everyone ? singular : plural }
    switch kind {
    case .constant:
      return one
        ? "\(subject) is \(text(curves[0].shape.runs[0].start.y)) throughout."
        : "\(subject) \(verb("is", "are")) constant."
    case .neverFalling:
      return subject == everyone ? "\(nobody) ever falls." : "\(subject) never \(verb("falls", "fall"))."
    case .neverRising:
      return subject == everyone ? "\(nobody) ever rises." : "\(subject) never \(verb("rises", "rise"))."
    case .minimum, .maximum:
      let isMinimum = kind == .minimum
      let goes = isMinimum ? verb("falls", "fall") : verb("rises", "rise")
      let returns = isMinimum ? verb("rises", "rise") : verb("falls", "fall")
      let name = isMinimum ? "minimum" : "maximum"
      let turns = curves.compactMap { curve in
        curve.shape.runs.first { $0.direction == (isMinimum ? .falling : .rising) }.map { (curve, $0.end) }
      }
      guard let first = turns.min(by: { $0.1.y < $1.1.y }), let last = turns.max(by: { $0.1.y < $1.1.y }) else {
        return nil
      }
      func place(_ turn: (Curve, CurvePoint)) -> String { "\(text(turn.1.y)) at x = \(text(turn.1.x))" }
      if one { return "\(subject) \(goes) to a \(name) of \(place(first)), and then \(returns)." }
      return "\(subject) \(goes) to a \(name) and then \(returns); the lowest is \(place(first))\(owner(first.0)), "
        + "the highest \(place(last))\(owner(last.0))."
    case .other:
      guard one, let extremes = curves[0].shape.extremes else { return "\(subject) \(verb("goes", "go")) up and down." }
      return "\(subject) goes up and down between \(text(extremes.least.y)) and \(text(extremes.greatest.y))."
    case .unknown: return nil
    }
  }

  // MARK: - Ends, signs and bounds

  /// A sentence about the values at both ends of the range.
  private var ends: String? {
    guard compared.curves.count > 1 else { return nil }
    func between(atEnd isEnd: Bool) -> String? {
      guard let (least, greatest) = compared.extremes(atEnd: isEnd) else { return nil }
      let place = "x = " + text(isEnd ? compared.range.upperBound : compared.range.lowerBound)
      if text(least.1) == text(greatest.1) { return "at \(place) all values are \(text(least.1))" }
      return
        "at \(place) \(isEnd ? "" : "the values lie ")between \(text(least.1))\(owner(least.0)) and \(text(greatest.1))\(owner(greatest.0))"
    }
    guard let first = between(atEnd: false), let last = between(atEnd: true) else { return nil }
    return "\(first), and \(last).".capitalizedAtStart
  }

  /// A sentence about which functions have values below zero.
  private var signs: String? {
    let known = compared.curves.filter { $0.shape.isComplete }
    guard known.count == compared.curves.count, known.count > 1 else { return nil }
    let (below, others) = known.split(by: { curve in curve.shape.runs.contains { min($0.start.y, $0.end.y) < 0 } })
    if below.isEmpty { return "None of them is below 0 anywhere." }
    if others.isEmpty { return "All of them are below 0 somewhere." }
    return others.count < below.count
      ? "All but \(list(others)) are below 0 somewhere."
      : "Only \(list(below)) \(below.count == 1 ? "is" : "are") below 0 somewhere."
  }

  /// A sentence about which functions stay between two values for all x, if that is known of all of them, and otherwise
  /// about which tend to constants.
  private var bounds: String? {
    guard compared.curves.count > 1 else { return nil }
    if compared.curves.allSatisfy({ $0.isBounded != nil }) {
      let (bounded, others) = compared.curves.split { $0.isBounded == true }
      if others.isEmpty { return "For all x, each of them stays between two values." }
      return bounded.isEmpty
        ? nil : "For all x, only \(list(bounded)) \(bounded.count == 1 ? "stays" : "stay") between two values."
    }
    let (bounded, others) = compared.curves.split(by: \.tendsToConstants)
    if bounded.isEmpty { return nil }
    return others.isEmpty
      ? "Far out, all of them tend to a constant on both sides."
      : "Far out, \(list(bounded)) \(bounded.count == 1 ? "tends" : "tend") to a constant on both sides."
  }

  // MARK: - Derivatives

  /// A sentence about the greatest of all derivatives; nil if one of them is not known.
  var derivatives: String? {
    var found: [(curve: Curve, slope: Double, place: String)] = []
    for curve in compared.curves {
      switch curve.shape.slope(of: curve.function) {
      case .extreme(let extremum)? where extremum.isGreatest:
        found.append(
          (
            curve, extremum.slope,
            extremum.places.count == 1 && extremum.end == nil ? " at x = \(text(extremum.places[0]))" : ""
          ))
      case .straight(let pieces)?: found.append((curve, pieces.map(\.slope).max() ?? 0, ""))
      default: return nil
      }
    }
    guard let best = found.max(by: { $0.slope < $1.slope }) else { return nil }
    let owners = found.filter { text($0.slope) == text(best.slope) }.map(\.curve)
    if owners.count == compared.curves.count, owners.count > 1 {
      return "The greatest derivative of each is \(text(best.slope))."
    }
    guard owners.count == 1 else { return "The greatest derivative is \(text(best.slope)), that of \(list(owners))." }
    return "The greatest derivative is \(text(best.slope))\(best.place), that of \(list(owners))."
  }

  // MARK: - Names

  /// The greatest number of names in a list; of more, only some are named.
  private static let mostNames = 6

  private var everyone: String { compared.parameter == nil ? "Each of them" : "Every curve" }

  private var nobody: String { compared.parameter == nil ? "None of them" : "None of the curves" }

  /// The names of curves as the subject of a sentence.
  private func list(_ curves: [Curve]) -> String {
    let names = curves.map(\.name)
    let shown =
      names.count <= Self.mostNames
      ? names.joined(with: " and ")
      : names.prefix(Self.mostNames - 1).joined(separator: ", ") + " and \(names.count - Self.mostNames + 1) others"
    return compared.parameter.map { "the curve\(names.count == 1 ? "" : "s") for \($0) \(shown)" } ?? shown
  }

  /// The curve that a value belongs to, after the value.
  private func owner(_ curve: Curve) -> String {
    compared.parameter.map { " for \($0) \(curve.name)" } ?? " (\(curve.name))"
  }

  private func text(_ value: Double) -> String { String(inWords: value) }

  /// What is seen at the right end, in a few words, for a short text; nil if a curve has no value there.
  var phrase: String? {
    guard compared.curves.count > 1, let (least, greatest) = compared.extremes(atEnd: true) else { return nil }
    func number(_ value: Double) -> String { String(inWords: value, digits: 3) }
    guard number(least.1) != number(greatest.1) else { return nil }
    return "at \(number(compared.range.upperBound)) from \(number(least.1))\(owner(least.0)) to "
      + "\(number(greatest.1))\(owner(greatest.0))"
  }
}

extension Array {
  /// The elements that satisfy a condition, and those that do not.
  fileprivate func split(by condition: (Element) -> Bool) -> (those: [Element], others: [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
