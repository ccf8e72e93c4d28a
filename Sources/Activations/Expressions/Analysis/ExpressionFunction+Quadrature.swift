import PortableMath

extension ExpressionFunction {
  var plansQuadrature: Bool { true }

  /// The panels between the places where something switches; nil where those are not all known, or are too many.
  var quadraturePlan: QuadraturePlan? {
    let switches = switches
    guard declaresBreakpoints else { return nil }
    // Farther out the density leaves nothing, and what seems a pole there is where something overflows.
    let steep = Set(innerBreakpoints.filter { $0.kind == .pole || $0.kind == .infiniteSlope }.map(\.position))
    var singularities: [Singularity] = []
    let places = switches.positions
    for (index, place) in places.enumerated() where steep.contains(place) {
      let before = index > 0 ? place - places[index - 1] : .infinity
      let after = index + 1 < places.count ? places[index + 1] - place : .infinity
      for (side, distance) in [(-1.0, before), (1.0, after)] {
        let singularity = Singularity(of: self, at: place, side: side, distance: distance)
        // On the other side there may be nothing.
        if !value(at: place + side * singularity.reach).isNaN { singularities.append(singularity) }
      }
    }
    var panels = ExpressionPanels(between: switches)
    for piece in switches.pieces {
      var (lower, upper) = (piece.lower, piece.upper)
      for singularity in singularities {
        let reach = singularity.reach
        if singularity.side > 0, (piece.lower - singularity.place).magnitude < reach / 2 {
          lower = max(lower, singularity.place + reach)
        }
        if singularity.side < 0, (piece.upper - singularity.place).magnitude < reach / 2 {
          upper = min(upper, singularity.place - reach)
        }
      }
      guard panels.add(piece, from: lower, to: upper) else { return nil }
    }
    let noises = places.filter { $0.magnitude <= NormalQuadrature.outerEnd && !steep.contains($0) }
      .filter { switches.hasVanishingDivisor(at: $0) }.map { RoundingNoise(of: self, at: $0) }
    let (function, mass) = continued(over: panels.panels)
    return QuadraturePlan(
      original: self, function: function, panels: panels.panels, singularities: singularities, noises: noises,
      isUndefinedSomewhere: panels.isUndefinedSomewhere,
      outermostSwitch: places.map(\.magnitude).max() ?? 0,
      continuedMass: mass)
  }

  /// The function with straight lines in place of outer stretches in which it or its derivative overflows, though it goes
  /// straight on up to there, or the normal density leaves nothing of them.
  ///
  /// - Returns: Beside it, how much the lines add at most to the mean square of value or derivative, where that is not
  ///   beyond doubt.
  private func continued(over panels: [QuadraturePanel]) -> (function: any RealFunction, mass: Double) {
    func isFinite(_ x: Double) -> Bool { value(at: x).isFinite && derivative(at: x).isFinite }
    var lines: [ContinuedFunction.Line?] = [nil, nil]
    var mass = 0.0
    for (index, side) in [-1.0, 1.0].enumerated() {
      let outward = side < 0 ? panels.reversed() : panels
      guard let last = outward.last, !isFinite(last.centre) else { continue }
      guard let good = outward.lastIndex(where: { isFinite($0.centre) }) else { continue }
      var (inner, outer) = (outward[good].centre, outward[good + 1].centre)
      guard inner * side > 1 else { continue }
      for _ in 0..<60 {
        let middle = inner + (outer - inner) / 2
        if isFinite(middle) { inner = middle } else { outer = middle }
      }
      // A little further in, for at the very end terms may have lost digits.
      let place = inner - side * 0x1p-6
      let line = ContinuedFunction.Line(place: place, value: value(at: place), slope: derivative(at: place))
      lines[index] = line
      let isStraight = [0.25, 0.5, 1].allSatisfy { distance in
        let x = place - side * distance
        return (value(at: x) - line.value(at: x)).magnitude <= 0x1p-40 * (line.value.magnitude + line.slope.magnitude)
          && (derivative(at: x) - line.slope).magnitude <= 0x1p-40 * line.slope.magnitude
      }
      if isStraight { continue }
      let size = line.value.magnitude + line.slope.magnitude
      mass += (size * size + size) * Double.exp(-0.5 * place * place)
    }
    guard lines[0] != nil || lines[1] != nil else { return (self, 0) }
    return (ContinuedFunction(base: self, below: lines[0], above: lines[1]), mass)
  }
}
