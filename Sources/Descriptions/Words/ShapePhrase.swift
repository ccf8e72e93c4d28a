/// The course of a curve in a few words.
struct ShapePhrase {
  private let shape: CurveShape

  init(of shape: CurveShape) { self.shape = shape }

  /// The words, such as `falling to -0.309 at -1.19, then rising`; nil if it takes more.
  var text: String? {
    let (runs, counts) = (shape.runs, shape.counts)
    guard shape.knowsBreaks else { return nil }
    if shape.isRestless { return counts.turns > 1 ? "turning more than \((counts.turns - 1).roundedDown) times" : nil }
    if runs.count == 1 {
      if runs[0].direction == .undefined { return "without any finite value" }
      if runs[0].direction == .constant { return "constantly \(number(runs[0].start.y))" }
    }
    if runs.count == 2, counts.turns == 1 {
      let turn = "to \(number(runs[0].end.y)) at \(number(runs[0].end.x))"
      return runs[0].direction == .falling ? "falling \(turn), then rising" : "rising \(turn), then falling"
    }
    guard let extremes = shape.extremes else { return poles }
    let bounds = (number(extremes.least.y), number(extremes.greatest.y))
    if counts.turns > 0 {
      let times = counts.turns == 1 ? "once" : counts.turns == 2 ? "twice" : "\(counts.turns) times"
      return "turning \(times) between \(bounds.0) and \(bounds.1)"
    }
    if shape.never(.falling) { return oneWay("rising", from: bounds.0, to: bounds.1) }
    if shape.never(.rising) { return oneWay("falling", from: bounds.1, to: bounds.0) }
    return "between \(bounds.0) and \(bounds.1)"
  }

  /// The course of a curve that never goes one way.
  private func oneWay(_ verb: String, from start: String, to end: String) -> String {
    let (runs, counts) = (shape.runs, shape.counts)
    let whole = "\(verb) from \(start) to \(end)"
    let flat = runs.indices.filter { runs[$0].direction == .constant }
    if counts.jumps > 0 {
      let isStaircase = flat.count == runs.count
      return "\(whole) \(isStaircase ? "in" : "with") \(counts.jumps == 1 ? "one jump" : "\(counts.jumps) jumps")"
    }
    switch (flat.first == 0, flat.last == runs.count - 1, flat.count) {
    case (_, _, 0): return whole
    case (true, false, 1): return "flat at \(start), then \(verb) to \(end)"
    case (false, true, 1): return "\(whole), then flat"
    case (true, true, 2): return "\(whole), flat at both ends"
    default: return "\(whole) with flat parts"
    }
  }

  /// The course of a curve that is not bounded.
  private var poles: String? {
    let poles = shape.counts.poles
    guard poles > 0, shape.runs.allSatisfy({ $0.direction == shape.runs[0].direction }) else { return nil }
    let verb = shape.runs[0].direction == .rising ? "rising" : "falling"
    let place = shape.runs[0].end.x
    return poles == 1 ? "\(verb) on both sides of a pole at \(number(place))" : "\(verb) between \(poles) poles"
  }

  private func number(_ value: Double) -> String { String(inWords: value, digits: 3) }
}

extension Int {
  /// The number with all digits but the first replaced by zeros.
  var roundedDown: Int {
    var unit = 1
    while unit <= self / 10 { unit *= 10 }
    return self / unit * unit
  }
}
