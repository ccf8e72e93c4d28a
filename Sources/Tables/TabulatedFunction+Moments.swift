import Activations
import PortableMath

extension TabulatedFunction {
  /// The moments for normal input, by Gaussian quadrature within each piece; nothing for a table that is defined at its
  /// points only.
  ///
  /// A piece is a polynomial of at most the third degree. It is divided where it is wider than an eighth, so that eight nodes
  /// integrate its square times the normal density to the last digits.
  func normalMoments(scaledBy scale: Double) -> NormalMoments {
    guard interpolation != .none else { return NormalMoments(all: .undetermined) }
    let isDefined = beyond != .none
    guard isDefined else { return NormalMoments(all: .doesNotExist) }
    if let first = table.values.first, isConstant(first) {
      return NormalMoments(
        mean: .value(first), standardDeviation: .value(0), signalGain: .value(first * first),
        gradientGain: slopeMoment(scaledBy: scale))
    }
    let mean = moment(scaledBy: scale) { value, _, _ in value }
    return NormalMoments(
      mean: mean, standardDeviation: deviation(beside: mean, scaledBy: scale),
      signalGain: moment(scaledBy: scale) { value, _, _ in value * value },
      gradientGain: slopeMoment(scaledBy: scale))
  }

  func argumentGain(scaledBy scale: Double) -> ExactMoment {
    guard interpolation != .none else { return .undetermined }
    guard beyond != .none else { return .doesNotExist }
    return moment(scaledBy: scale) { value, _, z in (value * z) * (value * z) }
  }

  /// The mean square of the derivative of z ↦ f(s · z).
  private func slopeMoment(scaledBy scale: Double) -> ExactMoment {
    moment(scaledBy: scale) { _, slope, _ in (Lanes(scale) * slope) * (Lanes(scale) * slope) }
  }

  /// The standard deviation. It is integrated about the value at zero, so that a table that differs from it far out alone
  /// does not lose its digits.
  private func deviation(beside mean: ExactMoment, scaledBy scale: Double) -> ExactMoment {
    let centre = Lanes(value(at: 0.0))
    guard let mean = mean.value, let difference = moment(scaledBy: scale, of: { value, _, _ in value - centre }).value
    else {
      return .undetermined
    }
    func distance(_ value: Lanes) -> Lanes { value - centre - Lanes(difference) }
    guard let variance = moment(scaledBy: scale, of: { value, _, _ in distance(value) * distance(value) }).value
    else {
      return .undetermined
    }
    let deviation = variance.squareRoot()
    // The rounding of values that are not constant between the points disturbs a smaller deviation.
    let isDisturbed = interpolation != .step && deviation < 0x1p-36 * mean.magnitude
    return isDisturbed ? .undetermined : .value(deviation)
  }

  private func isConstant(_ value: Double) -> Bool {
    table.values.allSatisfy { $0 == value } && pieces.allSatisfy { $0.v1 == 0 && $0.v2 == 0 && $0.v3 == 0 }
  }

  /// The integral over the normal density of an expression of the value f(s · z), the derivative f′(s · z) and z; exactly 0
  /// where it cannot be distinguished from 0 relative to that of the magnitude.
  private func moment(scaledBy scale: Double, of integrand: (Lanes, Lanes, Lanes) -> Lanes) -> ExactMoment {
    var (sum, size, lost) = (0.0, 0.0, 0.0)
    let end = Self.end * scale
    for number in pieces.indices {
      let lower = max(number == 0 ? -end : table.x[number - 1], -end)
      let upper = min(number == table.count ? end : table.x[number], end)
      guard lower < upper else { continue }
      let piece = pieces[number]
      let parts = Int(max(1, ((upper - lower) / (Self.widest * scale)).rounded(.up)))
      let radius = (upper - lower) / Double(parts) / 2
      for part in 0..<parts {
        // The distance is not the difference of x, which is too coarse between points that lie close together.
        let step = Lanes(Double(2 * part + 1) * radius) + Lanes(radius) * Self.nodes
        let (z, distance) = ((Lanes(lower) + step) / Lanes(scale), Lanes(lower - piece.origin) + step)
        let density = Lanes.exp(Lanes(-0.5) * z * z)
        let terms = Self.weights * density * integrand(piece.value(at: distance), piece.derivative(at: distance), z)
        let term = radius * Self.sum(of: terms)
        size += radius * Self.sum(of: Lanes.abs(terms))
        // Neumaier's summation, for a million pieces.
        let next = sum + term
        lost += sum.magnitude >= term.magnitude ? sum - next + term : term - next + sum
        sum = next
      }
    }
    let (total, magnitude) = ((sum + lost) / scale * Self.densityAtZero, size / scale * Self.densityAtZero)
    guard total.isFinite, magnitude.isFinite else { return .undetermined }
    return .value(total.magnitude <= 0x1p-44 * magnitude ? 0 : total)
  }

  private static func sum(of lanes: Lanes) -> Double { lanes.indices.reduce(0) { $0 + lanes[$1] } }

  /// Beyond this the density is less than the least normal number.
  private static let end = 38.0
  private static let widest = 0.125
  private static let densityAtZero = 0.3989422804014327
  /// The nodes and weights of the Gauss-Legendre rule of eight points (Abramowitz and Stegun, table 25.4).
  private static let nodes = Lanes(
    -0.9602898564975363, -0.7966664774136267, -0.5255324099163290, -0.1834346424956498, 0.1834346424956498,
    0.5255324099163290, 0.7966664774136267, 0.9602898564975363)
  private static let weights = Lanes(
    0.1012285362903763, 0.2223810344533745, 0.3137066458778873, 0.3626837833783620, 0.3626837833783620,
    0.3137066458778873, 0.2223810344533745, 0.1012285362903763)
}
