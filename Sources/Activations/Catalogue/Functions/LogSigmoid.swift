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

  /// −log(1 + exp(−x)): log σ(x) without the sigmoid's underflow on the left.
  func value<Real: PortableReal>(at x: Real) -> Real { -Real.softplus(-x) }

  /// 1 − σ(x).
  func derivative<Real: PortableReal>(at x: Real) -> Real { Real.sigmoid(-x) }
}
