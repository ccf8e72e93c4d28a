import PortableMath

/// The squared rectified linear unit, scaled and shifted so that for normal input its output has mean 0 and variance 1.
///
/// The square has mean 1/2 and variance 5/4; the defaults are 1/√(5/4) and −1/2 of that, rounded to four decimals as in
/// the paper.
struct StarReLU: RealFunction {
  static let entry = CatalogueEntry(
    name: "star-relu",
    title: "StarReLU",
    formula: "scale · max(0, x)² + bias",
    parameters: [
      Parameter(name: "scale", defaultValue: 0.8944, range: Parameter.customaryRange),
      Parameter(name: "bias", defaultValue: -0.4472, range: Parameter.customaryRange),
    ],
    references: ["W. Yu et al.: MetaFormer baselines for vision, 2022"]
  ) { StarReLU(scale: $0[0], bias: $0[1]) }

  let scale: Double
  let bias: Double

  var constantPieces: [ClosedRange<Double>] { [-.infinity...(scale == 0 ? .infinity : 0)] }

  var pieceBounds: [Double] { [0] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let rectified = Real.select(x .<= Real(0), Real(0), x)
    // A scale of zero makes zero of the largest squares too.
    return scale == 0 ? Real(0) * rectified + Real(bias) : Real(scale) * (rectified * rectified) + Real(bias)
  }

  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .<= Real(0), Real(0), Real(2 * scale) * x)
  }

  /// The second derivative, which jumps at zero.
  func secondDerivative(at x: Double) -> Double { x <= 0 ? 0 : 2 * scale }
}
