import PortableMath

/// The smooth approximation of the rectified linear unit. Above a threshold it is the identity, as in PyTorch.
package struct Softplus: RealFunction {
  static let entry = CatalogueEntry(
    name: "softplus",
    title: "Softplus",
    aliases: ["soft-plus", "smooth-relu"],
    formula: "x where beta · x > threshold, else log(1 + exp(beta · x)) / beta",
    parameters: [
      Parameter(name: "beta", defaultValue: 1, range: Parameter.customaryRange, excluded: [0]),
      Parameter(name: "threshold", defaultValue: 20, range: Parameter.customaryRange),
    ],
    references: [
      "C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau, R. Garcia: Incorporating second-order functional knowledge, 2001"
    ]
  ) { Softplus(beta: $0[0], threshold: $0[1]) }

  package let beta: Double
  package let threshold: Double

  /// The jump or kink at the threshold, if single precision can resolve it.
  ///
  /// PyTorch's threshold leaves a jump of log(1 + exp(−threshold)) in a value of size threshold, and one of
  /// σ(−threshold) in the derivative. By default both are 2e-9.
  package var breakpoints: [Breakpoint] {
    let resolution = 0x1p-24
    if Double.softplus(-threshold) > resolution * abs(threshold) { return [Breakpoint(.jump, at: threshold / beta)] }
    return Double.sigmoid(-threshold) > resolution ? [Breakpoint(.kink, at: threshold / beta)] : []
  }

  package var invisibleBreaks: [Double] { breakpoints.isEmpty ? [threshold / beta] : [] }

  package var pieceBounds: [Double] { [threshold / beta] }

  package var streamedFunction: StreamedFunction? { .softplus(beta: beta, threshold: threshold) }

  package func value<Real: PortableReal>(at x: Real) -> Real {
    let scaled = Real(beta) * x
    return Real.select(scaled .> Real(threshold), x, Real.softplus(scaled) / Real(beta))
  }

  package func derivative<Real: PortableReal>(at x: Real) -> Real {
    let scaled = Real(beta) * x
    return Real.select(scaled .> Real(threshold), Real(1), Real.sigmoid(scaled))
  }

  /// The second derivative β · σ(βx) · σ(−βx) below the threshold.
  package func secondDerivative(at x: Double) -> Double {
    let scaled = beta * x
    return scaled > threshold ? 0 : beta * Double.sigmoid(scaled) * Double.sigmoid(-scaled)
  }
}
