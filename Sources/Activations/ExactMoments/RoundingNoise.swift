import PortableMath

/// How much the rounding of numerator and divisor, both of which vanish at a place, may add to integrals beside it.
///
/// A quotient such as `(1 - cos(x)) / x^2` is smooth at zero, and the nearer to it, the fewer of its digits are right. What
/// is noise there is told from what is smooth by second differences over a small share of the distance.
struct RoundingNoise {
  /// What is known of the numbers from one distance to its half.
  private struct Octave {
    let width: Double
    /// By how much the value may be off.
    let value: Double
    let derivative: Double
    let largestValue: Double
    let largestDerivative: Double
  }

  private let octaves: [Octave]

  init(of function: any RealFunction, at place: Double) {
    let density = 0.3989422804014327 * Double.exp(-0.5 * place * place)
    octaves = [-1.0, 1].flatMap { side in
      // Smooth functions have second differences below 2⁻³⁶ from here on.
      (12...40).compactMap { power -> Octave? in
        let distance = 1 / Double(1 << power)
        guard distance > 0x1p-40 * place.magnitude else { return nil }
        let places = [1 - 0x1p-6, 1, 1 + 0x1p-6].map { place + side * distance * $0 }
        let (values, derivatives) = (places.map(function.value(at:)), places.map(function.derivative(at:)))
        return Octave(
          width: distance * density, value: Self.secondDifference(values),
          derivative: Self.secondDifference(derivatives),
          largestValue: values.reduce(0) { max($0, $1.magnitude) },
          largestDerivative: derivatives.reduce(0) { max($0, $1.magnitude) })
      }
    }
  }

  private static func secondDifference(_ values: [Double]) -> Double {
    (values[0] - 2 * values[1] + values[2]).magnitude
  }

  /// By how much ∫gφ may be off: four times what the differences show, for nearest to the place all digits may be wrong
  /// alike.
  func error(of integrand: Singularity.Integrand) -> Double {
    4
      * octaves.reduce(0) { sum, octave in
        switch integrand {
        case .value: sum + octave.width * octave.value
        case .square(let offset):
          sum + octave.width * (2 * (octave.largestValue + offset.magnitude) + octave.value) * octave.value
        case .derivativeSquare:
          sum + octave.width * (2 * octave.largestDerivative + octave.derivative) * octave.derivative
        }
      }
  }
}
