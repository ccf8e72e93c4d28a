import Activations

/// A table with rules for the values between its points and beyond them, checked and ready to be evaluated.
///
/// ```swift
/// let table = try PointTable(x: [-1, 0, 1], values: [0, 0, 1])
/// let function = ActivationFunction(table: try TabulatedActivation(table, interpolation: .linear), name: "hinge")
/// function.value(at: 0.5)      // 0.5
/// function.value(at: 2)        // 2
/// ```
public struct TabulatedActivation: Sendable {
  /// The points.
  public var table: PointTable { function.table }
  /// The rule for values between the points.
  public var interpolation: TableInterpolation { function.interpolation }
  /// The rule for values beyond the points.
  public var beyond: TableExtension { function.beyond }

  fileprivate let function: TabulatedFunction

  /// Checks a table for a way of interpolation.
  ///
  /// - Throws: A fault if the table has too few points or no derivatives, or if its points lie too close together.
  public init(
    _ table: PointTable, interpolation: TableInterpolation = .linear, beyond: TableExtension = .extend
  ) throws(TableFaults) {
    function = try TabulatedFunction(table, interpolation: interpolation, beyond: beyond)
  }

  fileprivate init(_ function: TabulatedFunction) { self.function = function }

  /// The table in words, such as `linear table of 256 points`.
  public var words: String {
    let kind = interpolation == .none ? "table" : "\(interpolation.rawValue) table"
    return "\(kind) of \(table.count) \(table.count == 1 ? "point" : "points")"
  }
}

extension ActivationFunction {
  /// Makes the function of a table, whose `entry` is not in the catalogue.
  public init(table: TabulatedActivation, name: String, title: String? = nil) {
    let function = table.function
    let entry = CatalogueEntry(name: name, title: title ?? name, formula: table.words, references: []) { _ in function }
    self.init(entry, parameterValues: [], function: function)
  }

  /// The table of the function; nil for functions of the catalogue and formulas.
  public var table: TabulatedActivation? { (function as? TabulatedFunction).map { TabulatedActivation($0) } }
}
