/// The catalogue of activation functions that are known by name.
///
/// A new function is a new file beside the others in `Functions` and one line here; `scripts/add-function` makes the
/// rest.
public enum Catalogue {
  /// All functions, in the order in which they are listed and documented.
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
    XIELU.entry,
    LiSHT.entry,
    TeLU.entry,
    Serf.entry,
    StarReLU.entry,
    BentIdentity.entry,
    ISRU.entry,
    ELiSH.entry,
    HardMish.entry,
    Logish.entry,
    Smish.entry,
    Gaussian.entry,
    Sine.entry,
    Arctangent.entry,
    Derf.entry,
  ]

  /// The entry with this name or alias; nil if there is none.
  ///
  /// Case is ignored, and words may be joined by hyphens, underscores, spaces or nothing: `leaky-relu`, `leaky_relu`,
  /// `LeakyReLU`.
  public static func entry(named name: String) -> CatalogueEntry? {
    let key = lookupKey(name)
    return entries.first { lookupKey($0.name) == key } ?? entries.first { $0.aliases.map(lookupKey).contains(key) }
  }

  private static func lookupKey(_ name: String) -> String {
    let separators = "-_ ".utf8
    return String(decoding: name.lowercased().utf8.filter { !separators.contains($0) }, as: UTF8.self)
  }
}
