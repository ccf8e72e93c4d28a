import PortableMath

/// The soft shrinkage function, which reduces the magnitude of its input by lambda, at most to zero.
struct Softshrink: RealFunction {
  static let entry = CatalogueEntry(
    name: "softshrink",
    title: "Softshrink",
    aliases: ["soft-shrink", "soft-threshold"],
    formula: "x − lambda where x > lambda, x + lambda where x < −lambda, else 0",
    parameters: [Parameter(name: "lambda", defaultValue: 0.5, range: 0...1e6)],
    references: ["D. L. Donoho, I. M. Johnstone: Ideal spatial adaptation by wavelet shrinkage, 1994"]
  ) { Softshrink(lambda: $0[0]) }

  let lambda: Double

  var breakpoints: [Breakpoint] {
    lambda == 0 ? [] : [Breakpoint(.kink, at: -lambda), Breakpoint(.kink, at: lambda)]
  }

  var constantPieces: [ClosedRange<Double>] { [-lambda...lambda] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let lambda = Real(lambda)
    return Real.select(Real.abs(x) .<= lambda, Real(0), Real.select(x .> Real(0), x - lambda, x + lambda))
  }

  /// The derivative, which is zero at both kinks.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(Real.abs(x) .<= Real(lambda), Real(0), Real(1))
  }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
