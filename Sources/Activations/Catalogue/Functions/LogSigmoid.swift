import PortableMath

/// The logarithm of the logistic function.
struct LogSigmoid: RealFunction {
  static let entry = CatalogueEntry(
    name: "log-sigmoid",
    title: "Log sigmoid",
    aliases: ["logsigmoid", "log_sigmoid"],
    formula: "log(1 / (1 + exp(−x)))",
    references: ["PyTorch: torch.nn.LogSigmoid"]
  ) { _ in LogSigmoid() }

  /// The value −log(1 + exp(−x)), which is log σ(x) without the underflow of the sigmoid on the left.
  func value<Real: PortableReal>(at x: Real) -> Real { -Real.softplus(-x) }

  /// The derivative 1 − σ(x).
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.sigmoid(-x) }

  /// The second derivative −σ(x) · σ(−x).
  func secondDerivative(at x: Double) -> Double { -Double.sigmoid(x) * Double.sigmoid(-x) }
}
