import Activations
import Numerals
import Plotting
import Statistics

extension StudyPanels {
  /// Returns the panel of a gated pair: the product over a for some values of b, of which the first is the function itself.
  func gatedResponse(_ word: StudyPanel) -> Panel {
    guard let gate = study.gate else { preconditionFailure("The study of a gated pair has its form.") }
    let function = curve(.value)
    let curves = gate.shownNumbers.enumerated().map { index, b in
      var curve = function.scaled(by: gate.factor(of: b))
      curve.color = .palette(index)
      curve.weight = index == 0 ? .normal : .thin
      curve.label = "b = \(String(shortest: b))".withMinusSigns
      return Mark.curve(curve)
    }
    var panel = Panel(
      title: marks.axisLabels && !isAlone ? "\(gate.symbol) for some values of b" : "",
      marks: (guides?.lines(in: word) ?? []).map(Mark.line) + curves)
    panel.setAxisLabels("a", gate.symbol, if: marks.axisLabels)
    return panel
  }

  /// The number of samples of the product that a bin around each place has on average; nil for a function of one number.
  ///
  /// The density itself has no bound at 0 where the function has a zero. Its mean over the width of a bin has one, and is
  /// what the bars are to be compared with.
  var gatedDensity: Curve? {
    let edges = study.output.histogram.edges
    guard let gate = study.gate, let first = edges.first, let last = edges.last, first < last else { return nil }
    let distribution = GatedDistribution(of: study.function, gatedBy: gate)
    let (low, high) = (Double(first), Double(last))
    let half = (high - low) / Double(edges.count - 1) / 2
    let count = Double(study.output.sampleCount - study.output.excludedCount)
    let points = 256
    let x = (0...points).map { low + (high - low) * Double($0) / Double(points) }
    let y = x.map { place in
      count * (distribution.probability(upTo: place + half) - distribution.probability(upTo: place - half))
    }
    return Curve(x: x, y: y, color: .reference, weight: .thin)
  }

  /// The longest formula that the caption of a figure repeats.
  private static let longestFormula = 60

  /// The sentences of the caption that say what a gated pair is; none for a function of one number.
  func gateNotes(of words: [StudyPanel]) -> [String] {
    guard let gate = study.gate else { return [] }
    let function = study.function
    let formula = function.entry.formula
    let name = function.catalogueTitle.map { "\($0), " } ?? ""
    var notes: [String] = []
    if formula.count <= Self.longestFormula { notes.append("f: \(name)\(formula).".withMinusSigns) }
    notes.append(gate == .plain ? "b: a second normal number." : "b: a second normal number, clamped to ±7.")
    if marks.density, words.contains(.output) {
      notes.append(
        words.contains(.input)
          ? "Thin curves: normal density, exact average of each bin." : "Thin curve: exact average of each bin.")
    }
    return notes
  }
}

extension Curve {
  /// The curve with every value multiplied by a number.
  fileprivate func scaled(by factor: Double) -> Curve {
    guard factor != 1 else { return self }
    var curve = self
    curve.y = y.map { factor * $0 }
    curve.endPoints = endPoints.map { EndPoint(x: $0.x, y: factor * $0.y, isTaken: $0.isTaken) }
    curve.allPoints = allPoints.map { points in
      CurvePoints(count: points.count) { index in
        let point = points.point(index)
        return (point.x, factor * point.y)
      }
    }
    return curve
  }
}
