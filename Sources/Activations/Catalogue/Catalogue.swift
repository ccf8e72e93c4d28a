/// The activation functions known by name.
///
/// A new function is a new file beside the others in `Functions` and one line here.
public enum Catalogue {
  /// In the order in which they are listed and documented.
  public static let entries: [CatalogueEntry] = [
    Sigmoid.entry,
    HyperbolicTangent.entry,
    HardTanh.entry,
    ReLU.entry,
    LeakyReLU.entry,
    ELU.entry,
    SELU.entry,
    CELU.entry,
    Softplus.entry,
    Swish.entry,
    Mish.entry,
    GELU.entry,
    GELUTanh.entry,
    SiLU.entry,
    HardSwish.entry,
    HardSigmoid.entry,
    LogSigmoid.entry,
    ReLU6.entry,
    Softsign.entry,
    Tanhshrink.entry,
    Softshrink.entry,
    Hardshrink.entry,
    Threshold.entry,
    PReLU.entry,
    RReLU.entry,
    SquaredReLU.entry,
    QuickGELU.entry,
    Squareplus.entry,
    Snake.entry,
    SparsePlus.entry,
    SparseSigmoid.entry,
    Identity.entry,
    Exponential.entry,
  ]

  /// The entry of this name or alias, whatever its case and whether its words are joined by hyphens, underscores, spaces or
  /// nothing: `leaky-relu`, `leaky_relu`, `LeakyReLU`.
  public static func entry(named name: String) -> CatalogueEntry? {
    let key = lookupKey(name)
    return entries.first { lookupKey($0.name) == key } ?? entries.first { $0.aliases.map(lookupKey).contains(key) }
  }

  /// The name or alias that was probably meant, or nil where none is near enough to be a slip of the fingers: a function of
  /// another name, as `smish`, is never taken for the one it is named after.
  ///
  /// ```swift
  /// Catalogue.nearest(to: "sigmiod")   // "sigmoid"
  /// Catalogue.nearest(to: "misch")     // "mish"
  /// Catalogue.nearest(to: "fourier")   // nil
  /// ```
  public static func nearest(to name: String) -> String? {
    name.misspelling(of: entries.map(\.name) + entries.flatMap(\.aliases))
  }

  /// An expression for a function that is known elsewhere and not in the catalogue, or nil where there is no short one.
  ///
  /// ```swift
  /// Catalogue.formula(named: "smish")   // "x * tanh(log1p(sigmoid(x)))"
  /// Catalogue.formula(named: "sin")     // "sin(x)"
  /// ```
  public static func formula(named name: String) -> String? {
    if let formula = ForeignName.rewriting(of: name)?.formulaInX { return formula }
    guard case .unary(let operation) = ExpressionVocabulary.function(named: name.lowercased()) else { return nil }
    return "\(operation.rawValue)(x)"
  }

  private static func lookupKey(_ name: String) -> String {
    let separators = "-_ ".utf8
    return String(decoding: name.lowercased().utf8.filter { !separators.contains($0) }, as: UTF8.self)
  }
}
