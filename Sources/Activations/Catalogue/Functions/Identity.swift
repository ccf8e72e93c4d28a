import PortableMath

/// The identity, which returns its input.
struct Identity: RealFunction {
  static let entry = CatalogueEntry(
    name: "identity",
    title: "Identity",
    aliases: ["linear"],
    formula: "x",
    references: ["PyTorch: torch.nn.Identity"]
  ) { _ in Identity() }

  func value<Real: PortableReal>(at x: Real) -> Real { x }

  func derivative<Real: PortableReal>(at x: Real) -> Real { Real(1) }

  func secondDerivative(at x: Double) -> Double { 0 }
}
