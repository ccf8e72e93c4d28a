import Activations
import PortableMath

/// The map from the correlation of two pre-activations to that of the outputs: c ↦ E f(z₁) f(z₂) / E f(z)² for standard normal
/// z₁ and z₂ with the correlation c.
///
/// ```swift
/// let relu = ActivationFunction(Catalogue.entry(named: "relu")!)
/// CorrelationMap(of: relu, variance: 1)?.value(at: 0.5)     // 0.6089977810…
/// ```
///
/// The outputs differ little if c is near 1. Therefore the mean square of their difference is integrated, over the sum and the
/// difference of z₁ and z₂, which are independent:
///
///     E f(z₁) f(z₂) = E f(z)² − ½ E (f(αu + βv) − f(αu − βv))²   with α² = (1 + c) / 2 and β² = (1 − c) / 2.
///
/// The outer integral over v is refined until two rules agree. The inner integral over u is divided where either argument
/// crosses the end of a panel in which f is a polynomial to full precision.
public struct CorrelationMap: Sendable {
  private let function: any RealFunction
  private let mirrored: any RealFunction
  private let bounds: [Double]
  /// The mean square E f(z)² of the outputs.
  private let meanSquare: Double

  private static let end = 12.0
  private static let rule = QuadratureRule(legendre: 16)
  private static let tolerance = 0x1p-42

  /// Prepares the map of a function at a variance of the pre-activations.
  ///
  /// - Returns: Nil if E f(√q z)² has no value, or if the function is not finite or too wild between −12 √q and 12 √q.
  public init?(of function: ActivationFunction, variance: Double) {
    guard variance > 0, variance.isFinite, case let scaled = function.scaled(by: variance.squareRoot()),
      let meanSquare = NormalMoments(of: scaled).signalGain.value, meanSquare > 0, scaled.function.declaresBreakpoints
    else { return nil }
    let places = scaled.function.formulaChanges + scaled.breakpoints.map(\.position)
    // Far out, the values of some functions are so small that they are not resolved to their last digits.
    let panels = ResolvedPanels(
      of: scaled.function, over: -Self.end...Self.end, splittingAt: places,
      negligible: 0x1p-56 * meanSquare.squareRoot())
    guard panels.isComplete else { return nil }
    self.function = scaled.function
    mirrored = MirroredFunction(base: scaled.function)
    bounds = panels.bounds
    self.meanSquare = meanSquare
    // What lies beyond the panels must not matter.
    guard let inner = integral(from: bounds, of: { $0 * $0 }), (inner - meanSquare).magnitude <= 0x1p-40 * meanSquare
    else {
      return nil
    }
  }

  /// The correlation of the outputs; nil if the integral does not converge.
  ///
  /// - Parameter correlation: The correlation c of the pre-activations, from −1 to 1.
  public func value(at correlation: Double) -> Double? {
    precondition((-1...1).contains(correlation), "A correlation lies from −1 to 1.")
    if correlation == 1 { return 1 }
    let isNegative = correlation < 0
    let size = correlation.magnitude
    let (alpha, beta) = (((1 + size) / 2).squareRoot(), ((1 - size) / 2).squareRoot())
    // E f(z₁) f(z₂) = E f(z₁) g(−z₂) with g(x) = f(−x), and z₁ and −z₂ have the correlation −c.
    let difference = MeanSquareDifference(
      of: function, and: isNegative ? mirrored : function, bounds: bounds, alpha: alpha, beta: beta,
      isSymmetric: !isNegative)
    return difference.integral(upTo: Self.end, tolerance: Self.tolerance * meanSquare).map { 1 - $0 / (2 * meanSquare) }
  }

  private func integral(from bounds: [Double], of transform: (Lanes) -> Lanes) -> Double? {
    var sum = 0.0
    for (lower, upper) in zip(bounds, bounds.dropFirst()) {
      let (centre, radius) = (lower + (upper - lower) / 2, (upper - lower) / 2)
      for (nodes, weights) in zip(Self.rule.nodes, Self.rule.weights) {
        let x = Lanes(centre) + Lanes(radius) * nodes
        let term = weights * transform(function.value(at: x)) * MeanSquareDifference.density(at: x)
        sum += radius * term.indices.reduce(0) { $0 + term[$1] }
      }
    }
    return sum.isFinite ? sum : nil
  }
}

/// The function x ↦ f(−x).
private struct MirroredFunction: RealFunction {
  let base: any RealFunction
  func value(at x: Double) -> Double { base.value(at: -x) }
  func value(at x: Lanes) -> Lanes { base.value(at: -x) }
  func derivative(at x: Double) -> Double { -base.derivative(at: -x) }
  func derivative(at x: Lanes) -> Lanes { -base.derivative(at: -x) }
  func secondDerivative(at x: Double) -> Double { base.secondDerivative(at: -x) }
}

/// The integral E (f(αu + βv) − g(αu − βv))² over two independent standard normal numbers u and v.
private struct MeanSquareDifference {
  private let first: any RealFunction
  private let second: any RealFunction
  private let firstBounds: [Double]
  private let secondBounds: [Double]
  private let alpha: Double
  private let beta: Double
  private let isSymmetric: Bool

  private static let rule = QuadratureRule(legendre: 16)
  private static let halvingLimit = 256

  init(
    of first: any RealFunction, and second: any RealFunction, bounds: [Double], alpha: Double, beta: Double,
    isSymmetric: Bool
  ) {
    (self.first, self.second, self.alpha, self.beta) = (first, second, alpha, beta)
    self.isSymmetric = isSymmetric
    firstBounds = bounds
    secondBounds = isSymmetric ? bounds : bounds.reversed().map { -$0 }
  }

  static func density(at x: Lanes) -> Lanes { Lanes(0.39894228040143267794) * Lanes.exp(Lanes(-0.5) * x * x) }

  /// The integral; nil if it does not converge.
  ///
  /// - Parameter tolerance: The greatest difference of two estimates over a panel, beyond what the size of the integral allows.
  func integral(upTo end: Double, tolerance: Double) -> Double? {
    var waiting = (Int(isSymmetric ? 0 : -end)..<Int(end)).map { (lower: Double($0), upper: Double($0) + 1) }
    var estimates = waiting.map { panel(from: $0.lower, to: $0.upper) }
    let size = estimates.reduce(0, +)
    guard size.isFinite else { return nil }
    let limit = 0x1p-40 * size
    var (sum, halvings) = (0.0, 0)
    while let (lower, upper) = waiting.popLast(), let whole = estimates.popLast() {
      let middle = lower + (upper - lower) / 2
      let halves = [panel(from: lower, to: middle), panel(from: middle, to: upper)]
      if (halves[0] + halves[1] - whole).magnitude <= limit {
        sum += halves[0] + halves[1]
      } else {
        halvings += 1
        guard halvings <= Self.halvingLimit else { return nil }
        waiting += [(lower, middle), (middle, upper)]
        estimates += halves
      }
    }
    return isSymmetric ? 2 * sum : sum
  }

  /// The contribution of an interval of v by one rule.
  private func panel(from lower: Double, to upper: Double) -> Double {
    let (centre, radius) = (lower + (upper - lower) / 2, (upper - lower) / 2)
    var sum = 0.0
    for (nodes, weights) in zip(Self.rule.nodes, Self.rule.weights) {
      let v = Lanes(centre) + Lanes(radius) * nodes
      let densities = Self.density(at: v)
      for lane in v.indices { sum += radius * weights[lane] * densities[lane] * inner(at: v[lane]) }
    }
    return sum
  }

  /// The integral over u at a given v.
  private func inner(at v: Double) -> Double {
    let shift = beta * v
    let end = 12.0
    // The ends of the panels of both functions, in increasing order.
    var cuts: [Double] = [-end]
    var (one, two) = (0, 0)
    while one < firstBounds.count || two < secondBounds.count {
      let next = one < firstBounds.count ? (firstBounds[one] - shift) / alpha : .infinity
      let other = two < secondBounds.count ? (secondBounds[two] + shift) / alpha : .infinity
      if next <= other { one += 1 } else { two += 1 }
      let cut = min(next, other)
      if cut > cuts[cuts.count - 1] + 0x1p-40, cut < end { cuts.append(cut) }
    }
    cuts.append(end)
    var places: [Lanes] = []
    places.reserveCapacity(2 * cuts.count)
    var scales: [Lanes] = []
    scales.reserveCapacity(2 * cuts.count)
    for (lower, upper) in zip(cuts, cuts.dropFirst()) {
      let (centre, radius) = (lower + (upper - lower) / 2, (upper - lower) / 2)
      for (nodes, weights) in zip(Self.rule.nodes, Self.rule.weights) {
        let u = Lanes(centre) + Lanes(radius) * nodes
        places.append(u)
        scales.append(Lanes(radius) * weights * Self.density(at: u))
      }
    }
    var firsts = places.map { Lanes(alpha) * $0 + Lanes(shift) }
    var seconds = places.map { Lanes(alpha) * $0 - Lanes(shift) }
    firsts.withUnsafeMutableBufferPointer { first.replaceByValues($0) }
    seconds.withUnsafeMutableBufferPointer { second.replaceByValues($0) }
    var sum = Lanes(0)
    for index in places.indices {
      let difference = firsts[index] - seconds[index]
      sum = sum + scales[index] * difference * difference
    }
    return sum.indices.reduce(0) { $0 + sum[$1] }
  }
}
