import Activations
import PortableMath

/// The initializations at which gradients keep their variance from layer to layer, in the plane of the standard deviations σ_w
/// of weights and σ_b of biases.
///
/// At the fixed point q* = σ_w² E f(√q* z)² + σ_b² of the variance of the pre-activations, the edge of chaos is
/// χ = σ_w² E f′(√q* z)² = 1: left of it signals become alike and gradients vanish (the ordered phase), right of it they
/// become independent and gradients explode (the chaotic phase; S. Schoenholz et al.: Deep information propagation, 2017).
///
/// Both equations are solved for σ_w² and σ_b² at each variance q, which parametrizes the edge. There is no edge where σ_b²
/// would be negative.
///
/// ```swift
/// let tanh = ActivationFunction(Catalogue.entry(named: "tanh")!)
/// EdgeOfChaos(of: tanh)?.pieces[0][60]     // σ_w = 1.4674…, σ_b = 0.3885… for q* = 1
/// ```
public struct EdgeOfChaos: Sendable, Equatable {
  /// A place on the edge.
  public struct Point: Sendable, Equatable {
    /// The variance q* of the pre-activations.
    public let variance: Double
    /// The standard deviation σ_w of the weights.
    public let weights: Double
    /// The standard deviation σ_b of the biases.
    public let biases: Double
    /// Whether the variance returns to q* after a small change.
    public let isStable: Bool
  }

  /// The connected pieces of the edge, each in increasing order of the variance.
  public let pieces: [[Point]]
  /// The standard deviation of the weights if the edge is the same place at every variance, without biases, as that of ReLU,
  /// (√2, 0), and of every function with f(cx) = c f(x) (S. Hayou et al.: On the impact of the activation function on deep
  /// neural networks training, 2019). Then no greater σ_w has a fixed point. It is nil otherwise.
  public let onlyPlace: Double?

  /// The variances, in equal ratios.
  private static let variances = (0...108).map { Double.pow(10, Double($0 - 60) / 18) }

  /// Finds the edge for variances from about 1/2 000 to 460.
  ///
  /// - Returns: Nil if the mean square of the function or of its derivative has no value, or there is no edge.
  public init?(of function: ActivationFunction) {
    let moments = ScaledMoments(of: function)
    var pieces: [[Point]] = []
    var last: Candidate?
    for variance in Self.variances {
      let next = Candidate(at: variance, moments)
      let (from, to) = (last?.point, next?.point)
      // Where σ_b² changes its sign, the piece ends at σ_b = 0.
      let end =
        last != nil && next != nil && (from == nil) != (to == nil)
        ? Self.end(between: last?.variance ?? variance, and: variance, isOpenBefore: from != nil, moments) : nil
      if from == nil, to != nil { pieces.append([]) }
      if let end, !pieces.isEmpty { pieces[pieces.count - 1].append(end) }
      if let to { pieces[pieces.count - 1].append(to) }
      last = next
    }
    let all = pieces.joined()
    guard let first = all.first else { return nil }
    let isOnePlace =
      all.count > 1
      && all.allSatisfy { ($0.weights - first.weights).magnitude <= 1e-6 * first.weights && $0.biases == 0 }
    onlyPlace = isOnePlace ? first.weights : nil
    self.pieces = isOnePlace ? [] : pieces.filter { $0.count > 1 }
    guard isOnePlace || !self.pieces.isEmpty else { return nil }
  }

  /// The place without biases between two variances, at one of which σ_b² would be negative, by bisection.
  private static func end(
    between lower: Double, and upper: Double, isOpenBefore: Bool, _ moments: ScaledMoments
  ) -> Point? {
    var (inside, outside) = isOpenBefore ? (lower, upper) : (upper, lower)
    for _ in 0..<40 {
      let middle = (inside * outside).squareRoot()
      guard let candidate = Candidate(at: middle, moments) else { return nil }
      if candidate.biasVariance >= 0 { inside = middle } else { outside = middle }
    }
    return Candidate(at: inside, moments)?.withoutBiases
  }
}

/// The solution of both equations of the edge of chaos at a variance, whose σ_b² may be negative.
private struct Candidate {
  let variance: Double
  let weightVariance: Double
  let biasVariance: Double
  let isStable: Bool

  /// Nil if a moment has no value, or if gradients vanish for every σ_w.
  init?(at variance: Double, _ moments: ScaledMoments) {
    guard let (square, slope, curvature) = moments.values(at: variance), slope > 0, slope.isFinite else { return nil }
    self.variance = variance
    weightVariance = 1 / slope
    let difference = variance - weightVariance * square
    // The difference of two equal numbers.
    biasVariance = difference.magnitude <= 1e-8 * variance ? 0 : difference
    // The slope of q ↦ σ_w² E f(√q z)² + σ_b² is σ_w² E f(√q z)² (z² − 1) / 2q.
    isStable = weightVariance * curvature / (2 * variance) < 1
    guard weightVariance.isFinite, biasVariance.isFinite else { return nil }
  }

  /// The place on the edge; nil if σ_b² is negative.
  var point: EdgeOfChaos.Point? { biasVariance >= 0 ? point(biases: biasVariance.squareRoot()) : nil }

  /// The place on the edge if σ_b² is zero but for an error of bisection.
  var withoutBiases: EdgeOfChaos.Point { point(biases: 0) }

  private func point(biases: Double) -> EdgeOfChaos.Point {
    EdgeOfChaos.Point(
      variance: variance, weights: weightVariance.squareRoot(), biases: biases, isStable: isStable)
  }
}
