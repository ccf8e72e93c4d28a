import Activations
import PortableMath

/// The distribution of the product of a function of a normal number and an independent factor, without sampling error.
///
/// The probability that the product lies in an interval is the integral, over the normal density of a, of the probability
/// that the factor lies in the interval divided by f(a). It is computed by Gauss-Legendre rules of 16 points in panels that
/// become ever narrower towards the zeros, extrema and breakpoints of the function. Places at which the function is exactly
/// zero are left out: there the product is the single value 0.
public struct GatedDistribution: Sendable {
  private let form: GateForm
  /// The values of the function at the nodes, none of which is zero.
  private let values: [Lanes]
  /// The weights of the nodes, which are zero where the function is.
  private let weights: [Lanes]

  /// The density beyond ±9 is less than 10⁻¹⁸.
  private static let end = 9.0
  private static let panelsInUnit = 4
  /// The greatest number of places towards which panels become narrower.
  private static let mostCentres = 24

  /// Evaluates a function at the nodes.
  public init(of function: ActivationFunction, gatedBy form: GateForm) {
    self.form = form
    let rule = QuadratureRule(legendre: 16)
    let cuts = Self.cuts(for: function)
    var (values, weights): ([Lanes], [Lanes]) = ([], [])
    for (lower, upper) in zip(cuts, cuts.dropFirst()) where lower < upper {
      let radius = (upper - lower) / 2
      for (nodes, shares) in zip(rule.nodes, rule.weights) {
        let x = Lanes(lower + radius) + Lanes(radius) * nodes
        // 1 / √(2π)
        let density = Lanes(0.3989422804014327) * Lanes.exp(Lanes(-0.5) * x * x)
        values.append(x)
        weights.append(Lanes(radius) * shares * density)
      }
    }
    values.withUnsafeMutableBufferPointer { function.function.replaceByValues($0) }
    for index in values.indices {
      let value = values[index]
      let magnitude = Lanes.abs(value)
      let counts = magnitude .<= Lanes(.greatestFiniteMagnitude)
      weights[index] = Lanes.select(
        counts, Lanes.select(magnitude .> Lanes(0), weights[index], Lanes(0)), Lanes(0))
      values[index] = Lanes.select(
        counts, Lanes.select(magnitude .> Lanes(0), value, Lanes(1)), Lanes(1))
    }
    (self.values, self.weights) = (values, weights)
  }

  /// The probability that the product is not exactly zero, and at most a number.
  public func probability(upTo number: Double) -> Double {
    var sum = Lanes(0)
    let number = Lanes(number)
    for (value, weight) in zip(values, weights) {
      let below = form.probability(upTo: number / value)
      sum = sum + weight * Lanes.select(value .> Lanes(0), below, Lanes(1) - below)
    }
    return sum.sum()
  }

  /// The ends of the panels in increasing order.
  private static func cuts(for function: ActivationFunction) -> [Double] {
    let count = Int(2 * end) * panelsInUnit
    var cuts = (0...count).map { -end + Double($0) / Double(panelsInUnit) }
    let declared = function.breakpoints.map(\.position) + function.function.pieceBounds
    let places = declared.filter { $0.magnitude < end }
    let centres = Set((places + zeros(of: function, between: cuts)).prefix(mostCentres) + [0]).sorted()
    for centre in centres {
      cuts.append(centre)
      for power in 2...24 {
        let distance = Double(sign: .plus, exponent: -power, significand: 1)
        cuts += [centre - distance, centre + distance].filter { $0.magnitude < end }
      }
    }
    return cuts.sorted()
  }

  /// The places at which the function changes its sign, as far as the ends of panels show them.
  private static func zeros(of function: ActivationFunction, between cuts: [Double]) -> [Double] {
    zip(cuts, cuts.dropFirst()).compactMap { cut in
      var (lower, upper) = cut
      let sign = function.value(at: lower)
      guard sign * function.value(at: upper) < 0 else { return nil }
      for _ in 0..<60 {
        let middle = lower + (upper - lower) / 2
        if function.value(at: middle) * sign > 0 { lower = middle } else { upper = middle }
      }
      return lower
    }
  }
}
