import PortableMath

/// The nodes of two rules of quadrature in some panels, and the normal density there: what is the same for all functions.
struct PanelNodes: Sendable {
  let panels: [QuadraturePanel]
  /// The nodes of the coarse rule and of the fine one in each panel, panel after panel.
  let places: [Lanes]
  /// √φ at each of them, whose square does not underflow before an integrand gets large.
  let rootDensities: [Lanes]

  static let coarseRule = QuadratureRule(lobatto: 7)
  static let fineRule = QuadratureRule(legendre: 16)
  /// (2π)^(−¼).
  private static let rootDensityAtZero = 0.63161877774606470129

  init(in panels: [QuadraturePanel]) {
    let rules = Self.coarseRule.nodes + Self.fineRule.nodes
    var places: [Lanes] = []
    places.reserveCapacity(panels.count * rules.count)
    for panel in panels {
      // An end itself may belong to the piece beyond it.
      let (lower, upper) = (Lanes(panel.lower.nextUp), Lanes(panel.upper.nextDown))
      let (centre, radius) = (Lanes(panel.centre), Lanes(panel.radius))
      for nodes in rules { places.append(Lanes.min(Lanes.max(centre + radius * nodes, lower), upper)) }
    }
    self.panels = panels
    self.places = places
    rootDensities = places.map { x in Lanes(Self.rootDensityAtZero) * Lanes.exp(Lanes(-0.25) * x * x) }
  }
}
