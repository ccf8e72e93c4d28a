import Activations
import PortableMath

extension TabulatedFunction {
  /// The moments for normal input, by Gaussian quadrature within each piece; nothing for a table that is defined at its
  /// points only.
  ///
  /// A piece is a polynomial of at most the third degree. It is divided where it is wider than an eighth, so that eight nodes
  /// integrate its square times the normal density to the last digits.
  var normalMoments: NormalMoments {
    guard interpolation != .none else { return NormalMoments(all: .undetermined) }
    let isDefined = beyond != .none
    guard isDefined else { return NormalMoments(all: .doesNotExist) }
    if let first = table.values.first, isConstant(first) {
      return NormalMoments(
        mean: .value(first), standardDeviation: .value(0), signalGain: .value(first * first),
        gradientGain: moment(of: { $1 * $1 }))
    }
    let mean = moment { value, _ in value }
    let centre = mean.value ?? 0
    let variance = moment { value, _ in (value - Lanes(centre)) * (value - Lanes(centre)) }
    return NormalMoments(
      mean: mean, standardDeviation: variance.value.map { .value($0.squareRoot()) } ?? .undetermined,
      signalGain: moment { value, _ in value * value }, gradientGain: moment { $1 * $1 })
  }

  private func isConstant(_ value: Double) -> Bool {
    table.values.allSatisfy { $0 == value } && pieces.allSatisfy { $0.v1 == 0 && $0.v2 == 0 && $0.v3 == 0 }
  }

  /// The integral of an expression of value and derivative over the normal density; exactly 0 where it cannot be
  /// distinguished from 0 relative to that of the magnitude.
  private func moment(of integrand: (Lanes, Lanes) -> Lanes) -> ExactMoment {
    var (sum, size, lost) = (0.0, 0.0, 0.0)
    for number in pieces.indices {
      let lower = max(number == 0 ? -Self.end : table.x[number - 1], -Self.end)
      let upper = min(number == table.count ? Self.end : table.x[number], Self.end)
      guard lower < upper else { continue }
      let piece = pieces[number]
      let parts = Int(((upper - lower) / Self.widest).rounded(.up))
      let radius = (upper - lower) / Double(parts) / 2
      for part in 0..<parts {
        let centre = lower + Double(2 * part + 1) * radius
        let x = Lanes(centre) + Lanes(radius) * Self.nodes
        let distance = x - Lanes(piece.origin)
        let density = Lanes.exp(Lanes(-0.5) * x * x)
        let terms = Self.weights * density * integrand(piece.value(at: distance), piece.derivative(at: distance))
        let term = radius * Self.sum(of: terms)
        size += radius * Self.sum(of: Lanes.abs(terms))
        // Neumaier's summation, for a million pieces.
        let next = sum + term
        lost += sum.magnitude >= term.magnitude ? sum - next + term : term - next + sum
        sum = next
      }
    }
    let (total, magnitude) = ((sum + lost) * Self.densityAtZero, size * Self.densityAtZero)
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
