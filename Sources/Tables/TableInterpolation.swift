/// The values of a table between its points.
public enum TableInterpolation: String, Sendable, CaseIterable {
  /// Straight lines from point to point.
  case linear
  /// The value of the nearest point to the left.
  case step
  /// Monotone cubic polynomials, or those of Hermite where the table has derivatives.
  case cubic
  /// No values: the table is defined at its points only.
  case none
}

/// The values of a table beyond its first and last point.
public enum TableExtension: String, Sendable, CaseIterable {
  /// The straight line, with the value and the slope at the end.
  case extend
  /// The value at the end.
  case hold
  /// No values: the output is not a number.
  case none
}
