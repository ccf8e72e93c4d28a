import PortableMath

/// The rounding noise of a quotient near a place where numerator and denominator both vanish, and its effect on
/// integrals.
///
/// A quotient such as `(1 - cos(x)) / x^2` is smooth at zero, but the nearer x is to zero, the fewer digits are
/// correct. Noise is distinguished from the smooth function by second differences over a small fraction of the
/// distance.
struct RoundingNoise {
  /// The noise between one distance and half of it.
  private struct Octave {
    let width: Double
    /// The error bound of the value.
    let value: Double
    /// The error bound of the derivative.
    let derivative: Double
    let largestValue: Double
    let largestDerivative: Double
  }

  private let octaves: [Octave]

  init(of function: any RealFunction, at place: Double) {
    let density = 0.3989422804014327 * Double.exp(-0.5 * place * place)
    octaves = [-1.0, 1].flatMap { side in
      // From a distance of 2⁻¹² on, the second differences of a smooth function are below 2⁻³⁶.
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

  /// The error bound of an integral: four times the noise that the differences show, because very near the place the
  /// errors of neighbours may be correlated.
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
