import PortableMath

/// The identity above a threshold, and a constant elsewhere.
struct Threshold: RealFunction {
  // PyTorch has no defaults here; these are from the example in its documentation.
  static let entry = CatalogueEntry(
    name: "threshold",
    title: "Threshold",
    formula: "x where x > threshold, else value",
    parameters: [
      Parameter(name: "threshold", defaultValue: 0.1, range: Parameter.customaryRange),
      Parameter(name: "value", defaultValue: 20, range: Parameter.customaryRange),
    ],
    references: ["PyTorch: torch.nn.Threshold"]
  ) { Threshold(threshold: $0[0], replacement: $0[1]) }

  let threshold: Double
  let replacement: Double

  var breakpoints: [Breakpoint] { [Breakpoint(replacement == threshold ? .kink : .jump, at: threshold)] }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...threshold] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .<= Real(threshold), Real(replacement), x)
  }

  /// The derivative, which is zero at the threshold.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .<= Real(threshold), Real(0), Real(1))
  }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
