import PortableMath

/// Whether a function or its derivative grows so fast that the normal density does not make up for it.
///
/// Shown where log |g| / x² does not fall over the outermost stretch in which g is finite, and is at least ½ there: beyond,
/// g grows by the same rule at least as fast as the density falls. The same is shown where g times the density nowhere
/// falls over the outermost stretch, and g is finite to its end.
struct DivergenceAtInfinity {
  private let values: [Growth]
  private let derivatives: [Growth]

  init(of function: any RealFunction) {
    values = [-1, 1].map { Growth(of: function.value(at:), side: $0) }
    derivatives = [-1, 1].map { Growth(of: function.derivative(at:), side: $0) }
  }

  func diverges(_ integrand: Singularity.Integrand) -> Bool {
    let (growths, power) =
      switch integrand {
      case .value: (values, 1.0)
      case .square: (values, 2.0)
      case .derivativeSquare: (derivatives, 2.0)
      }
    return growths.contains { $0.outgrowsDensity(power: power) }
  }
}

/// How the magnitude of a quantity grows to one side.
private struct Growth {
  /// Places in an outermost stretch, and the logarithms of the magnitude there; none where it is zero somewhere.
  private var places: [Double] = []
  private var logarithms: [Double] = []
  /// Whether the quantity is finite as far as integrals reach.
  private let isFinite: Bool

  init(of quantity: (Double) -> Double, side: Double) {
    var end = QuadraturePlan.outerEnd
    while end > 1, !quantity(side * end).isFinite { end -= 0.125 }
    isFinite = end == QuadraturePlan.outerEnd
    guard end > 1 else { return }
    let places = [0.6, 0.7, 0.8, 0.9, 1].map { end * $0 }
    let logarithms = places.map { Double.log(quantity(side * $0).magnitude) }
    if logarithms.allSatisfy(\.isFinite) { (self.places, self.logarithms) = (places, logarithms) }
  }

  /// Whether ∫ of the quantity to that power times the density is shown to diverge.
  func outgrowsDensity(power: Double) -> Bool {
    guard !places.isEmpty else { return false }
    func nowhereFalls(_ values: [Double], slack: Double) -> Bool {
      zip(values, values.dropFirst()).allSatisfy { $1 >= $0 - slack }
    }
    let rates = zip(places, logarithms).map { power * $1 / ($0 * $0) }
    if nowhereFalls(rates, slack: 1e-12), rates[0] >= 0.5 - 1e-9 { return true }
    return isFinite && nowhereFalls(zip(places, logarithms).map { power * $1 - $0 * $0 / 2 }, slack: 1e-9)
  }
}
