import Activations
import Certificates
import Numerals

/// Sentences about the course of a curve, for readers who cannot see it.
///
/// > It falls from -0.033576 at -5 to its minimum of all x, -0.30884 at -1.1924, and then rises to 4.9996 at 5. Far to the
/// > left it tends to 0, and far to the right to the line y = x.
struct ShapeText {
  private let shape: CurveShape
  private let function: ActivationFunction
  /// What is proved of the function; nil if that is not to be told.
  private let proved: ProvedWords?
  /// What is known of the derivative, if a sentence tells it.
  private let slope: CurveSlope?

  /// The greatest number of parts of a curve that are all told.
  private static let mostRuns = 6
  /// The greatest number of poles beside which all is told.
  private static let mostPoles = 2

  /// - Parameters:
  ///   - facts: What is proved of the function; nil if that is not to be told.
  ///   - tellsDerivative: Whether a sentence about the derivative is part of the text.
  init(
    of shape: CurveShape, of function: ActivationFunction, facts: CertifiedFacts? = nil, tellsDerivative: Bool = true
  ) {
    (self.shape, self.function) = (shape, function)
    proved = facts.map { ProvedWords($0) }
    slope = tellsDerivative ? shape.slope(of: function) : nil
  }

  /// Whether all is known of the course of the curve.
  var isComplete: Bool { shape.isComplete }

  /// The course of the curve in a few words, such as `falling to -0.309 at -1.19, then rising`; nil if it takes more.
  var phrase: String? { ShapePhrase(of: shape).text }

  /// The sentences about the function's values; none if nothing certain can be said.
  ///
  /// - Parameter subject: The beginning of the first sentence, such as `The function`.
  func sentences(about subject: String) -> [String] {
    let course = self.course
    guard !course.isEmpty else { return [provedSentence].compactMap(\.self) }
    return ["\(subject) \(course)\(shape.isRestless ? "" : symmetry)."] + [tails, provedSentence].compactMap(\.self)
  }

  /// A sentence about what is proved of the function and not told by the others.
  private var provedSentence: String? {
    var told = (least: false, greatest: false)
    if tellsRuns {
      for run in shape.runs.dropLast() {
        told.least = told.least || isExtremeOfAll(run, isMinimum: true)
        told.greatest = told.greatest || isExtremeOfAll(run, isMinimum: false)
      }
    }
    let tellsSlope =
      switch slope {
      case .straight: true
      case .extreme(let extremum): proved?.isSteepest(extremum) ?? false
      case .unbounded, nil: false
      }
    return proved?.sentence(after: told, tellsSlope: tellsSlope)
  }

  /// Whether all parts of the curve are told one after the other.
  private var tellsRuns: Bool {
    shape.knowsBreaks && !shape.isRestless && shape.runs.count <= Self.mostRuns && shape.counts.poles <= Self.mostPoles
  }

  /// Whether the curve turns at the end of a run, at the least or greatest value that the function has for any x.
  private func isExtremeOfAll(_ run: CurveRun, isMinimum: Bool) -> Bool {
    guard run.direction == (isMinimum ? .falling : .rising), shape.counts.turns > 0 else { return false }
    return proved?.isExtreme(run.end, isMinimum: isMinimum) ?? false
  }

  // MARK: - Course

  private var course: String {
    guard shape.knowsBreaks else { return "" }
    if shape.isRestless {
      let turns = shape.counts.turns
      return turns > 1 ? "goes up and down and turns more than \((turns - 1).roundedDown) times" : ""
    }
    guard tellsRuns else { return summary }
    var clauses: [String] = []
    for index in shape.runs.indices { clauses.append(clause(at: index)) }
    guard clauses.count > 2 else { return clauses.joined(separator: ", and then ") }
    return clauses.dropLast().joined(separator: ", ") + ", and then " + clauses[clauses.count - 1]
  }

  private func clause(at index: Int) -> String {
    let runs = shape.runs
    let run = runs[index]
    let isFirst = index == 0
    let isLast = index == runs.count - 1
    if run.direction == .undefined {
      if isFirst, isLast { return "has no finite value anywhere in this range" }
      if isFirst { return "has no finite value below \(place(run.end))" }
      return "has no finite value " + (isLast ? "beyond \(place(run.start))" : "from there to \(place(run.end))")
    }
    let isJoined = !isFirst && runs[index - 1].isContinued(by: run)
    let isAfterGap = !isFirst && runs[index - 1].direction == .undefined
    if run.direction == .constant {
      let value = text(run.start.y)
      if isFirst, isLast { return "is \(value) throughout" }
      if isFirst { return "is \(value) up to \(place(run.end))" }
      let end = isLast ? "" : " up to \(place(run.end))"
      if isJoined { return "stays there" + end }
      return isAfterGap ? "is \(value) from \(place(run.start)) on" : "jumps to \(value) and stays there" + end
    }
    let verb = run.direction == .rising ? "rises" : "falls"
    let manner = run.straightSlope == nil ? "" : " in a straight line"
    let goal = goal(of: run, isBeforeLast: !isLast)
    if isFirst || isAfterGap {
      let whole = isFirst && isLast && run.straightSlope == nil ? " throughout," : manner
      return "\(verb)\(whole) from \(run.start.y.isFinite ? text(run.start.y) : infinity(run.start)) at "
        + "\(place(run.start)) \(goal)"
    }
    if isJoined { return "\(verb)\(manner) \(goal)" }
    guard run.start.y.isFinite else { return "\(verb)\(manner) from \(infinity(run.start)) \(goal)" }
    return runs[index - 1].end.y.isFinite
      ? "jumps to \(text(run.start.y)) and \(verb)\(manner) \(goal)"
      : "\(verb)\(manner) from \(text(run.start.y)) \(goal)"
  }

  /// Where a run ends: `to 5 at 5`, `to its minimum of -0.30884 at -1.1924`, `without bound towards 0`.
  private func goal(of run: CurveRun, isBeforeLast: Bool) -> String {
    guard run.end.y.isFinite else { return "without bound towards \(place(run.end))" }
    var name = ""
    if isBeforeLast, shape.counts.turns > 0, let extremes = shape.extremes {
      let isGreatest = run.direction == .rising && run.end.y >= extremes.greatest.y
      let isLeast = run.direction == .falling && run.end.y <= extremes.least.y
      name = isGreatest ? "its maximum " : isLeast ? "its minimum " : ""
      if !name.isEmpty { name += isExtremeOfAll(run, isMinimum: isLeast) ? "of all x, " : "of " }
    }
    return "to \(name)\(text(run.end.y)) at \(place(run.end))"
  }

  /// A statement about a curve of many parts.
  private var summary: String {
    let counts = shape.counts
    var parts: [String] = []
    func add(_ count: Int, _ verb: String, _ one: String, _ many: String) {
      if count > 0 { parts.append(count == 1 ? "\(verb) \(one)" : "\(verb) \(count) \(many)") }
    }
    add(counts.turns, "turns", "once", "times")
    add(counts.jumps, "jumps", "once", "times")
    add(counts.poles, "has", "a pole", "poles")
    add(counts.gaps, "has no finite value in", "one interval", "intervals")
    let moves = parts.joined(with: " and ")
    let curves = shape.runs.filter { $0.direction != .undefined }
    let isRising = curves[0].direction == .rising
    let isOneWay = curves.allSatisfy { $0.direction == curves[0].direction } && curves[0].direction != .constant
    if let extremes = shape.extremes, shape.never(.falling) || shape.never(.rising), counts.turns == 0 {
      let isUp = shape.never(.falling)
      let verb = isUp ? "rises" : "falls"
      let (start, end) = isUp ? (extremes.least, extremes.greatest) : (extremes.greatest, extremes.least)
      let jumps =
        counts.jumps == 0
        ? ""
        : curves.allSatisfy { $0.direction == .constant }
          ? " in \(counts.jumps) jumps" : ", with \(counts.jumps) jumps"
      return "\(verb) from \(text(start.y)) at \(place(start)) to \(text(end.y)) at \(place(end))\(jumps)"
    }
    let trend = isOneWay ? ", and \(isRising ? "rises" : "falls") between them" : ""
    let bounds =
      shape.extremes.map { extremes in
        "; its values lie between \(text(extremes.least.y)), at \(place(extremes.least)), and "
          + "\(text(extremes.greatest.y)), at \(place(extremes.greatest))"
      } ?? "; its values are not bounded"
    return moves + trend + bounds
  }

  // MARK: - Symmetry and limits

  private var symmetry: String {
    guard !shape.runs.allSatisfy({ $0.direction == .constant || $0.direction == .undefined }) else { return "" }
    switch CurveSymmetry(of: function, over: shape.range) {
    case .even: return "; it is even, the same on both sides of 0"
    case .about(0): return "; it is odd, symmetric about the origin"
    case .about(let middle): return "; it is symmetric about the point (0, \(text(middle)))"
    case nil: return ""
    }
  }

  /// A sentence about the lines to which the function tends, unless the curve is on them already.
  private var tails: String? {
    let asymptotes = function.asymptotes
    func line(_ asymptote: Asymptote?, isFollowedBy stretch: CurveStretch?) -> String? {
      guard let asymptote, stretch?.straightSlope != asymptote.slope else { return nil }
      return words(for: asymptote)
    }
    let left = line(asymptotes.left, isFollowedBy: shape.stretches.first)
    let right = line(asymptotes.right, isFollowedBy: shape.stretches.last)
    switch (left, right) {
    case (let left?, let right?):
      return left == right
        ? "Far out on both sides it tends to \(left)."
        : "Far to the left it tends to \(left), and far to the right to \(right)."
    case (let left?, nil): return "Far to the left it tends to \(left)."
    case (nil, let right?): return "Far to the right it tends to \(right)."
    case (nil, nil): return nil
    }
  }

  private func words(for line: Asymptote) -> String {
    guard line.slope != 0 else { return text(line.intercept) }
    let multiple = line.slope == 1 ? "x" : line.slope == -1 ? "-x" : "\(text(line.slope)) x"
    guard line.intercept != 0 else { return "the line y = \(multiple)" }
    return "the line y = \(multiple) \(line.intercept < 0 ? "-" : "+") \(text(line.intercept.magnitude))"
  }

  // MARK: - Derivative

  /// A sentence about the derivative; nil if nothing certain can be said.
  ///
  /// - Parameter subject: The beginning of the sentence, such as `Its derivative`.
  func derivative(about subject: String) -> String? {
    switch slope {
    case nil: return nil
    case .unbounded(let places, let isGreatest)?:
      let names = places.count > 3 ? "several places" : places.map { place($0) }.joined(with: " and ")
      return "\(subject) \(isGreatest ? "grows" : "falls") without bound towards \(names)."
    case .straight(let pieces)?:
      let isWhole = shape.counts.jumps == 0 && shape.counts.gaps == 0
      if pieces.count == 1 {
        return "\(subject) is \(text(pieces[0].slope)) \(isWhole ? "throughout" : "wherever it exists")."
      }
      let parts = pieces.enumerated().map { index, piece in
        if index == 0 { return "\(text(piece.slope)) below \(place(piece.to))" }
        return index == pieces.count - 1
          ? "\(text(piece.slope)) above \(pieces.count == 2 ? "it" : place(piece.from))"
          : "\(text(piece.slope)) from there to \(place(piece.to))"
      }
      return "\(subject) is \(parts.joined(with: pieces.count > 2 ? ", and " : " and "))."
    case .extreme(let extremum)?:
      let kind = extremum.isGreatest ? "greatest" : "least"
      let places = extremum.places.map { place($0) }
      if extremum.side != 0 {
        return
          "\(subject) is \(kind) just \(extremum.side < 0 ? "below" : "above") \(places[0]), where it comes near to "
          + "\(text(extremum.slope))."
      }
      let location =
        extremum.end.map { "from \(places[0]) to \(text($0))" } ?? "at \(places.joined(separator: " and at "))"
      let isSteepest = proved?.isSteepest(extremum) ?? false
      let rank = isSteepest ? "nowhere \(extremum.isGreatest ? "greater" : "less") than" : kind
      return "\(subject) is \(rank) \(location), where it is \(text(extremum.slope))."
    }
  }

  private func text(_ value: Double) -> String { String(inWords: value) }
  private func place(_ point: CurvePoint) -> String { place(point.x) }
  private func place(_ x: Double) -> String { "x = \(String(inWords: x))" }
  private func infinity(_ point: CurvePoint) -> String { point.y < 0 ? "minus infinity" : "infinity" }
}
