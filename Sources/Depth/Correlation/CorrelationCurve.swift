import Activations
import PortableMath

/// The map from the correlation c of the pre-activations of two inputs in a layer to that in the next layer, as points of a
/// curve.
///
/// For pre-activations of the variance q in an infinitely wide layer, the next correlation is
///
///     C(c) = (σ_w² E f(√q z₁) f(√q z₂) + σ_b²) / (σ_w² E f(√q z)² + σ_b²)
///
/// with standard normal z₁ and z₂ of the correlation c (B. Poole et al.: Exponential expressivity in deep neural networks
/// through transient chaos, 2016, at their fixed point q*). Without biases it is E f(z₁) f(z₂) / E f(z)², the map of
/// `CorrelationMap`, from which the points differ by less than 10⁻⁴.
///
/// ```swift
/// let gelu = ActivationFunction(Catalogue.entry(named: "gelu")!)
/// let curve = CorrelationCurve(of: gelu, variance: 1, initializedBy: .critical(for: gelu)!)!
/// curve.fixedPoints.map(\.correlation)     // 0.7671… and 1
/// ```
public struct CorrelationCurve: Sendable, Equatable {
  /// The variance q of the pre-activations.
  public let variance: Double
  /// Correlations from −1 to 1 in increasing order, which are closer together near both ends.
  public let before: [Double]
  /// The correlations one layer later, in the same order.
  public let behind: [Double]
  /// The correlations that do not change from layer to layer, in increasing order. They are −1, 0 and 1 for a linear
  /// function without biases, although no other correlation changes either.
  public let fixedPoints: [FixedCorrelation]

  private static let count = 240

  /// Computes the curve at a variance.
  ///
  /// - Returns: Nil if the outputs have no finite mean square greater than 0, or the function is too wild.
  public init?(of function: ActivationFunction, variance: Double, initializedBy initialization: Initialization) {
    let moments = LayerMoments(of: function, variance: variance)
    guard let expansion = HermiteExpansion(of: function, moments: moments) else { return nil }
    let (weights, biases) = (initialization.weightVariance, initialization.biasVariance)
    let next = weights * expansion.meanSquare + biases
    guard next > 0, next.isFinite else { return nil }
    func correlation(at c: Double) -> Double {
      min(max((weights * expansion.value(at: c) + biases) / next, -1), 1)
    }
    self.variance = variance
    before = (0...Self.count).map { index in
      index == 0
        ? -1 : index == Self.count ? 1 : Double.sin((Double(index) / Double(Self.count) - 0.5) * Double.pi)
    }
    behind = before.map { $0 == 1 ? 1 : correlation(at: $0) }
    fixedPoints = Self.fixedPoints(
      of: correlation, from: behind[0], slopeAtOne: Self.slope(of: function, moments, weights / next, expansion)
    ) { weights / next * expansion.slope(at: $0) }
  }

  /// The slope of the map at 1, σ_w² q E f′(√q z)² over the next variance, which is χ if the variance stays as it is. It is
  /// infinite if the function jumps.
  private static func slope(
    of function: ActivationFunction, _ moments: LayerMoments, _ factor: Double, _ expansion: HermiteExpansion
  ) -> Double {
    if function.breakpoints.contains(where: { $0.kind != .kink && $0.kind != .infiniteSlope }) { return .infinity }
    switch moments.derivativeMeanSquare {
    case .value(let square): return factor * moments.variance * square
    case .doesNotExist: return .infinity
    case .undetermined: return factor * expansion.slope(at: 1)
    }
  }

  /// The fixed points. The map is a power series with coefficients that are not negative, so it is convex from 0 to 1: it has
  /// one fixed point there beside 1 if its slope at 1 is more than 1, and otherwise none. For c < 0 its even part is not
  /// negative and its odd part is at least c, so that −1 is the only fixed point there, and that of odd functions only.
  private static func fixedPoints(
    of map: (Double) -> Double, from least: Double, slopeAtOne: Double, slope: (Double) -> Double
  ) -> [FixedCorrelation] {
    let isNeutral = (slopeAtOne - 1).magnitude <= 1e-9
    var points = [
      FixedCorrelation(correlation: 1, slope: isNeutral ? 1 : slopeAtOne, attracts: isNeutral || slopeAtOne < 1)
    ]
    let isOdd = least <= -1 + 1e-9
    if isOdd, isNeutral {
      // A linear function: nothing changes.
      points[0] = FixedCorrelation(correlation: 1, slope: 1, attracts: false)
      points.insert(FixedCorrelation(correlation: 0, slope: 1, attracts: false), at: 0)
    } else if points[0].slope > 1 {
      var (lower, upper) = (0.0, 1.0)
      if map(0) <= 1e-12 {
        upper = 0
      } else {
        for _ in 0..<50 {
          let middle = (lower + upper) / 2
          if map(middle) > middle { lower = middle } else { upper = middle }
        }
      }
      if upper < 1 {
        points.insert(FixedCorrelation(correlation: upper, slope: slope(upper), attracts: true), at: 0)
      }
    }
    if isOdd {
      points.insert(FixedCorrelation(correlation: -1, slope: points.last?.slope ?? 1, attracts: false), at: 0)
    }
    return points
  }
}

/// A correlation that a layer leaves as it is.
public struct FixedCorrelation: Sendable, Equatable {
  /// The correlation before and behind the layer.
  public let correlation: Double
  /// The slope of the map there; infinite at 1 if the function jumps.
  public let slope: Double
  /// Whether correlations nearby come nearer from layer to layer.
  public let attracts: Bool
}
