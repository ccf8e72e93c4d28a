import Activations

/// The course of a map near a fixed point.
public enum Stability: String, Sendable, Equatable {
  /// Numbers near the fixed point come nearer: the slope is less than 1 in magnitude.
  case stable
  /// The slope is 1 or −1, and decides nothing.
  case neutral
  /// Numbers near the fixed point go away from it: the slope exceeds 1 in magnitude.
  case unstable

  /// Decides by the slope of the map.
  public init(slope: Double) {
    self = slope.magnitude == 1 ? .neutral : slope.magnitude < 1 ? .stable : .unstable
  }
}

/// A variance of pre-activations that layers do not change.
public struct VarianceFixedPoint: Sendable, Equatable {
  /// The variance q*.
  public let variance: Double
  /// The slope of the map of variances at q*.
  public let slope: ExactMoment

  /// Joins a variance and the slope of the map at it.
  public init(variance: Double, slope: ExactMoment) { (self.variance, self.slope) = (variance, slope) }

  /// Whether variances near q* come nearer from layer to layer; nil if the slope has no value.
  public var stability: Stability? { slope.value.map { Stability(slope: $0) } }
}

/// The map q ↦ σ_w² E f(√q z)² + σ_b², by which a layer changes the variance of pre-activations.
///
/// ```swift
/// let tanh = ActivationFunction(Catalogue.entry(named: "tanh")!)
/// let map = VarianceMap(of: tanh, initializedBy: Initialization(weightVariance: 2.25))
/// map.fixedPoints(beside: 2.25).map(\.variance)     // [0.7519…], which is stable
/// ```
public struct VarianceMap: Sendable {
  private let function: ActivationFunction
  private let initialization: Initialization

  /// Takes a function, and the weights and biases of all layers.
  public init(of function: ActivationFunction, initializedBy initialization: Initialization) {
    (self.function, self.initialization) = (function, initialization)
  }

  /// The variance of the next layer's pre-activations.
  ///
  /// - Parameter variance: The variance q, which is not negative.
  public func value(at variance: Double) -> ExactMoment {
    LayerMoments(of: function, variance: variance).meanSquare.map {
      initialization.weightVariance * $0 + initialization.biasVariance
    }
  }

  /// The slope of the map.
  ///
  /// At 0 it is σ_w² (f′(0)² + f(0) f″(0)), where f has these derivatives; if f(0) is 0, it is σ_w² times the mean of the
  /// squares of the slopes on both sides.
  ///
  /// - Parameter variance: The variance q, which is not negative.
  public func slope(at variance: Double) -> ExactMoment {
    guard variance > 0, variance.isFinite else { return variance == 0 ? slopeAtZero : .undetermined }
    let square = LayerMoments(of: function, variance: variance).meanSquare
    return square.joined(with: NormalMoments.argumentGain(of: function, scaledBy: variance.squareRoot())) {
      let slope = initialization.weightVariance * ($1 - $0) / (2 * variance)
      return (slope - 1).magnitude <= Self.tolerance ? 1 : slope
    }
  }

  private var slopeAtZero: ExactMoment {
    let (value, moments) = (function.value(at: 0), LayerMoments(of: function, variance: 0))
    let isSmooth = !function.function.formulaChanges.contains(0)
    guard value == 0 || isSmooth else { return .undetermined }
    let bend = value == 0 ? 0 : value * function.function.secondDerivative(at: 0)
    return moments.derivativeMeanSquare.flatMap { square in
      let slope = initialization.weightVariance * (square + bend)
      return slope.isFinite ? .value(slope) : .undetermined
    }
  }
}

// MARK: - Fixed points

extension VarianceMap {
  private static let tolerance = 0x1p-40
  /// The greatest number of times that a variance is doubled or halved in search of a fixed point.
  private static let reach = 40

  /// The fixed points next to a variance: the nearest that is not above it, and the nearest that is not below it.
  ///
  /// Layers take the variance to that of both which lies in the direction of the first step, if the map does not decrease.
  /// Fixed points are looked for from a trillionth to a trillion times the variance, and at 0. Where the map has all variances
  /// as fixed points, as that of ReLU with He's initialization, the variance itself is the only one.
  ///
  /// - Parameter variance: The positive variance from which the search begins, such as that of the first layer.
  /// - Returns: None, one or two fixed points in increasing order.
  public func fixedPoints(beside variance: Double) -> [VarianceFixedPoint] {
    guard variance > 0, variance.isFinite, let excess = excess(at: variance) else { return [] }
    if excess == 0 { return [fixedPoint(at: variance)] }
    var points: [VarianceFixedPoint] = []
    if let below = crossing(from: variance, excess, by: 0.5) {
      points.append(fixedPoint(at: below))
    } else if value(at: 0) == .value(0) {
      points.append(fixedPoint(at: 0))
    }
    if let above = crossing(from: variance, excess, by: 2) { points.append(fixedPoint(at: above)) }
    return points
  }

  private func fixedPoint(at variance: Double) -> VarianceFixedPoint {
    VarianceFixedPoint(variance: variance, slope: slope(at: variance))
  }

  /// The relative change of a variance in one layer; 0 where it is no more than quadrature can tell, nil without a value.
  private func excess(at variance: Double) -> Double? {
    change(at: variance).map { $0.magnitude <= Self.tolerance ? 0 : $0 }
  }

  private func change(at variance: Double) -> Double? {
    guard let next = value(at: variance).value, next.isFinite else { return nil }
    return next / variance - 1
  }

  /// The nearest place, in steps of a factor, at which the excess changes its sign.
  private func crossing(from start: Double, _ excess: Double, by factor: Double) -> Double? {
    var (near, nearExcess) = (start, excess)
    var repetitions = 0
    for _ in 0..<Self.reach {
      let far = near * factor
      guard let farExcess = self.excess(at: far) else { return nil }
      if farExcess == 0 { return far }
      if (farExcess < 0) != (nearExcess < 0) { return root(from: (near, nearExcess), to: (far, farExcess)) }
      // The map is a multiple of the variance here, and its excess does not change any more.
      repetitions = (farExcess - nearExcess).magnitude <= Self.tolerance ? repetitions + 1 : 0
      if repetitions == 3 { return nil }
      (near, nearExcess) = (far, farExcess)
    }
    return nil
  }

  /// The place between two variances at which the excess is zero, by the rule of false position (M. Dowell, P. Jarratt: A modified
  /// regula falsi method for computing the root of an equation, 1971).
  private func root(from start: (Double, Double), to end: (Double, Double)) -> Double? {
    var ((a, fa), (b, fb)) = (start, end)
    for _ in 0..<100 {
      let c = b - fb * (b - a) / (fb - fa)
      guard let fc = change(at: c) else { return nil }
      if fc == 0 || min((b - a).magnitude, (c - b).magnitude) <= 0x1p-48 * c { return c }
      if (fc < 0) != (fb < 0) { (a, fa) = (b, fb) } else { fa /= 2 }
      (b, fb) = (c, fc)
    }
    return b
  }
}
