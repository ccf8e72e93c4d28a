extension StringProtocol {
  /// The range in which some words first stand; `nil` where they do not.
  ///
  /// `firstRange(of:)` and `contains(_:)` for more than a character come from the standard library's regular expressions, which
  /// would add 1.2 MB to a tool that contains its libraries.
  public func firstPlace(of words: String) -> Range<Index>? {
    for start in indices where self[start...].hasPrefix(words) {
      return start..<index(start, offsetBy: words.count)
    }
    return nil
  }
}
