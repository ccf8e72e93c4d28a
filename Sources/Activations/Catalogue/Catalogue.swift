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

  /// The name or alias that takes the fewest edits (insert, remove, replace, or exchange neighbours), if it takes few enough
  /// to be what was meant: one in three letters.
  ///
  /// ```swift
  /// Catalogue.nearest(to: "sigmiod")   // "sigmoid"
  /// Catalogue.nearest(to: "misch")     // "mish"
  /// Catalogue.nearest(to: "fourier")   // nil
  /// ```
  public static func nearest(to name: String) -> String? {
    let key = Array(lookupKey(name))
    // Longer words than any here have no neighbour, and are not worth the search.
    guard key.count <= 64 else { return nil }
    let candidates = entries.map(\.name) + entries.flatMap(\.aliases)
    let ranked = candidates.map { (name: $0, edits: editDistance(Array(lookupKey($0)), key)) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }) else { return nil }
    return 3 * best.edits <= max(key.count, 3) ? best.name : nil
  }

  private static func lookupKey(_ name: String) -> String {
    name.lowercased().filter { !"-_ ".contains($0) }
  }

  /// Optimal string alignment: Levenshtein's distance with the exchange of neighbours as a fourth edit.
  static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var edits = min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          edits = min(edits, beforePrevious[column - 1] + 1)
        }
        current.append(edits)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[second.count]
  }
}
