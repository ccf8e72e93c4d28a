import Glibc

/// The weights of eleven neighbouring values: a normal distribution with a standard deviation of 1.5, scaled
/// to a sum of 1.
struct GaussianWindow {
  /// The number of values on either side: 3.5 standard deviations, rounded.
  static let radius = 5

  /// The weight of the value in the middle, and of those at each distance from it.
  private let weights: (Double, Double, Double, Double, Double, Double)

  init() {
    let unscaled = (0...Self.radius).map { exp(-0.5 * Double($0 * $0) / (1.5 * 1.5)) }
    let sum = 2 * unscaled.reduce(0, +) - unscaled[0]
    weights = (
      unscaled[0] / sum, unscaled[1] / sum, unscaled[2] / sum, unscaled[3] / sum, unscaled[4] / sum, unscaled[5] / sum
    )
  }

  /// The weighted mean of the values at a place and, `stride` apart, on both sides of it.
  func mean(around place: UnsafeMutablePointer<Double>, stride: Int) -> Double {
    var mean = weights.0 * place[0]
    mean += weights.1 * (place[-stride] + place[stride])
    mean += weights.2 * (place[-2 * stride] + place[2 * stride])
    mean += weights.3 * (place[-3 * stride] + place[3 * stride])
    mean += weights.4 * (place[-4 * stride] + place[4 * stride])
    mean += weights.5 * (place[-5 * stride] + place[5 * stride])
    return mean
  }
}
