import PortableMath

/// The sine of the input, as in networks of sinusoidal representations (SIREN).
///
/// Its extrema are not listed, because there are infinitely many. In an expression, its name is another one for `sin`.
struct Sine: RealFunction {
  static let entry = CatalogueEntry(
    name: "sine",
    title: "Sine",
    formula: "sin(x)",
    references: [
      "G. Parascandolo, H. Huttunen, T. Virtanen: Taming the waves: sine as activation function in deep neural networks, 2016",
      "V. Sitzmann, J. N. P. Martel, A. W. Bergman, D. B. Lindell, G. Wetzstein: Implicit neural representations with periodic activation functions, 2020",
    ]
  ) { _ in Sine() }

  func value<Real: PortableReal>(at x: Real) -> Real { Real.sin(x) }

  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.cos(x) }

  func secondDerivative(at x: Double) -> Double { -Double.sin(x) }
}
