/// A piece of the line over which a rule of quadrature is applied.
struct QuadraturePanel {
  let lower: Double
  let upper: Double

  var centre: Double { lower + radius }
  var radius: Double { (upper - lower) / 2 }

  /// Nil where no number lies between the ends.
  var halves: (QuadraturePanel, QuadraturePanel)? {
    guard lower < centre, centre < upper else { return nil }
    return (QuadraturePanel(lower: lower, upper: centre), QuadraturePanel(lower: centre, upper: upper))
  }
}
