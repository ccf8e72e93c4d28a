import Drawing

extension Style {
  /// The default style of matplotlib 3.
  public static let matplotlib = Style()
}
