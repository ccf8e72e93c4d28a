import PortableMath

/// The rectified linear unit with a small slope for negative inputs.
struct LeakyReLU: RealFunction {
  static let entry = CatalogueEntry(
    name: "leaky-relu",
    title: "Leaky ReLU",
    aliases: ["leakyrelu", "leaky_relu", "lrelu"],
    formula: "x where x > 0, else negativeSlope · x",
    parameters: [Parameter(name: "negativeSlope", defaultValue: 0.01, range: Parameter.customaryRange)],
    references: [
      "A. L. Maas, A. Y. Hannun, A. Y. Ng: Rectifier nonlinearities improve neural network acoustic models, 2013"
    ]
  ) { LeakyReLU(negativeSlope: $0[0]) }

  let negativeSlope: Double

  var breakpoints: [Breakpoint] { negativeSlope == 1 ? [] : [Breakpoint(.kink, at: 0)] }

  var constantPieces: [ClosedRange<Double>] { negativeSlope == 0 ? [-.infinity...0] : [] }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.select(x .> Real(0), x, Real(negativeSlope) * x) }

  /// The derivative, which at the kink is that of the negative side.
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.select(x .> Real(0), Real(1), Real(negativeSlope)) }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
