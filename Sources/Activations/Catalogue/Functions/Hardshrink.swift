import PortableMath

/// The hard shrinkage function: 0 for numbers of small magnitude, the identity for all others.
struct Hardshrink: RealFunction {
  static let entry = CatalogueEntry(
    name: "hardshrink",
    title: "Hardshrink",
    aliases: ["hard-shrink", "hard-threshold"],
    formula: "x where |x| > lambda, else 0",
    parameters: [Parameter(name: "lambda", defaultValue: 0.5, range: 0...1e6)],
    references: ["D. L. Donoho, I. M. Johnstone: Ideal spatial adaptation by wavelet shrinkage, 1994"]
  ) { Hardshrink(lambda: $0[0]) }

  let lambda: Double

  var breakpoints: [Breakpoint] {
    lambda == 0 ? [] : [Breakpoint(.jump, at: -lambda), Breakpoint(.jump, at: lambda)]
  }

  var constantPieces: [ClosedRange<Double>] { [-lambda...lambda] }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.select(Real.abs(x) .<= Real(lambda), Real(0), x) }

  /// The derivative, which is zero at both jumps.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(Real.abs(x) .<= Real(lambda), Real(0), Real(1))
  }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
