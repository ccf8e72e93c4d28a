import Activations
import PortableMath

/// The mean squares of a function and its derivative for normal arguments of many variances, to the precision of a picture.
///
/// The Gauss-Legendre rule of 16 points is applied to panels at integers, at breakpoints, and more closely near zero if the
/// arguments spread widely. A few variances are integrated exactly to check this; if they differ by more than 10⁻⁷, all are.
struct ScaledMoments {
  private let function: ActivationFunction
  private let places: [Double]
  private let isExact: Bool

  private static let rule = QuadratureRule(legendre: 16)
  private static let end = 12.0

  /// Prepares the integrals of a function.
  init(of function: ActivationFunction) {
    let places = (function.function.formulaChanges + function.breakpoints.map(\.position)).filter(\.isFinite)
    let quick = ScaledMoments(function: function, places: places, isExact: false)
    let isChecked =
      places.count <= 64
      && [0.0037, 1, 53].allSatisfy { variance in
        let moments = LayerMoments(of: function, variance: variance)
        guard let square = moments.meanSquare.value, let slope = moments.derivativeMeanSquare.value,
          let values = quick.quickValues(at: variance)
        else { return false }
        return (square - values.square).magnitude <= 1e-7 * square && (slope - values.slope).magnitude <= 1e-7 * slope
      }
    self = isChecked ? quick : ScaledMoments(function: function, places: places, isExact: true)
  }

  private init(function: ActivationFunction, places: [Double], isExact: Bool) {
    (self.function, self.places, self.isExact) = (function, places, isExact)
  }

  /// E f(√q z)², E f′(√q z)² and E f(√q z)² (z² − 1) at a variance q; nil if one of them has no value.
  func values(at variance: Double) -> (square: Double, slope: Double, curvature: Double)? {
    guard isExact else { return quickValues(at: variance) }
    let moments = LayerMoments(of: function, variance: variance)
    guard let square = moments.meanSquare.value, let slope = moments.derivativeMeanSquare.value,
      let weighted = NormalMoments.argumentGain(of: function, scaledBy: variance.squareRoot()).value
    else { return nil }
    return (square, slope, weighted - square)
  }

  private func quickValues(at variance: Double) -> (square: Double, slope: Double, curvature: Double)? {
    let scale = variance.squareRoot()
    let bounds = bounds(for: scale)
    var nodes: [Lanes] = []
    nodes.reserveCapacity(2 * bounds.count)
    var weights: [Lanes] = []
    weights.reserveCapacity(2 * bounds.count)
    for (lower, upper) in zip(bounds, bounds.dropFirst()) {
      let (centre, radius) = (lower + (upper - lower) / 2, (upper - lower) / 2)
      for (places, shares) in zip(Self.rule.nodes, Self.rule.weights) {
        let z = Lanes(centre) + Lanes(radius) * places
        nodes.append(z)
        weights.append(Lanes(radius) * shares * Lanes(0.39894228040143267794) * Lanes.exp(Lanes(-0.5) * z * z))
      }
    }
    var values = nodes.map { Lanes(scale) * $0 }
    var slopes = values
    values.withUnsafeMutableBufferPointer { function.function.replaceByValues($0) }
    slopes.withUnsafeMutableBufferPointer { function.function.replaceByDerivatives($0) }
    var (square, slope, curvature) = (Lanes(0), Lanes(0), Lanes(0))
    for index in nodes.indices {
      let term = weights[index] * values[index] * values[index]
      square = square + term
      slope = slope + weights[index] * slopes[index] * slopes[index]
      curvature = curvature + term * (nodes[index] * nodes[index] - Lanes(1))
    }
    func sum(_ lanes: Lanes) -> Double { lanes.indices.reduce(0) { $0 + lanes[$1] } }
    let result = (square: sum(square), slope: sum(slope), curvature: sum(curvature))
    return result.square.isFinite && result.slope.isFinite && result.curvature.isFinite ? result : nil
  }

  /// The ends of the panels for arguments of a standard deviation.
  private func bounds(for scale: Double) -> [Double] {
    var cuts = (-12...12).map(Double.init)
    var distance = 0.5
    while distance < Self.end * scale, scale > 0.5 {
      cuts += [-distance / scale, distance / scale]
      distance *= 2
    }
    for place in places where (place / scale).magnitude < Self.end { cuts.append(place / scale) }
    cuts.sort()
    var bounds: [Double] = []
    for cut in cuts where cut - (bounds.last ?? -.infinity) > 1e-12 { bounds.append(cut) }
    return bounds
  }
}
