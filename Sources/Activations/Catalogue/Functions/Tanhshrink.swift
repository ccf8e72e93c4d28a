import PortableMath

/// What the hyperbolic tangent takes away.
struct Tanhshrink: RealFunction {
  static let entry = CatalogueEntry(
    name: "tanhshrink",
    title: "Tanhshrink",
    aliases: ["tanh-shrink"],
    formula: "x − tanh(x)",
    references: ["PyTorch: torch.nn.Tanhshrink"]
  ) { _ in Tanhshrink() }

  /// The two terms cancel near zero: the absolute error stays within a unit in the last place of x.
  func value<Real: PortableReal>(at x: Real) -> Real { x - Real.tanh(x) }

  /// 1 − 1 / cosh²(x).
  func derivative<Real: PortableReal>(at x: Real) -> Real {
    let tangent = Real.tanh(x)
    return tangent * tangent
  }
}
