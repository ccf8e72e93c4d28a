import Activations

extension Catalogue {
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
}
