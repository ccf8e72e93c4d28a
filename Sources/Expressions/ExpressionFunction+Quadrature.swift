import Activations

extension ExpressionFunction {
  var plansQuadrature: Bool { true }

  /// The panels between the switching places; nil if the places are not all known, or if the panels are too many.
  var quadraturePlan: QuadraturePlan? {
    let switches = switches
    guard declaresBreakpoints else { return nil }
    // Farther out the density is negligible, and what seems to be a pole is an overflow.
    let steep = Set(innerBreakpoints.filter { $0.kind == .pole || $0.kind == .infiniteSlope }.map(\.position))
    var steepSides: [SteepSide] = []
    let places = switches.positions
    for (index, place) in places.enumerated() where steep.contains(place) {
      let before = index > 0 ? place - places[index - 1] : .infinity
      let after = index + 1 < places.count ? places[index + 1] - place : .infinity
      for (side, distance) in [(-1.0, before), (1.0, after)] {
        let steepSide = SteepSide(place: place, side: side, distance: distance)
        // The function may be undefined on the other side.
        if !value(at: place + side * steepSide.reach).isNaN { steepSides.append(steepSide) }
      }
    }
    var panels = ExpressionPanels(between: switches)
    for piece in switches.pieces {
      var (lower, upper) = (piece.lower, piece.upper)
      for steepSide in steepSides {
        let (place, reach) = (steepSide.place, steepSide.reach)
        if steepSide.side > 0, (piece.lower - place).magnitude < reach / 2 { lower = max(lower, place + reach) }
        if steepSide.side < 0, (piece.upper - place).magnitude < reach / 2 { upper = min(upper, place - reach) }
      }
      guard panels.add(piece, from: lower, to: upper) else { return nil }
    }
    let noisyPlaces = places.filter { $0.magnitude <= QuadraturePlan.outerEnd && !steep.contains($0) }
      .filter { switches.hasVanishingDivisor(at: $0) }
    return QuadraturePlan(
      panels: panels.panels, steepSides: steepSides, noisyPlaces: noisyPlaces,
      isUndefinedSomewhere: panels.isUndefinedSomewhere, outermostSwitch: places.map(\.magnitude).max() ?? 0)
  }
}
