import PortableMath

/// The piecewise linear sigmoid from 0 at −1 to 1 at 1, which is sparsemax for two classes.
struct SparseSigmoid: RealFunction {
  static let entry = CatalogueEntry(
    name: "sparse-sigmoid",
    title: "Sparse sigmoid",
    formula: "min(max((x + 1) / 2, 0), 1)",
    references: [
      "A. F. T. Martins, R. F. Astudillo: From softmax to sparsemax, 2016",
      "JAX: jax.nn.sparse_sigmoid",
    ]
  ) { _ in SparseSigmoid() }

  var breakpoints: [Breakpoint] { [Breakpoint(.kink, at: -1), Breakpoint(.kink, at: 1)] }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...(-1), 1...(.infinity)] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let line = Real(0.5) * (x + Real(1))
    return Real.select(x .<= Real(-1), Real(0), Real.select(x .>= Real(1), Real(1), line))
  }

  /// The derivative, which is zero at both kinks, as PyTorch has it for the hard sigmoid.
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    Real.select(x .<= Real(-1), Real(0), Real.select(x .>= Real(1), Real(0), Real(0.5)))
  }

  /// The second derivative, which is zero within each piece.
  func secondDerivative(at x: Double) -> Double { 0 }
}
