import Activations
import PortableMath

/// The expansion of z ↦ f(√q z) in Hermite polynomials, by which the mean product for correlated normal arguments is a power
/// series in the correlation: E f(√q z₁) f(√q z₂) = Σ aₙ² cⁿ with aₙ = E f(√q z) hₙ(z) and E hₙ² = 1 (Mehler's formula).
///
/// The coefficients are computed up to the degree at which little is left, or to `limit`. The sums of all other even and of
/// all other odd coefficients follow from the exact values at c = ±1. They are distributed over the degrees beyond as a power
/// law, which is how the coefficients of functions with kinks and jumps decrease.
struct HermiteExpansion {
  /// The mean square E f(√q z)².
  let meanSquare: Double
  /// The coefficients aₙ² from the degree 0 up.
  let squares: [Double]
  /// The parts of the sum at degrees beyond.
  private let remainders: [(degree: Double, isOdd: Bool, weight: Double)]

  private static let end = 12.0
  private static let limit = 512
  private static let rule = QuadratureRule(legendre: 16)

  /// Expands a function.
  ///
  /// - Parameter moments: The moments of the function at the variance q.
  /// - Returns: Nil if the mean square has no value or is 0, or if the function is not finite, or too wild, where the density
  ///   matters.
  init?(of function: ActivationFunction, moments: LayerMoments) {
    let variance = moments.variance
    guard variance > 0, variance.isFinite, case let scaled = function.scaled(by: variance.squareRoot()),
      scaled.function.declaresBreakpoints, let exactSquare = moments.meanSquare.value, exactSquare > 0,
      exactSquare.isFinite
    else { return nil }
    let places = scaled.function.formulaChanges + scaled.breakpoints.map(\.position)
    // Mirrored as well, so that the nodes are symmetric.
    let panels = ResolvedPanels(
      of: scaled.function, over: -Self.end...Self.end, splittingAt: places + places.map { -$0 },
      negligible: 0x1p-40 * exactSquare.squareRoot())
    guard panels.isComplete else { return nil }
    let bounds = Self.symmetric(panels.bounds)
    var nodes: [Lanes] = []
    var densities: [Lanes] = []
    for (lower, upper) in zip(bounds, bounds.dropFirst()) {
      let (centre, radius) = (lower + (upper - lower) / 2, (upper - lower) / 2)
      for (places, weights) in zip(Self.rule.nodes, Self.rule.weights) {
        let z = Lanes(centre) + Lanes(radius) * places
        nodes.append(z)
        densities.append(Lanes(radius) * weights * Lanes(0.39894228040143267794) * Lanes.exp(Lanes(-0.5) * z * z))
      }
    }
    var (values, mirrored) = (nodes, nodes.map { -$0 })
    values.withUnsafeMutableBufferPointer { scaled.function.replaceByValues($0) }
    mirrored.withUnsafeMutableBufferPointer { scaled.function.replaceByValues($0) }
    var (square, product) = (Lanes(0), Lanes(0))
    for index in nodes.indices {
      square = square + densities[index] * values[index] * values[index]
      product = product + densities[index] * values[index] * mirrored[index]
    }
    let (meanSquare, meanProduct) = (Self.sum(square), Self.sum(product))
    // What lies beyond the panels must not matter.
    guard (meanSquare - exactSquare).magnitude <= 0x1p-30 * exactSquare else { return nil }
    self.meanSquare = meanSquare
    let terms = zip(densities, values).map { $0 * $1 }
    let squares = Self.squares(of: terms, at: nodes, until: 0x1p-40 * meanSquare, of: meanSquare)
    self.squares = squares
    remainders = [false, true].flatMap { isOdd in
      Self.remainders(of: squares, to: (meanSquare + (isOdd ? -meanProduct : meanProduct)) / 2, isOdd: isOdd)
    }
  }

  /// The sum Σ aₙ² cⁿ.
  func value(at correlation: Double) -> Double {
    var sum = 0.0
    for square in squares.reversed() { sum = sum * correlation + square }
    for (degree, isOdd, weight) in remainders {
      let power = Double.pow(correlation.magnitude, degree)
      sum += isOdd && correlation < 0 ? -weight * power : weight * power
    }
    return sum
  }

  /// The derivative Σ n aₙ² cⁿ⁻¹ for a correlation from 0 to less than 1.
  func slope(at correlation: Double) -> Double {
    var sum = 0.0
    for degree in squares.indices.dropFirst().reversed() { sum = sum * correlation + Double(degree) * squares[degree] }
    for (degree, _, weight) in remainders { sum += weight * degree * Double.pow(correlation, degree - 1) }
    return sum
  }

  /// The bounds of panels together with their mirror images.
  private static func symmetric(_ bounds: [Double]) -> [Double] {
    var all: [Double] = []
    for bound in (bounds + bounds.map { -$0 }).sorted() where bound - (all.last ?? -.infinity) > 0x1p-40 {
      all.append(bound)
    }
    return all
  }

  private static func sum(_ lanes: Lanes) -> Double { lanes.indices.reduce(0) { $0 + lanes[$1] } }

  /// Returns aₙ² for as many degrees as needed until the rest of the sum is small.
  private static func squares(
    of terms: [Lanes], at nodes: [Lanes], until tolerance: Double, of meanSquare: Double
  ) -> [Double] {
    // The polynomials of two degrees, times density, weight and value: hₙ₊₁ = (z hₙ − √n hₙ₋₁) / √(n + 1).
    var (current, previous) = (terms, [Lanes](repeating: Lanes(0), count: terms.count))
    var squares: [Double] = []
    var rest = meanSquare
    for degree in 0..<limit {
      let (root, inverse) = (Lanes(Double(degree).squareRoot()), Lanes(1 / Double(degree + 1).squareRoot()))
      var coefficient = Lanes(0)
      current.withUnsafeMutableBufferPointer { current in
        previous.withUnsafeMutableBufferPointer { previous in
          for index in nodes.indices {
            let polynomial = current[index]
            coefficient = coefficient + polynomial
            current[index] = (nodes[index] * polynomial - root * previous[index]) * inverse
            previous[index] = polynomial
          }
        }
      }
      let square = sum(coefficient) * sum(coefficient)
      squares.append(square)
      rest -= square
      // An even or odd function has every second coefficient only.
      if rest <= tolerance, degree > 2 { break }
    }
    return squares
  }

  /// Distributes what the coefficients of even or odd degree lack to their whole sum over the degrees beyond.
  ///
  /// From one doubling of the degree to the next, the sum of all coefficients beyond falls by the ratio by which it fell at the
  /// last one. Each part stands at the geometric mean of the degrees that it is for.
  private static func remainders(of squares: [Double], to total: Double, isOdd: Bool)
    -> [(degree: Double, isOdd: Bool, weight: Double)]
  {
    func sum(_ degrees: Range<Int>) -> Double {
      degrees.reduce(0) { $0 + ($1 % 2 == (isOdd ? 1 : 0) ? squares[$1] : 0) }
    }
    let count = squares.count
    let lacking = total - sum(0..<count)
    guard lacking > 0x1p-44 * total else { return [] }
    let ratio = lacking / (lacking + sum(count / 2..<count))
    var parts: [(degree: Double, isOdd: Bool, weight: Double)] = []
    var (rest, degree) = (lacking, Double(count))
    for _ in 0..<30 where rest > 1e-4 * lacking {
      parts.append((degree * Double(2).squareRoot(), isOdd, rest * (1 - ratio)))
      (rest, degree) = (rest * ratio, degree * 2)
    }
    parts.append((degree, isOdd, rest))
    return parts
  }
}
