import PortableMath

/// The divergence of integrals of a function or of its derivative at infinity, in spite of the normal density.
///
/// An integral of g diverges if log |g| / x² is at least ½ and does not decrease over the outermost stretch in which g
/// is finite: beyond it, g grows by the same rule at least as fast as the density falls. It also diverges if g times
/// the density decreases nowhere in the outermost stretch and g is finite to its end.
struct DivergenceAtInfinity {
  private let values: [Growth]
  private let derivatives: [Growth]

  init(of function: any RealFunction) {
    values = [-1, 1].map { Growth(of: function.value(at:), side: $0) }
    derivatives = [-1, 1].map { Growth(of: function.derivative(at:), side: $0) }
  }

  /// Whether the integral was shown to diverge.
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

/// The growth of the magnitude of a quantity towards one side.
private struct Growth {
  /// Places in the outermost stretch, and the logarithms of the magnitude at them; empty if it is zero at any of them.
  private var places: [Double] = []
  private var logarithms: [Double] = []
  /// Whether the quantity is finite up to the end of the integration range.
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

  /// Whether the integral of a power of the quantity times the density was shown to diverge.
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
