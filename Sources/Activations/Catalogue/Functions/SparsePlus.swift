import PortableMath

/// The piecewise Softplus: 0, then a parabola, then the identity. Its derivative is the sparse sigmoid.
struct SparsePlus: RealFunction {
  static let entry = CatalogueEntry(
    name: "sparse-plus",
    title: "Sparse plus",
    aliases: ["sparse-softplus"],
    formula: "0 where x ≤ −1, x where x ≥ 1, else (x + 1)² / 4",
    references: [
      "M. Blondel, A. F. T. Martins, V. Niculae: Learning with Fenchel-Young losses, 2020",
      "JAX: jax.nn.sparse_plus",
    ]
  ) { _ in SparsePlus() }

  var constantPieces: [ClosedRange<Double>] { [-.infinity...(-1)] }

  var pieceBounds: [Double] { [-1, 1] }

  func value<Real: PortableReal>(at x: Real) -> Real {
    let half = Real(0.5) * (x + Real(1))
    return Real.select(x .<= Real(-1), Real(0), Real.select(x .>= Real(1), x, half * half))
  }

  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let half = Real(0.5) * (x + Real(1))
    return Real.select(x .<= Real(-1), Real(0), Real.select(x .>= Real(1), Real(1), half))
  }

  /// The second derivative, which jumps at both ends of the parabola.
  func secondDerivative(at x: Double) -> Double { x > -1 && x < 1 ? 0.5 : 0 }
}
