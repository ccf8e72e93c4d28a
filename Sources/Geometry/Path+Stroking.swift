extension Path {
  /// The area that a pen of that style covers when it goes along the path, as a path to be filled by the non-zero rule.
  ///
  /// All of its contours run clockwise on the paper, so that areas covered twice never cancel. Corners within a curve
  /// are round, whatever the style's join. A miter beyond its limit becomes a bevel. Lines shorter than a millionth of
  /// a pixel are dropped, and a contour without any longer one draws nothing, caps neither. Where a point is not finite
  /// the contour breaks as `flatten` says, with a cap on both sides. A width that is not positive and finite draws
  /// nothing.
  ///
  /// - Parameter tolerance: How far the result may lie from the exact outline, in pixels; greater than 0.
  public func stroked(_ style: StrokeStyle, tolerance: Double = Path.defaultTolerance) -> Path {
    guard style.width > 0, style.width.isFinite else { return Path() }
    var stroker = Stroker(style, tolerance: tolerance)
    flatten(tolerance: tolerance, into: &stroker)
    return stroker.outline
  }
}
