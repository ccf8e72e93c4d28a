/// How the line is divided so that a function is smooth within each part, and can be integrated over the normal density.
///
/// A function of the catalogue has no need of one, for its breakpoints are known. An expression finds its plan by an analysis
/// of its own operations.
package struct QuadraturePlan: Sendable {
  /// Together with the last stretches of the steep sides, the panels cover the line as far as the density matters.
  package let panels: [QuadraturePanel]
  /// The sides of places at which value or derivative grows without bound.
  package let steepSides: [SteepSide]
  /// The places at which numerator and denominator of a quotient vanish together.
  package let noisyPlaces: [Double]
  /// Whether it was shown that the function is NaN or infinite over a whole stretch.
  package let isUndefinedSomewhere: Bool
  /// The farthest distance from zero at which anything switches.
  package let outermostSwitch: Double

  /// Integrals run from −`outerEnd` to `outerEnd`. Up to there the root of the density is a normal number, so that an integrand
  /// may grow almost as fast as the density falls.
  package static let outerEnd = 52.0

  /// Joins what an analysis has found.
  package init(
    panels: [QuadraturePanel], steepSides: [SteepSide], noisyPlaces: [Double], isUndefinedSomewhere: Bool,
    outermostSwitch: Double
  ) {
    self.panels = panels
    self.steepSides = steepSides
    self.noisyPlaces = noisyPlaces
    self.isUndefinedSomewhere = isUndefinedSomewhere
    self.outermostSwitch = outermostSwitch
  }
}

/// A piece of the line over which a quadrature rule is applied.
package struct QuadraturePanel: Sendable {
  /// The left end.
  package let lower: Double
  /// The right end.
  package let upper: Double

  /// The piece from one number to another.
  package init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }

  var centre: Double { lower + radius }
  var radius: Double { (upper - lower) / 2 }

  /// The left and the right half; nil where no number lies between the ends.
  package var halves: (QuadraturePanel, QuadraturePanel)? {
    guard lower < centre, centre < upper else { return nil }
    return (QuadraturePanel(lower: lower, upper: centre), QuadraturePanel(lower: centre, upper: upper))
  }
}

/// One side of a place at which a function or its derivative grows without bound.
///
/// Quadrature cannot come near enough to the place, because floating-point numbers are too coarse there. The last stretch is
/// integrated by the power law that the function follows.
package struct SteepSide: Sendable {
  /// The place itself.
  package let place: Double
  /// 1 for the right side, −1 for the left side.
  package let side: Double
  /// The distance to the next place on this side at which anything switches.
  package let distance: Double
  /// The length of the last stretch: a power of two, so that its sum with the place is exact.
  package let reach: Double

  /// Chooses the length of the last stretch.
  package init(place: Double, side: Double, distance: Double) {
    (self.place, self.side, self.distance) = (place, side, distance)
    var reach = 0x1p-26
    while reach < 0x1p-26 * place.magnitude { reach *= 2 }
    while reach > distance / 16 { reach /= 2 }
    self.reach = reach
  }
}
