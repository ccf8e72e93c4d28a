/// The rectified linear unit clamped at 6, which is a hard tanh with other bounds.
enum ReLU6 {
  static let entry = CatalogueEntry(
    name: "relu6",
    title: "ReLU6",
    aliases: ["relu-6"],
    formula: "min(max(x, 0), 6)",
    references: ["A. Krizhevsky: Convolutional deep belief networks on CIFAR-10, 2010"]
  ) { _ in HardTanh(minimum: 0, maximum: 6) }
}
