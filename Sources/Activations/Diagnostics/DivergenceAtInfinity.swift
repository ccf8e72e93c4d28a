import PortableMath

/// Whether a function or its derivative grows so fast that the normal density does not make up for it.
///
/// Shown where log |g| / x² does not fall over the outermost stretch in which g is finite, and is at least ½ there: beyond,
/// g grows by the same rule at least as fast as the density falls.
struct DivergenceAtInfinity {
  /// The least of log |g| / x² over an outermost stretch, where it nowhere falls; nil where it does.
  private let values: [Double?]
  private let derivatives: [Double?]

  init(of function: any RealFunction) {
    values = [-1, 1].map { Self.growth(of: function.value(at:), side: $0) }
    derivatives = [-1, 1].map { Self.growth(of: function.derivative(at:), side: $0) }
  }

  func diverges(_ integrand: Singularity.Integrand) -> Bool {
    let (growths, power) =
      switch integrand {
      case .value: (values, 1.0)
      case .square: (values, 2.0)
      case .derivativeSquare: (derivatives, 2.0)
      }
    return growths.contains { growth in growth.map { power * $0 >= 0.5 - 1e-9 } ?? false }
  }

  private static func growth(of quantity: (Double) -> Double, side: Double) -> Double? {
    var end = NormalQuadrature.outerEnd
    while end > 1, !quantity(side * end).isFinite { end -= 0.125 }
    guard end > 1 else { return nil }
    let growths = [0.6, 0.7, 0.8, 0.9, 1].map { share -> Double in
      let x = end * share
      return Double.log(quantity(side * x).magnitude) / (x * x)
    }
    let nowhereFalls = zip(growths, growths.dropFirst()).allSatisfy { $1 >= $0 - 1e-12 }
    return nowhereFalls && growths.allSatisfy(\.isFinite) ? growths[0] : nil
  }
}
